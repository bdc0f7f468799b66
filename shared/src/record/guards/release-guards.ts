import { epochMinutes } from '../../schedule/day-of.ts';
import type { Guard } from './guard.ts';
import { fieldOf, isSaid, linkedIds, unmet } from './guard.ts';

const ROLLBACK = ['triggers', 'authority', 'max_minutes', 'rehearsed_on'] as const;

const checkGate: Guard<'release'>['check'] = ({ program, data }) => {
  const gate = data.gate === undefined ? undefined : program.records.get(data.gate);
  if (data.gate === undefined) return undefined;
  const outcome = gate?.kind === 'gate' ? (gate.data.decision?.outcome ?? '') : '';
  return ['go', 'conditional_go'].includes(outcome)
    ? undefined
    : unmet('gate-not-go', 'gate', { gate: data.gate, outcome });
};

const checkRollback: Guard<'release'>['check'] = ({ data }) => {
  if (data.rollback === undefined) return undefined;
  const missing = ROLLBACK.filter((name) => !isSaid(fieldOf(data.rollback, name)));
  return missing.length > 0 ? unmet('rollback-incomplete', 'rollback', { missing }) : undefined;
};

const checkPeople: Guard<'release'>['check'] = ({ data }) => {
  const bare = data.steps.filter(
    (step) => step.critical && !(isSaid(step.owner) && isSaid(step.backup)),
  );
  return bare.length > 0
    ? unmet('steps-without-people', 'steps', { steps: bare.map(({ id }) => id) })
    : undefined;
};

/** An exception is a decision or change the plan links to. */
const checkFreeze: Guard<'release'>['check'] = ({ program, data }) => {
  const window = data.change_window;
  if (window === undefined || linkedIds(data, ['DEC', 'CR']).length > 0) return undefined;
  const [start, end] = [epochMinutes(window.start), epochMinutes(window.end)];
  const hit = program.charter.freeze_windows.find(
    (freeze) =>
      start < epochMinutes(freeze.end) &&
      epochMinutes(freeze.start) < end &&
      (freeze.environments.length === 0 ||
        data.environments.length === 0 ||
        freeze.environments.some((name) => data.environments.includes(name))),
  );
  return hit === undefined ? undefined : unmet('in-freeze', 'change_window', { freeze: hit.id });
};

const checkValidated: Guard<'release'>['check'] = ({ program, id, data }) => {
  const events = program.runs.get(id)?.events ?? [];
  const last = new Map(events.map(({ step, event }) => [step, event]));
  const open = data.steps.filter(
    (step) => step.phase === 'validate' && last.get(step.id) !== 'done',
  );
  return open.length > 0
    ? unmet('steps-not-done', 'steps', { steps: open.map((step) => step.id) })
    : undefined;
};

/** Domain 1.15. */
export const releaseGuards: readonly Guard<'release'>[] = [
  { to: ['approved'], check: checkGate },
  { to: ['approved'], check: checkRollback },
  { to: ['approved'], check: checkPeople },
  { to: ['approved'], check: checkFreeze },
  { to: ['completed'], check: checkValidated },
];
