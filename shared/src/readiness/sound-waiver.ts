import type { Program } from '../program/program.ts';
import type { Criterion } from '../record/criterion.ts';
import { heldRole } from './roles.ts';

const SECURITY: readonly Criterion['category'][] = ['security', 'privacy', 'compliance'];

const acceptedUntil = (program: Program, id: string | undefined): string | undefined => {
  const risk = id === undefined ? undefined : program.records.get(id);
  if (risk?.kind !== 'risk' || risk.data.status !== 'accepted') return undefined;
  return risk.data.acceptance?.expires;
};

const hasSecurityApproval = (program: Program, { approvals, workstream }: Criterion): boolean =>
  approvals.some(
    ({ role, by, at, decision }) =>
      role === 'security_grc' &&
      decision === 'approved' &&
      heldRole(program, by, role, workstream, at),
  );

/**
 * A waiver that can carry a conditional go (domain 1.7, DR-11): not expired, given by someone who held the sponsor's role,
 * with an accepted risk that has not expired, and for security, privacy and compliance with security's approval too.
 */
export function isSoundWaiver(program: Program, criterion: Criterion, asOf: string): boolean {
  const { waiver, status, workstream, category } = criterion;
  if (status !== 'waived' || waiver === undefined || waiver.expires < asOf) return false;
  const until = acceptedUntil(program, waiver.risk);
  if (until === undefined || until < asOf) return false;
  if (!heldRole(program, waiver.by, 'executive_sponsor', workstream, waiver.at)) return false;
  return !SECURITY.includes(category) || hasSecurityApproval(program, criterion);
}
