import { describe, expect, test } from 'vitest';
import { signableRoles } from './signable-roles.ts';
import { theExample } from './the-example.ts';

function roles(by: string, asOf = '2026-03-10', files: Record<string, string> = {}) {
  const facts = theExample(asOf, files);
  const gate = facts.program.byKind.gate.find(({ id }) => id === 'G-2');
  if (gate === undefined) throw new Error('no G-2');
  return signableRoles(facts, gate, by);
}

describe('roles a person may sign off as', () => {
  test('only those the gate asks for and the person holds', () => {
    expect(roles('ivy.chan')).toEqual(['security_grc']);
    expect(roles('tom.berg')).toEqual([]);
  });

  test('a role held later is not held yet', () => {
    expect(roles('ivy.chan', '2026-01-01')).toEqual([]);
  });

  test('in the lite profile anybody may sign off as what the gate asks for', () => {
    const charter = 'format: milepost/1\nprofile: lite\nname: Payments\nkey: pay\n';
    expect(roles('someone@else.example', '2026-03-10', { 'program.yaml': charter })).toHaveLength(
      3,
    );
  });
});
