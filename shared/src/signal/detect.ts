import type { Program } from '../program/program.ts';
import type { Activity } from './activity.ts';
import {
  type Detection,
  type Fact,
  type Found,
  SEVERITIES,
  type Severity,
  type Signal,
  type SignalDefinition,
} from './signal.ts';
import { baseView, settingsOf, viewFor } from './signal-view.ts';
import { signals } from './signals.ts';
import { snoozedUntil } from './snoozed-until.ts';

const known = (facts: Found['facts'] = {}): Record<string, Fact> =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as Record<
    string,
    Fact
  >;

function signalOf(program: Program, rule: string, found: Found, asOf: string): Signal {
  const { code, severity, subjects, since } = found;
  const dedupeKey = `${rule}:${code}:${subjects.join('+')}`;
  const until = snoozedUntil(program, rule, { subjects, dedupeKey }, asOf);
  return {
    rule,
    code,
    severity,
    subjects,
    facts: known(found.facts),
    ...(since === undefined ? {} : { since }),
    dedupeKey,
    ...(until === undefined ? {} : { snoozedUntil: until }),
  };
}

/** What keeps a rule from speaking; empty when nothing does. Person-level rules are off by default (rulings E6). */
function missingFor(program: Program, activity: Activity, definition: SignalDefinition): string[] {
  const { enabled } = settingsOf(program, definition.rule);
  const on = typeof enabled === 'boolean' ? enabled : definition.personal !== true;
  if (!on) return ['policy'];
  return (definition.needs ?? []).filter((part) => activity[part] === undefined);
}

export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity);

function worstFirst(a: Signal, b: Signal): number {
  const bySeverity = severityRank(b.severity) - severityRank(a.severity);
  if (bySeverity !== 0) return bySeverity;
  return a.dedupeKey < b.dedupeKey ? -1 : Number(a.dedupeKey > b.dedupeKey);
}

/**
 * The signals of domain part 4 at the end of `asOf` (readings F). `activity` is what was read from trackers and hosts;
 * a rule whose input is absent is listed in `notEvaluated` instead of staying silent. Pure.
 */
export function detect(program: Program, activity: Activity, asOf: string): Detection {
  const base = baseView(program, activity, asOf);
  const found: Signal[] = [];
  const notEvaluated: { rule: string; needs: readonly string[] }[] = [];
  for (const definition of signals) {
    const { rule } = definition;
    const needs = missingFor(program, activity, definition);
    if (needs.length > 0) {
      notEvaluated.push({ rule, needs });
      continue;
    }
    for (const each of definition.detect(viewFor(base, rule))) {
      found.push(signalOf(program, rule, each, asOf));
    }
  }
  return { asOf, signals: found.toSorted(worstFirst), notEvaluated };
}
