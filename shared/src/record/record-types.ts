import type * as z from 'zod';
import { Action, actionLifecycle } from './action.ts';
import { Assumption, assumptionLifecycle } from './assumption.ts';
import { Benefit, benefitLifecycle } from './benefit.ts';
import { ChangeRequest, changeRequestLifecycle } from './change-request.ts';
import { Criterion, criterionLifecycle } from './criterion.ts';
import { Decision, decisionLifecycle } from './decision.ts';
import { Dependency, dependencyLifecycle } from './dependency.ts';
import { Escalation, escalationLifecycle } from './escalation.ts';
import { Gate, gateLifecycle } from './gate.ts';
import { Issue, issueLifecycle } from './issue.ts';
import type { Lifecycle } from './lifecycle.ts';
import { Milestone, milestoneLifecycle } from './milestone.ts';
import { Release, releaseLifecycle } from './release.ts';
import {
  CostSnapshot,
  costLifecycle,
  Meeting,
  meetingLifecycle,
  Report,
  reportLifecycle,
  Survey,
  surveyLifecycle,
} from './report.ts';
import { Risk, riskLifecycle } from './risk.ts';
import { Team, teamLifecycle, Workstream, workstreamLifecycle } from './workstream.ts';

const numbered = (prefix: string) => new RegExp(`^${prefix}-[1-9]\\d{0,4}$`);

type RecordType<Schema extends z.ZodType> = {
  /** Ids of this type, and nothing else, match. */
  id: RegExp;
  /** What ids start with, without the hyphen. Criteria share the gate's. */
  prefix: string;
  /** Where the file of an id lies, below the program folder, `/` separated. */
  path: (id: string) => string;
  schema: Schema;
  lifecycle: Lifecycle;
};

const define = <Schema extends z.ZodType>(
  prefix: string,
  id: RegExp,
  path: (id: string) => string,
  schema: Schema,
  lifecycle: Lifecycle,
): RecordType<Schema> => ({ prefix, id, path, schema, lifecycle });

const inFolder = (folder: string) => (id: string) => `${folder}/${id}.yaml`;

const simple = <Schema extends z.ZodType>(
  prefix: string,
  folder: string,
  schema: Schema,
  lifecycle: Lifecycle,
) => define(prefix, numbered(prefix), inFolder(folder), schema, lifecycle);

/** Every record that has an id (rulings B3), in the order lists show them. Patterns: domain 1.3; paths: domain 1.1. */
export const recordTypes = {
  workstream: simple('WS', 'workstreams', Workstream, workstreamLifecycle),
  team: simple('TM', 'teams', Team, teamLifecycle),
  milestone: simple('M', 'milestones', Milestone, milestoneLifecycle),
  gate: define('G', numbered('G'), (id) => `gates/${id}/gate.yaml`, Gate, gateLifecycle),
  criterion: define(
    'G',
    /^G-[1-9]\d{0,4}\.[1-9]\d{0,3}$/,
    (id) => `gates/${id.split('.')[0]}/criteria/${id}.yaml`,
    Criterion,
    criterionLifecycle,
  ),
  risk: simple('R', 'risks', Risk, riskLifecycle),
  assumption: simple('A', 'assumptions', Assumption, assumptionLifecycle),
  issue: simple('I', 'issues', Issue, issueLifecycle),
  dependency: simple('D', 'dependencies', Dependency, dependencyLifecycle),
  decision: simple('DEC', 'decisions', Decision, decisionLifecycle),
  change: simple('CR', 'changes', ChangeRequest, changeRequestLifecycle),
  action: simple('ACT', 'actions', Action, actionLifecycle),
  release: define(
    'REL',
    numbered('REL'),
    (id) => `releases/${id}/plan.yaml`,
    Release,
    releaseLifecycle,
  ),
  benefit: simple('B', 'benefits', Benefit, benefitLifecycle),
  escalation: simple('ESC', 'escalations', Escalation, escalationLifecycle),
  report: define(
    'RPT',
    /^RPT-\d{4}-W\d{2}(-[a-z0-9-]{1,40})?$/,
    inFolder('reports'),
    Report,
    reportLifecycle,
  ),
  meeting: define(
    'MTG',
    /^MTG-\d{4}-\d{2}-\d{2}(-[a-z0-9-]{1,40})?$/,
    inFolder('meetings'),
    Meeting,
    meetingLifecycle,
  ),
  survey: define(
    'SUR',
    /^SUR-\d{4}-(\d{2}|Q[1-4])(-[a-z0-9-]{1,40})?$/,
    inFolder('surveys'),
    Survey,
    surveyLifecycle,
  ),
  cost: define(
    'COST',
    /^COST-\d{4}-\d{2}(-[a-z0-9-]{1,40})?$/,
    inFolder('costs'),
    CostSnapshot,
    costLifecycle,
  ),
} as const;

export type RecordKind = keyof typeof recordTypes;
export type RecordOf<Kind extends RecordKind> = z.infer<(typeof recordTypes)[Kind]['schema']>;
/** A record as read: `kind` says which type `data` is. */
export type AnyRecord = { [Kind in RecordKind]: TypedRecord<Kind> }[RecordKind];
export type TypedRecord<Kind extends RecordKind> = {
  kind: Kind;
  id: string;
  /** Below the program folder. */
  path: string;
  data: RecordOf<Kind>;
};

export const recordKinds = Object.keys(recordTypes) as RecordKind[];

/** Which type an id belongs to, or undefined when it fits none. */
export const kindOfId = (id: string): RecordKind | undefined =>
  recordKinds.find((kind) => recordTypes[kind].id.test(id));
