import * as z from 'zod';
import type { RecordKind } from '../record/record-types.ts';

export type Scalar = string | number | boolean | null;
export type EvidenceLevel = 'L0' | 'L1' | 'L2' | 'L3';

/** Operators of domain 3.3 and nothing else: no expression is ever evaluated. */
export type Test = {
  eq?: Scalar | undefined;
  ne?: Scalar | undefined;
  in?: readonly Scalar[] | undefined;
  gt?: number | string | undefined;
  gte?: number | string | undefined;
  lt?: number | string | undefined;
  lte?: number | string | undefined;
  exists?: boolean | undefined;
  /** The value differs between before and after; `path` is then without `before.` or `after.`. */
  changed?: boolean | undefined;
  /** Globs; one that fits is enough. */
  matches?: readonly string[] | undefined;
};

export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | ({ path: string } & Test)
  | ({ fact: string } & Test);

/** One approval a rule asks for: holders of any of `roles`, or the person a field names. */
export type Ask = {
  roles?: readonly string[] | undefined;
  /** Dotted path such as `after.provider.owner`. */
  person?: string | undefined;
  count?: number | undefined;
  /** `record`: the role must be held for the record's workstream. A fact's name: once for each workstream it lists. */
  scope?: string | undefined;
  if?: Condition | undefined;
};

/** Files that are no records but have decision rights of their own. */
export type FileKind = 'charter' | 'policy' | 'roles' | 'people' | 'sign_off';
export type Subject = RecordKind | FileKind;

/** Domain 3.2 and 3.3. */
export type Rule = {
  id: string;
  on: readonly { record: Subject; fields: readonly string[] }[];
  when?: Condition | undefined;
  require: readonly Ask[];
  /** Roles, or `owner`, whose word does not count. */
  block?: readonly string[] | undefined;
  /** The author's own approval counts (domain 3.3: DR-01 to DR-04, DR-07, and acts that are their own approval). */
  independent?: boolean | undefined;
  /** Fields an approval covers, when they are not the watched ones. */
  covers?: readonly string[] | undefined;
  min_evidence?: EvidenceLevel | undefined;
};

const ScalarValue = z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]);
const Bound = z.union([z.number(), z.string().max(100)]);

const test = {
  eq: ScalarValue.optional(),
  ne: ScalarValue.optional(),
  in: z.array(ScalarValue).max(200).optional(),
  gt: Bound.optional(),
  gte: Bound.optional(),
  lt: Bound.optional(),
  lte: Bound.optional(),
  exists: z.boolean().optional(),
  changed: z.boolean().optional(),
  matches: z.array(z.string().max(200)).max(50).optional(),
};

export const ConditionShape: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(ConditionShape).max(50) }),
    z.strictObject({ any: z.array(ConditionShape).max(50) }),
    z.strictObject({ not: ConditionShape }),
    z.strictObject({ path: z.string().max(200), ...test }),
    z.strictObject({ fact: z.string().max(100), ...test }),
  ]),
);

const Watch = z.looseObject({ record: z.string(), fields: z.array(z.string()) });

const AskShape = z.looseObject({
  role: z.string().optional(),
  roles: z.array(z.string()).optional(),
  person: z.string().optional(),
  count: z.int().min(1).max(20).optional(),
  scope: z.string().optional(),
  if: ConditionShape.optional(),
});

/** A rule of `policy.yaml`: it replaces what it names of the built-in rule with its id (readings G.10). */
export const RuleShape = z.looseObject({
  id: z.string(),
  on: z.union([Watch, z.array(Watch)]).optional(),
  when: ConditionShape.optional(),
  require: z.array(AskShape).optional(),
  block: z.array(z.string()).optional(),
  independent: z.boolean().optional(),
  min_evidence: z.enum(['L0', 'L1', 'L2', 'L3']).optional(),
});
