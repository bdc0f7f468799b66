import { importCore } from '../mutation/load-core.ts';
import { type Row, type Silence, swap } from './rows.ts';

type Lifecycle = {
  moves: Readonly<Record<string, readonly string[]>>;
  required: Readonly<Record<string, readonly string[]>>;
};
type Guard = { to: readonly string[]; from?: readonly string[]; check: unknown };
type RecordTypes = { recordTypes: Readonly<Record<string, { lifecycle: Lifecycle }>> };

const all =
  (silences: readonly Silence[]): Silence =>
  () => {
    const restores = silences.map((silence) => silence());
    return () => {
      for (const restore of restores) restore();
    };
  };

/** Guards of a type: the one list its module exports; some types have none. */
async function guardsOf(kind: string, files: readonly string[]): Promise<readonly Guard[]> {
  const path = `record/guards/${kind}-guards.ts`;
  if (!files.includes(`shared/src/${path}`)) return [];
  const module = await importCore<Readonly<Record<string, unknown>>>(path);
  return (module[`${kind}Guards`] ?? []) as readonly Guard[];
}

const asks = (guard: Guard, from: string, to: string): boolean =>
  guard.to.includes(to) && (guard.from === undefined || guard.from.includes(from));

function rowOf(
  kind: string,
  lifecycle: Lifecycle,
  guards: readonly Guard[],
  move: [string, string],
): Row {
  const [from, to] = move;
  const held = guards.filter((guard) => asks(guard, from, to));
  const required = lifecycle.required[to] ?? [];
  const loosen = all([
    ...held.map((guard) => () => swap(guard, 'check', () => undefined)),
    ...(required.length > 0 ? [() => swap(lifecycle.required, to, [])] : []),
  ]);
  const others = (lifecycle.moves[from] ?? []).filter((state) => state !== to);
  return {
    section: 'Lifecycle moves',
    id: `${kind}: ${from} → ${to}`,
    name: '',
    silence: () => swap(lifecycle.moves, from, others),
    ...(held.length + required.length > 0 ? { loosen } : {}),
    within: ['shared/src/record/lifecycle.ts'],
  };
}

/** One row for each move of each record type. */
export async function moveRows(files: readonly string[]): Promise<Row[]> {
  const { recordTypes } = await importCore<RecordTypes>('record/record-types.ts');
  const rows: Row[] = [];
  for (const [kind, { lifecycle }] of Object.entries(recordTypes)) {
    const guards = await guardsOf(kind, files);
    for (const [from, targets] of Object.entries(lifecycle.moves)) {
      for (const to of targets) rows.push(rowOf(kind, lifecycle, guards, [from, to]));
    }
  }
  return rows;
}
