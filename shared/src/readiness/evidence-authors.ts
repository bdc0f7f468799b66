import type { Program } from '../program/program.ts';
import type { Criterion } from '../record/criterion.ts';
import { personId } from './roles.ts';

/** Which criteria categories a role answers for when it signs (domain 1.7: roles and categories of the gate). */
export const ROLE_CATEGORIES: Readonly<Record<string, readonly Criterion['category'][]>> = {
  security_grc: ['security', 'privacy', 'compliance'],
  sre_ops_lead: ['observability', 'on_call', 'capacity', 'rollback', 'release_process'],
  qa_lead: ['testing', 'performance'],
  architecture_lead: ['architecture'],
  data_lead: ['data_migration'],
  support_lead: ['support_readiness', 'training', 'handover', 'documentation'],
  procurement_legal: ['vendor', 'legal'],
  business_owner: ['business_acceptance', 'communications'],
};

/**
 * The category in which all evidence of the gate comes from the signatory alone, if there is one: who signs may not be
 * the only one who vouches (domain 1.7). Roles without categories of their own are not held to it.
 */
export function soleAuthorCategory(
  program: Program,
  criteria: readonly Criterion[],
  role: string,
  signatory: string,
): Criterion['category'] | undefined {
  const signer = personId(program, signatory);
  return (ROLE_CATEGORIES[role] ?? []).find((category) => {
    const authors = criteria
      .filter((criterion) => criterion.category === category && criterion.status === 'met')
      .flatMap(({ evidence }) => evidence.map(({ by }) => personId(program, by)));
    return authors.length > 0 && authors.every((author) => author === signer);
  });
}
