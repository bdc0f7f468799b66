import { expect, test } from 'vitest';
import { Criterion } from '../record/criterion.ts';
import { aProgram } from '../schedule/a-program.ts';
import { ROLE_CATEGORIES, soleAuthorCategory } from './evidence-authors.ts';

const criterion = (category: string, authors: readonly string[], status = 'met') =>
  Criterion.parse({
    ...{ id: 'G-1.1', title: 'Criterion', category, status },
    evidence: authors.map((by) => ({ at: '2026-03-01', by })),
  });
const people = [{ id: 'sam', name: 'Sam', github: 'sam-x' }];
const sole = (role: string, criteria: readonly Criterion[], signatory = 'sam') =>
  soleAuthorCategory(aProgram([], { people }), criteria, role, signatory);

test('each role answers for its own categories', () => {
  expect(ROLE_CATEGORIES).toEqual({
    security_grc: ['security', 'privacy', 'compliance'],
    sre_ops_lead: ['observability', 'on_call', 'capacity', 'rollback', 'release_process'],
    qa_lead: ['testing', 'performance'],
    architecture_lead: ['architecture'],
    data_lead: ['data_migration'],
    support_lead: ['support_readiness', 'training', 'handover', 'documentation'],
    procurement_legal: ['vendor', 'legal'],
    business_owner: ['business_acceptance', 'communications'],
  });
});

test('a signatory who gave all evidence of a category stands alone in it', () => {
  expect(sole('qa_lead', [criterion('testing', ['sam', '@Sam-X'])])).toBe('testing');
  expect(sole('qa_lead', [criterion('testing', ['sam', 'eva'])])).toBeUndefined();
  expect(sole('qa_lead', [criterion('testing', ['sam']), criterion('testing', ['eva'])])).toBe(
    undefined,
  );
  expect(sole('qa_lead', [criterion('testing', ['eva']), criterion('performance', ['sam'])])).toBe(
    'performance',
  );
});

test('without evidence, for other categories and for other roles nobody stands alone', () => {
  expect(sole('qa_lead', [criterion('testing', [])])).toBeUndefined();
  expect(sole('qa_lead', [criterion('testing', ['sam'], 'in_progress')])).toBeUndefined();
  expect(sole('qa_lead', [criterion('security', ['sam'])])).toBeUndefined();
  expect(sole('finance', [criterion('testing', ['sam'])])).toBeUndefined();
});
