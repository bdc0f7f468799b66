import { recordKinds } from '@milepost/shared/record/record-types';
import type { Imported } from './import-program.ts';

/** How many examples of one kind of remark are shown. */
const SHOWN = 3;

const groupBy = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [string, readonly Item[]])[] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
};

const count = (many: number): string => String(many).padStart(6);

function sayFiles({ outcomes }: Imported): readonly string[] {
  const refused = outcomes.flatMap(({ path, refusal }) =>
    refusal === undefined ? [] : [{ path, ...refusal }],
  );
  const used = outcomes.length - refused.length;
  return [
    `files in ${outcomes.length} = used ${used} + refused ${refused.length}`,
    ...groupBy(refused, ({ reason }) => reason).flatMap(([reason, files]) => [
      `${count(files.length)} refused: ${reason}`,
      ...files.map(({ path, detail }) => `         ${path}${detail === '' ? '' : ` (${detail})`}`),
    ]),
  ];
}

function sayRecords({ program, files }: Imported): readonly string[] {
  const signOffs = [...program.signOffs.values()].flat().length;
  return [
    `records ${program.records.size}, files written ${files.length}`,
    ...recordKinds
      .filter((kind) => program.byKind[kind].length > 0)
      .map((kind) => `${count(program.byKind[kind].length)} ${kind}`),
    `${count(signOffs)} sign-off`,
    `${count(program.people.people.length)} people`,
  ];
}

function sayRemarks({ remarks }: Imported): readonly string[] {
  return [
    `remarks ${remarks.length} (the file is used all the same)`,
    ...groupBy(remarks, ({ code }) => code).flatMap(([code, list]) => [
      `${count(list.length)} ${code}`,
      ...list.slice(0, SHOWN).map(({ path, detail }) => `         ${path}: ${detail}`),
      ...(list.length > SHOWN ? [`         … ${list.length - SHOWN} more`] : []),
    ]),
  ];
}

/** What the import came to, as lines for a person. */
export const sayImport = (imported: Imported): string =>
  [
    ...sayFiles(imported),
    ...sayRecords(imported),
    ...sayRemarks(imported),
    `newest day of the source ${imported.newest}: read the program with --as-of ${imported.newest}`,
  ].join('\n');
