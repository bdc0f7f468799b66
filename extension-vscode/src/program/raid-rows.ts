import { isTerminal } from '@milepost/shared/record/lifecycle';
import { type AnyRecord, recordTypes } from '@milepost/shared/record/record-types';
import { sayFinding } from '@milepost/shared/words/say-finding';
import type { ProgramFacts } from './facts.ts';
import { groupBy } from './group-by.ts';
import { LEVEL_FILLS, type LevelFill } from './icon.ts';
import { recordRow } from './record-row.ts';
import { capital } from './row-words.ts';
import { inPages, type TreeRow } from './tree-row.ts';

const RAID = ['risk', 'assumption', 'issue', 'dependency'] as const;

const isOpen = (record: AnyRecord): boolean =>
  !isTerminal(recordTypes[record.kind].lifecycle, record.data.status);

const levelNames: Record<LevelFill, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  unknown: 'Not rated',
  done: 'Done',
};

function levelRow(facts: ProgramFacts, level: LevelFill, records: readonly AnyRecord[]): TreeRow {
  const key = `raid/${level}`;
  const rows = (from: number, to: number) =>
    records.slice(from, to).map((record) =>
      recordRow(facts, record, {
        prefix: key,
        context: record.kind === 'dependency' ? 'dependency' : 'record',
      }),
    );
  const name = levelNames[level];
  return {
    key,
    label: name,
    description: String(records.length),
    tooltip: `${name}: ${records.length} open`,
    spoken: `${name}, ${records.length} open`,
    icon: { glyph: `level-${level}`, level },
    context: 'group',
    children: () => inPages(key, records.length, rows),
  };
}

function group(key: string, label: string, count: string, children: () => TreeRow[]): TreeRow {
  return {
    key,
    label,
    description: count,
    tooltip: `${label}: ${count}`,
    spoken: `${label}, ${count}`,
    icon: { codicon: 'list-tree' },
    context: 'group',
    children,
  };
}

/** The open RAID log in one row; its levels are worked out when it is opened. */
export function raidRow(facts: ProgramFacts): TreeRow[] {
  const open = RAID.flatMap((kind): AnyRecord[] => [...facts.program.byKind[kind]]).filter(isOpen);
  if (open.length === 0) return [];
  const levels = () => {
    const byLevel = groupBy(open, (record) => facts.badge(record)?.level ?? 'unknown');
    return LEVEL_FILLS.flatMap((level) => {
      const records = byLevel.get(level);
      return records ? [levelRow(facts, level, records)] : [];
    });
  };
  return [group('raid', 'RAID log', `${open.length} open`, levels)];
}

/** Decisions and change requests that wait for somebody, then those that are made. */
export function decisionRows(facts: ProgramFacts): TreeRow[] {
  return (['decision', 'change'] as const).flatMap((kind) => {
    const all: AnyRecord[] = facts.program.byKind[kind].filter(
      ({ data }) => data.status !== 'void',
    );
    if (all.length === 0) return [];
    const open = all.filter(isOpen);
    const ordered = [...open, ...all.filter((record) => !isOpen(record))];
    const rows = (from: number, to: number) =>
      ordered
        .slice(from, to)
        .map((record) => recordRow(facts, record, { prefix: kind, context: 'record' }));
    const label = kind === 'decision' ? 'Decisions' : 'Changes';
    return [group(kind, label, `${open.length} open`, () => inPages(kind, ordered.length, rows))];
  });
}

/** Files that cannot be read, each with the reason; first, because every figure may be wrong without them. */
export function brokenRows({ program }: ProgramFacts): TreeRow[] {
  return program.broken.length === 0 ? [] : [brokenGroup(program.broken)];
}

function brokenGroup(broken: ProgramFacts['program']['broken']): TreeRow {
  const count = broken.length === 1 ? '1 file' : `${broken.length} files`;
  return {
    ...group('broken', `${capital(count)} cannot be read`, '', () =>
      broken.map(({ path, id, findings }) => {
        const first = findings[0];
        const reason = first === undefined ? '' : sayFinding(first);
        return {
          key: `broken/${path}`,
          label: id ?? path,
          description: first ? `line ${first.line}: ${reason}` : '',
          tooltip: `${path}\n${reason}`,
          spoken: `${path} cannot be read. ${reason}`,
          icon: { codicon: 'error', level: 'critical' },
          context: 'broken' as const,
          subject: { path, ...(id ? { id } : {}) },
        };
      }),
    ),
    icon: { codicon: 'error', level: 'critical' },
    open: true,
  };
}
