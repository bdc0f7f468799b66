import type { Milestone } from '../record/milestone.ts';
import { type AnyRecord, recordTypes } from '../record/record-types.ts';

const INTAKE: Readonly<Partial<Record<AnyRecord['kind'], string>>> = {
  risk: 'proposed',
  issue: 'new',
  dependency: 'identified',
  milestone: 'planned',
};

/** Open in the sense of readings S-02.open: past intake, not over and not deferred. */
export function isOpen({ kind, data }: AnyRecord): boolean {
  const { status } = data;
  if (status === 'void' || status === 'deferred' || status === INTAKE[kind]) return false;
  const terminal: readonly string[] = recordTypes[kind].lifecycle.terminal;
  return !terminal.includes(status);
}

/** Told to somebody outside the program, or of the external type (readings S-17.external). */
export const isExternal = ({ type, external_commitment }: Milestone): boolean =>
  type === 'external' || external_commitment;
