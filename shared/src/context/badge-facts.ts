import type { ComputedFigures } from '../health/milestone-health.ts';
import type { Program } from '../program/program.ts';
import { findPerson } from '../readiness/roles.ts';
import type { AnyRecord, RecordKind, TypedRecord } from '../record/record-types.ts';
import type { Badge, BadgeKind, BadgeLevel, Said } from './badge.ts';
import type { Match, PageContext } from './context.ts';

/** What a surface knows beside the program itself. */
export type BadgeExtras = {
  /** Ids with an edit in the outbox. */
  unpublished?: ReadonlySet<string>;
  /** How many values a field of this record has until a person chooses. */
  conflicts?: ReadonlyMap<string, { field: string; count: number }>;
  /** Figures of the schedule by milestone id, where they are there already (rulings C6). */
  computed?: ReadonlyMap<string, ComputedFigures>;
  /** `own`: an extension page or an editor, which may show classified records. Default `page` (rulings A6). */
  shownIn?: 'page' | 'own';
};

export type BadgeFacts = {
  program: Program;
  asOf: string;
  page: PageContext;
  extras: BadgeExtras;
  /** All matches of the page that may be shown. */
  matches: readonly Match[];
};

/** A match whose record is of one kind. */
export type MatchOf<Kind extends RecordKind> = Match & { record: TypedRecord<Kind> };

export const isOf =
  <Kind extends RecordKind>(kind: Kind) =>
  (match: Match): match is MatchOf<Kind> =>
    match.record.kind === kind;

/** What each kind of record says about itself; the rest of a badge is the same for all. */
export type BadgeCore = {
  kind: BadgeKind;
  shortName: string;
  level: BadgeLevel;
  state: Said;
  why: readonly Said[];
  next?: Said | undefined;
  dates?: Badge['dates'] | undefined;
  /** Among badges of one level the higher weight comes first. */
  weight?: number;
};

export const said = (code: string, facts: Said['facts'] = {}, since?: string): Said =>
  since === undefined ? { code, facts } : { code, facts, since };

/** The name of a person where it is known, else the reference as written. */
export const nameOf = (program: Program, ref: string): string =>
  findPerson(program, ref)?.name ?? ref;

/** `who` for sentences, absent where nobody is named. */
export const who = (program: Program, ref: string | undefined): { who?: string } =>
  ref === undefined ? {} : { who: nameOf(program, ref) };

/** Rulings A6: nothing above `internal` is drawn into a page of somebody else. */
export const isClassified = ({ data }: AnyRecord): boolean =>
  data.classification === 'confidential' || data.classification === 'restricted';

export const isHidden = (record: AnyRecord | undefined, extras: BadgeExtras): boolean =>
  extras.shownIn !== 'own' && record !== undefined && isClassified(record);

/** Somebody named the record here; its end is news then, while by path only what is open is. */
export const isNamed = ({ reasons, through }: Match): boolean =>
  through === undefined &&
  reasons.some(({ rule }) => rule === 'trailer' || rule === 'external' || rule === 'mention');

/** Drops members that are undefined, so that optional fields stay absent. */
export const present = <Value extends Record<string, string | undefined>>(
  value: Value,
): { [Key in keyof Value]?: string } =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof Value]?: string;
  };
