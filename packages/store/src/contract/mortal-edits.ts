import type { Edit } from '@milepost/shared/change/edit';
import type { Program } from '@milepost/shared/program/program';
import { addEntry, createRisk, setTitle } from './sample-edits.ts';

export const editKinds = ['create', 'note', 'rename', 'link', 'sign'] as const;
export type EditKind = (typeof editKinds)[number];

const numberOf = (path: string): number => Number(/^risks\/R-(\d+)\.yaml$/.exec(path)?.[1] ?? 0);

const risksOf = (program: Program): number[] =>
  [...program.files.keys()]
    .map(numberOf)
    .filter((number) => number > 0)
    .toSorted((left, right) => left - right);

const titleOf = (program: Program, number: number): unknown => {
  const data: object = program.records.get(`R-${number}`)?.data ?? {};
  return 'title' in data ? data.title : undefined;
};

/** A dependency that names a risk: when one is renumbered the other must follow. */
const link = (program: Program, risk: number, word: string): Edit => {
  const taken = [...program.files.keys()].map((path) => Number(/D-(\d+)/.exec(path)?.[1] ?? 0));
  const id = `D-${Math.max(0, ...taken) + 1}`;
  const about = titleOf(program, risk);
  const data = { id, title: word, affects: [`R-${risk}`], deliverable: `about ${String(about)}` };
  return {
    intent: 'tag-dependency',
    items: [id, `R-${risk}`],
    summary: `Tag dependency ${id}`,
    files: [{ kind: 'create', path: `dependencies/${id}.yaml`, id, data }],
  };
};

/** A file without an id: two people who make it meet key by key. */
const sign = (client: number, word: string): Edit => ({
  intent: 'sign-off',
  items: ['G-1'],
  summary: 'Sign off gate G-1',
  files: [
    {
      kind: 'create',
      path: 'gates/G-1/signoffs/pm.yaml',
      id: undefined,
      data: { gate: 'G-1', role: 'pm', person: `client-${client}`, comment: word },
    },
  ],
});

export type Made = { edit: Edit; was?: unknown };

/** The next edit of a person who sees this program; `word` makes it recognisable. */
export const nextEdit = (
  program: Program,
  { kind, client, target }: { kind: EditKind; client: number; target: number },
  word: string,
): Made => {
  const risks = risksOf(program);
  const newest = risks.at(-1) ?? 0;
  // Half of what is done is done to the newest record, which may not be published yet.
  const risk = target % 2 === 0 ? newest : (risks[target % risks.length] ?? 0);
  if (kind === 'create' || risk === 0) return { edit: createRisk(newest + 1, word, word) };
  if (kind === 'note') return { edit: addEntry(risk, word) };
  if (kind === 'link') return { edit: link(program, risk, word) };
  if (kind === 'sign') return { edit: sign(client, word) };
  const was = titleOf(program, risk);
  return { edit: setTitle(risk, word, String(was)), was };
};
