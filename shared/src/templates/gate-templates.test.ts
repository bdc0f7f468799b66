import { expect, test } from 'vitest';
import { Criterion } from '../record/criterion.ts';
import { Gate } from '../record/gate.ts';
import { ROLES } from '../record/people.ts';
import { gateTemplates } from './gate-templates.ts';

test.each(gateTemplates)(
  'the $id template makes a gate and criteria that our schemas accept',
  (template) => {
    const gate = {
      id: 'G-1',
      title: template.title,
      type: template.type,
      required_signoffs: template.signoffs,
    };
    expect(Gate.safeParse(gate).success).toBe(true);
    for (const [position, criterion] of template.criteria.entries()) {
      const record = { ...criterion, id: `G-1.${position + 1}` };
      expect(Criterion.safeParse(record).error?.issues).toBeUndefined();
    }
  },
);

test.each(gateTemplates)('the $id template asks for sign-offs by roles that exist', (template) => {
  expect(template.signoffs.filter(({ role }) => !ROLES.some((known) => known === role))).toEqual(
    [],
  );
  expect(template.signoffs.some(({ mandatory }) => mandatory)).toBe(true);
});

test.each(gateTemplates)(
  'the $id template says each thing once and holds a mandatory criterion',
  (template) => {
    const statements = template.criteria.map(({ statement }) => statement);
    expect(new Set(statements).size).toBe(statements.length);
    expect(template.criteria.some(({ mandatory }) => mandatory)).toBe(true);
  },
);

test('template ids are unique', () => {
  expect(new Set(gateTemplates.map(({ id }) => id)).size).toBe(gateTemplates.length);
});
