import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export type Size = { records: number; around: number };

const folders = ['risks/R', 'actions/ACT', 'issues/I', 'dependencies/D', 'milestones/M'];
const words =
  'gateway vendor settlement slot review launch contract sandbox team release audit cutover interface ledger batch queue tariff branch'.split(
    ' ',
  );

/** About 700 bytes that do not repeat from record to record: packs must not look smaller than they are. */
const recordText = (number: number, word = ''): string => {
  let seed = number * 2654435761 + 1;
  const draw = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return `${words[seed % words.length]}${(seed >> 8) % 97}`;
  };
  const line = (count: number) => Array.from({ length: count }, draw).join(' ');
  return `id: X-${number}\ntitle: ${line(8)}\nstatus: open\ncause: ${line(20)}\neffect: ${line(40)}\nword: ${word}\n`;
};

const fileOf = (path: string, text: string): string =>
  `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`;

const pathOf = (folder: string, number: number): string =>
  `${folder === '' ? '' : `${folder}/`}${folders[number % folders.length]}-${number}.yaml`;

function* startFiles(folder: string, { records, around }: Size) {
  const charter = 'format: milepost/1\nname: Bench\nkey: bench\n';
  yield fileOf(`${folder === '' ? '' : `${folder}/`}program.yaml`, charter);
  for (let number = 1; number < records; number += 1)
    yield fileOf(pathOf(folder, number), recordText(number));
  for (let number = 0; number < around; number += 1) {
    const path = `src/p${number % 100}/d${number % 700}/f${number}.ts`;
    yield fileOf(path, `export const value${number} = '${recordText(number).slice(20, 300)}';\n`);
  }
}

/** A bare repository `name` below `root` with that many records, and other files around them. */
export const makeRepository = (root: string, name: string, folder: string, size: Size) => {
  const dir = join(root, name);
  const importCommit = (message: string, files: Iterable<string>, parent: string) => {
    const head = `commit refs/heads/main\ncommitter T <t@example.org> 1767225600 +0000\n`;
    const input = `${head}data ${message.length}\n${message}\n${parent}${[...files].join('')}\n`;
    execFileSync('git', ['-C', dir, 'fast-import', '--quiet'], { input });
  };
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', dir]);
  for (const key of ['uploadpack.allowFilter', 'http.receivepack'])
    execFileSync('git', ['-C', dir, 'config', key, 'true']);
  importCommit('Start', startFiles(folder, size), '');
  execFileSync('git', ['-C', dir, 'repack', '-adq']);
  return {
    /** Three records change, as somebody else's commit; each holds the word afterwards. */
    change: (word: string) => {
      const files = [10, 11, 12].map((n) => fileOf(pathOf(folder, n), recordText(n, word)));
      importCommit('Change', files, 'from refs/heads/main^0\n');
    },
  };
};
