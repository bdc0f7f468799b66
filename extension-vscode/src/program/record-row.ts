import type { BadgeKind } from '@milepost/shared/context/badge';
import { shortName } from '@milepost/shared/context/short-name';
import type { AnyRecord } from '@milepost/shared/record/record-types';
import type { ProgramFacts } from './facts.ts';
import { KIND_GLYPHS, type KindGlyph, type LevelFill, type RowIcon } from './icon.ts';
import { personName, sayBadgeName, sayFact, sayState } from './row-words.ts';
import type { TreeRow } from './tree-row.ts';

type RowOptions = {
  prefix: string;
  context: TreeRow['context'];
  /** Which way a dependency points where it is listed; `needs` unless the place says otherwise. */
  side?: 'provides' | 'needs';
};

const isKindGlyph = (kind: string): kind is KindGlyph =>
  (KIND_GLYPHS as readonly string[]).includes(kind);

/** The silhouette of a kind in the fill of a level. */
export function recordIcon(kind: BadgeKind | AnyRecord['kind'], level: LevelFill): RowIcon {
  if (kind === 'decision') return { glyph: level === 'done' ? 'decision-made' : 'decision', level };
  if (kind === 'dependency') return { glyph: `needs-${level}`, level };
  return isKindGlyph(kind)
    ? { glyph: `${kind}-${level}`, level }
    : { glyph: `level-${level}`, level };
}

/** One record with its computed state in muted text behind it. */
export function recordRow(
  facts: ProgramFacts,
  record: AnyRecord,
  { prefix, context, side }: RowOptions,
): TreeRow {
  const own = facts.badge(record);
  const badge = own && side ? { ...own, kind: side } : own;
  const level = badge?.level ?? 'unknown';
  const state = badge ? sayState(badge, facts) : record.data.status.replaceAll('_', ' ');
  const head = `${record.id} ${record.data.title}`;
  const why = badge?.why.map((fact) => sayFact(fact, facts)) ?? [];
  const owner = 'owner' in record.data ? record.data.owner : undefined;
  return {
    key: `${prefix}/${record.id}`,
    label: `${record.id} ${shortName(record.data.title)}`,
    description: state,
    tooltip: [head, state, ...why, ...(owner ? [`Owner: ${personName(facts, owner)}`] : [])].join(
      '\n',
    ),
    spoken: badge ? sayBadgeName(badge, facts) : `${head}, ${state}`,
    icon: recordIcon(badge?.kind ?? record.kind, level),
    context,
    subject: { id: record.id, path: record.path },
  };
}
