import { resolve } from 'node:path';
import { schemaFiles, schemaText } from '@milepost/shared/text/json-schema';
import { type Command, usage } from '../command.ts';

/** Draft-7 files that an editor's YAML server reads; the same as `docs/schema/`. */
export const schemaCommand: Command = {
  name: 'schema',
  summary: 'JSON Schema of the record types, for editors.',
  positionals: '[NAME]',
  options: { out: { type: 'string', value: 'DIR', help: 'write every schema into a folder' } },
  examples: ['milepost schema risk', 'milepost schema --out .schemas'],
  needs: 'nothing',
  run: async ({ environment, arguments: given }) => {
    const files = schemaFiles();
    const names = files.map(({ name }) => name);
    const folder = given.options.out;
    if (typeof folder === 'string') {
      const written = files.map((file) => ({ path: file.name, text: schemaText(file) }));
      await environment.files.write(resolve(environment.cwd, folder), written);
      return { code: 0, data: { written: names }, text: () => names.join('\n') };
    }
    const [name] = given.positionals;
    if (name === undefined) return { code: 0, data: { names }, text: () => names.join('\n') };
    const file = files.find((each) => each.name === name || each.name.startsWith(`${name}.`));
    if (!file) return usage(`There is no schema ${name}. There are: ${names.join(', ')}.`);
    return { code: 0, data: file.json, text: () => schemaText(file).trimEnd() };
  },
};
