import { isTerminal } from './lifecycle.ts';
import type { RecordKind } from './record-types.ts';
import { recordTypes } from './record-types.ts';

/** States in which nobody need own the record yet (principle 8). */
const INTAKE: { readonly [Kind in RecordKind]?: string } = {
  risk: 'proposed',
  issue: 'new',
  dependency: 'identified',
  milestone: 'planned',
};

/**
 * Readings S-02.open: states in which somebody is expected to act: not terminal, not intake, not deferred. Criteria
 * count until they are met, waived or not applicable.
 */
export const isPastIntake = (kind: RecordKind, status: string): boolean =>
  !isTerminal(recordTypes[kind].lifecycle, status) &&
  status !== 'deferred' &&
  status !== INTAKE[kind];
