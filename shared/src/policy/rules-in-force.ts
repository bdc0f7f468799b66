import type { Program } from '../program/program.ts';
import { builtInRules } from './built-in-rules.ts';
import { activeRules } from './profile.ts';
import { type EvidenceLevel, type Rule, RuleShape, type Subject } from './rule.ts';

type Register = Pick<Program, 'charter' | 'policy'>;

const asWatches = (
  on: { record: string; fields: string[] } | { record: string; fields: string[] }[],
) =>
  (Array.isArray(on) ? on : [on]).map(({ record, fields }) => ({
    record: record as Subject,
    fields,
  }));

/** One rule of `policy.yaml` laid over the built-in one with its id; what cannot be read is left out. */
function overlay(base: Rule | undefined, given: unknown): Rule | undefined {
  const parsed = RuleShape.safeParse(given);
  if (!parsed.success) return base;
  const { id, on, require, when, block, independent, min_evidence } = parsed.data;
  const asks = require?.map(({ role, roles, person, count, scope, if: only }) => ({
    roles: roles ?? (role === undefined ? undefined : [role]),
    person,
    count,
    scope,
    if: only,
  }));
  return {
    ...(base ?? { id, on: [], require: [] }),
    ...(on === undefined ? {} : { on: asWatches(on) }),
    ...(asks === undefined ? {} : { require: asks }),
    ...(when === undefined ? {} : { when }),
    ...(block === undefined ? {} : { block }),
    ...(independent === undefined ? {} : { independent }),
    ...(min_evidence === undefined ? {} : { min_evidence }),
  };
}

const named = (rules: readonly Rule[], id: string): Rule | undefined =>
  rules.find((rule) => rule.id === id);

/** Every rule, whether on or off, after the overrides of `policy.yaml`; own rules come last. */
export function allRules({ policy }: Pick<Program, 'policy'>): readonly Rule[] {
  const given = policy.rules;
  const changed = builtInRules.map((rule) => {
    const own = given.find((each) => each.id === rule.id);
    return own === undefined ? rule : (overlay(rule, own) ?? rule);
  });
  const added = given
    .filter((each) => named(builtInRules, each.id) === undefined)
    .flatMap((each) => overlay(undefined, each) ?? []);
  return [...changed, ...added];
}

/** The rules a program's profile and policy put in force (rulings A2). */
export function rulesInForce(register: Register): readonly Rule[] {
  const active = activeRules(register.charter, register.policy);
  return allRules(register).filter((rule) => active.has(rule.id));
}

/** Least evidence an approval of a rule needs: policy, else the rule; only regulated asks for more than a word. */
export function leastLevel({ charter, policy }: Register, rule: Rule): EvidenceLevel {
  const own = policy.min_evidence[rule.id];
  if (own !== undefined) return own;
  return charter.profile === 'regulated' ? (rule.min_evidence ?? 'L1') : 'L0';
}
