import { riskScore } from '../../health/risk-figures.ts';
import type { Program } from '../../program/program.ts';
import { epochMinutes } from '../../schedule/day-of.ts';
import { sameValue, valueAt } from '../../text/field-value.ts';
import type { FactInput } from './fact-input.ts';

const listAt = (data: unknown, ...path: string[]): readonly unknown[] => {
  const value = valueAt(data, path);
  return Array.isArray(value) ? value : [];
};

const sharedForums = (data: unknown): readonly unknown[] =>
  listAt(data, 'forums').filter((forum) => listAt(forum, 'programs').length > 1);

/** A forum that serves several programs (its `programs` list) is changed (DR-13). */
export const affectsOtherPrograms = ({ change }: FactInput): boolean =>
  !sameValue(sharedForums(change.before), sharedForums(change.after));

const managers = (data: unknown): readonly unknown[] =>
  listAt(data, 'roles').filter((entry) => valueAt(entry, ['role']) === 'program_manager');

/** Somebody else becomes program manager, in the charter or by a role holding (DR-15). */
export function programManagerChanges({ change }: FactInput): boolean {
  if (change.subject === 'roles')
    return !sameValue(managers(change.before), managers(change.after));
  const named = (data: unknown) => valueAt(data, ['program_manager']);
  return named(change.before) !== named(change.after);
}

const rolesOfPeople = (data: unknown): readonly unknown[] =>
  listAt(data, 'people')
    .map((person) => [valueAt(person, ['id']), valueAt(person, ['roles'])])
    .filter(([, roles]) => Array.isArray(roles) && roles.length > 0);

/** Who may decide what is changed; names and addresses of people are free to edit (rulings B3, DR-21). */
export function changesRights({ change }: FactInput): boolean {
  if (change.subject === 'people') {
    return !sameValue(rolesOfPeople(change.before), rolesOfPeople(change.after));
  }
  if (change.subject !== 'charter') return true;
  return valueAt(change.before, ['profile']) !== valueAt(change.after, ['profile']);
}

type Freeze = Program['charter']['freeze_windows'][number];

/** A side that names no environment means all of them. */
const sharesEnvironment = (freeze: Freeze, environments: readonly unknown[]): boolean =>
  freeze.environments.length === 0 ||
  environments.length === 0 ||
  freeze.environments.some((each) => environments.includes(each));

/** The change window of a release overlaps a freeze of one of its environments (DR-19). */
export function insideFreeze({ change, after }: FactInput): boolean {
  const start = valueAt(change.after, ['change_window', 'start']);
  const end = valueAt(change.after, ['change_window', 'end']);
  if (typeof start !== 'string' || typeof end !== 'string') return false;
  const environments = listAt(change.after, 'environments');
  const overlaps = (freeze: Freeze) =>
    epochMinutes(start) < epochMinutes(freeze.end) &&
    epochMinutes(freeze.start) < epochMinutes(end);
  return after.charter.freeze_windows.some(
    (freeze) => sharesEnvironment(freeze, environments) && overlaps(freeze),
  );
}

/** An open risk of level high or critical names the release or its milestone (DR-19). */
export function highRiskChange({ change, after, asOf }: FactInput): boolean {
  const subjects = [change.id, valueAt(change.after, ['milestone'])];
  return after.byKind.risk.some(({ data }) => {
    const open = data.status === 'open' || data.status === 'treating';
    const level = riskScore(after.charter, data, asOf)?.level;
    const high = level === 'high' || level === 'critical';
    return open && high && data.affects.some((id) => subjects.includes(id));
  });
}
