import { sameValue, valueAt } from '../../text/field-value.ts';
import type { FactInput } from './fact-input.ts';

const numberAt = (data: unknown, ...path: string[]): number => {
  const value = valueAt(data, path);
  return typeof value === 'number' ? value : 0;
};

/** Percent of the baseline size from which a scope change is major (DR-09). */
const MAJOR_PERCENT = 5;

const sizeDelta = ({ change }: FactInput): number =>
  change.subject === 'change'
    ? numberAt(change.after, 'impact', 'scope', 'size_delta')
    : numberAt(change.after, 'scope', 'baseline', 'size') -
      numberAt(change.before, 'scope', 'baseline', 'size');

/** A change request whose schedule impact names an externally promised milestone. */
function movesExternalDate({ change, after }: FactInput): boolean {
  const schedule = valueAt(change.after, ['impact', 'schedule']);
  const rows = Array.isArray(schedule) ? schedule : [];
  return rows.some((row) => {
    const record = after.records.get(String(valueAt(row, ['milestone'])));
    return record?.kind === 'milestone' && record.data.external_commitment;
  });
}

const objectivesChange = ({ change }: FactInput): boolean =>
  change.subject === 'charter' &&
  !sameValue(valueAt(change.before, ['objectives']), valueAt(change.after, ['objectives']));

/** At least 5% of the baseline, an objective, or an external date (DR-09). Without a baseline size: major. */
export function majorScope(input: FactInput): boolean {
  const base = numberAt(input.before.charter, 'scope', 'baseline', 'size');
  const delta = Math.abs(sizeDelta(input));
  const large = base > 0 ? (delta * 100) / base >= MAJOR_PERCENT : delta > 0;
  return large || objectivesChange(input) || movesExternalDate(input);
}

/** Absolute change of money, in the program's currency. */
export function costDelta({ change }: FactInput): number {
  if (change.subject === 'charter') {
    const now = numberAt(change.after, 'budget', 'bac');
    return Math.abs(now - numberAt(change.before, 'budget', 'bac'));
  }
  return (
    Math.abs(numberAt(change.after, 'impact', 'cost', 'one_off')) +
    Math.abs(numberAt(change.after, 'impact', 'cost', 'run_rate'))
  );
}

/** Without a threshold every change of money is above it. */
export const aboveThreshold = (input: FactInput): boolean =>
  costDelta(input) > (input.before.charter.budget?.approval_threshold ?? 0);

/** Percentage points of a team's allocation from which a change is material (DR-10). */
const MATERIAL_POINTS = 20;

function shares(data: unknown): Map<string, number> {
  const rows = valueAt(data, ['allocations']);
  const entries = (Array.isArray(rows) ? rows : []).map(
    (row) => [String(valueAt(row, ['workstream'])), numberAt(row, 'pct')] as const,
  );
  return new Map(entries);
}

const isGone = (data: unknown): boolean =>
  data === undefined || ['void', 'inactive'].includes(String(valueAt(data, ['status'])));

/** A team comes or goes, or a fifth of it moves between workstreams (DR-10). */
export function materialAllocation({ change }: FactInput): boolean {
  if (isGone(change.before) !== isGone(change.after)) return true;
  const [old, now] = [shares(change.before), shares(change.after)];
  return [...new Set([...old.keys(), ...now.keys()])].some(
    (key) => Math.abs((now.get(key) ?? 0) - (old.get(key) ?? 0)) >= MATERIAL_POINTS,
  );
}
