import { applyEdit } from '@milepost/shared/change/apply-edit';
import type { Intent } from '@milepost/shared/change/intent';
import { planEdit } from '@milepost/shared/change/plan-edit';
import { gateTemplates } from '@milepost/shared/templates/gate-templates';
import { sayRefusal } from '@milepost/shared/words/say-finding';
import {
  type Arguments,
  type Command,
  cannotRead,
  type Output,
  type Run,
  stringOption,
  usage,
} from '../command.ts';
import { findActor, NO_IDENTITY } from '../find-actor.ts';
import { type Fields, findUnset, readFields } from './new-fields.ts';

/** What each word after `new` means; captures need a title and nothing else (rulings B4). */
const MAKERS: Readonly<Record<string, (fields: Fields, template: string | undefined) => Intent>> = {
  risk: (fields) => ({ ...fields, intent: 'capture-risk' }),
  assumption: (fields) => ({ ...fields, intent: 'capture-assumption' }),
  issue: (fields) => ({ ...fields, intent: 'capture-issue' }),
  action: (fields) => ({ ...fields, intent: 'capture-action' }),
  dependency: ({ title, workstream, owner, ...rest }) => ({
    ...rest,
    title,
    ...(workstream && { workstream: String(workstream) }),
    ...(owner && { owner: String(owner) }),
    intent: 'tag-dependency',
  }),
  decision: (fields) => ({ ...fields, intent: 'draft-decision' }),
  change: (fields) => ({ ...fields, intent: 'draft-change' }),
  milestone: (fields) => ({ intent: 'create-record', kind: 'milestone', fields }),
  workstream: (fields) => ({ intent: 'create-record', kind: 'workstream', fields }),
  team: (fields) => ({ intent: 'create-record', kind: 'team', fields }),
  release: (fields) => ({ intent: 'create-record', kind: 'release', fields }),
  benefit: (fields) => ({ intent: 'create-record', kind: 'benefit', fields }),
  gate: (fields, template) => {
    const found = gateTemplates.find(({ id }) => id === template);
    return { ...fields, intent: 'create-gate', ...(found && { template: found }) };
  },
};

/** What can be made. */
export const TYPES = Object.keys(MAKERS);

const list = (given: Arguments, name: string): readonly string[] => {
  const value = given.options[name];
  return Array.isArray(value) ? value : [];
};

async function carryOut(run: Run, intent: Intent, fields: Fields): Promise<Output> {
  const actor = await findActor(run.program, run.directory, run.environment);
  if (!actor) return usage(NO_IDENTITY);
  const planned = planEdit(run.program, intent, actor);
  if (!planned.ok) {
    const { whoCan } = planned.error;
    const who = whoCan.length > 0 ? ` Who can: ${whoCan.join(', ')}.` : '';
    return { ...usage(`${sayRefusal(planned.error)}.${who}`), code: 1 };
  }
  const applied = applyEdit(planned.value, (path) => run.program.files.get(path)?.text);
  if (!applied.ok)
    return cannotRead({ code: 3, message: applied.error.map(({ path }) => path).join(', ') });
  const [first] = applied.value;
  const unset = first && findUnset(first, fields);
  if (unset) return usage(unset);
  await run.environment.files.write(run.directory, applied.value);
  return {
    code: 0,
    data: { items: planned.value.items, files: applied.value.map(({ path }) => path) },
    text: () =>
      `${planned.value.summary}\n${applied.value.map(({ path }) => `  ${path}`).join('\n')}`,
  };
}

/** Writes files and commits nothing: the person reviews and commits. */
export const newCommand: Command = {
  name: 'new',
  summary: 'Write a new record; a title is enough.',
  positionals: 'TYPE TITLE',
  options: {
    set: {
      type: 'string',
      multiple: true,
      value: 'FIELD=VALUE',
      help: 'a field of the record, lists separated by commas; may be repeated',
    },
    template: {
      type: 'string',
      value: 'NAME',
      help: `for gates: ${gateTemplates.map(({ id }) => id).join(', ')}`,
    },
  },
  examples: [
    'milepost new risk "Retry limit too low" --set owner=li.wei',
    'milepost new gate "Launch of wave 1" --template launch --set milestone=M-5',
  ],
  needs: 'program',
  run: async (run) => {
    const [type = '', title] = run.arguments.positionals;
    const make = Object.hasOwn(MAKERS, type) ? MAKERS[type] : undefined;
    if (!make) return usage(`TYPE is one of ${TYPES.join(', ')}.`);
    const template = stringOption(run.arguments, 'template');
    if (template !== undefined && !gateTemplates.some(({ id }) => id === template))
      return usage(`--template is one of ${gateTemplates.map(({ id }) => id).join(', ')}.`);
    if (template !== undefined && type !== 'gate') return usage('--template is for gates only.');
    const fallback = gateTemplates.find(({ id }) => id === template)?.title;
    if (!(title ?? fallback))
      return usage(`What is it called? For example milepost new ${type} "A short title".`);
    const fields = readFields(list(run.arguments, 'set'), title ?? fallback ?? '');
    return typeof fields === 'string'
      ? usage(fields)
      : carryOut(run, make(fields, template), fields);
  },
};
