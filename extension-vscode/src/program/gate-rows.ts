import { shortName } from '@milepost/shared/context/short-name';
import type {
  AssessedCriterion,
  AssessedSignOff,
  GateAssessment,
} from '@milepost/shared/readiness/assessment';
import type { TypedRecord } from '@milepost/shared/record/record-types';
import { sayEvidenceLevel } from '@milepost/shared/words/say-readiness';
import type { ProgramFacts } from './facts.ts';
import { groupBy } from './group-by.ts';
import type { LevelFill, RowIcon } from './icon.ts';
import {
  capital,
  personName,
  personNames,
  plural,
  roleName,
  sayDay,
  saySignOffProblem,
} from './row-words.ts';
import type { TreeRow } from './tree-row.ts';

const criterionIcon = (criterion: AssessedCriterion): RowIcon => {
  if (criterion.waived) return { glyph: 'criterion-waived', level: 'unknown' };
  switch (criterion.status) {
    case 'met':
      return criterion.evidenceStale
        ? { glyph: 'criterion-open', level: 'high' }
        : { glyph: 'criterion-met', level: 'low' };
    case 'not_met':
    case 'waived':
      return { glyph: 'criterion-unmet', level: criterion.mandatory ? 'critical' : 'high' };
    case 'not_applicable':
    case 'void':
      return { glyph: 'criterion-na', level: 'unknown' };
    case 'not_started':
    case 'in_progress':
      return { glyph: 'criterion-open', level: 'unknown' };
  }
};

const statusWords: Record<AssessedCriterion['status'], string> = {
  not_started: 'not started',
  in_progress: 'in progress',
  met: 'met',
  not_met: 'not met',
  waived: 'waiver expired',
  not_applicable: 'not applicable',
  void: 'void',
};

type CriterionData = TypedRecord<'criterion'>['data'];

/** `62 min, target 45`, where something was measured. */
function measured({ measure }: CriterionData): string | undefined {
  if (measure?.actual === undefined) return undefined;
  const unit = measure.unit ? ` ${measure.unit}` : '';
  return `${measure.actual}${unit}${measure.target === undefined ? '' : `, target ${measure.target}`}`;
}

/** The measured value where it is not enough, else the state in words. */
function stateOf(facts: ProgramFacts, criterion: AssessedCriterion): string {
  const record = facts.program.records.get(criterion.id);
  const data = record?.kind === 'criterion' ? record.data : undefined;
  if (criterion.waived && data?.waiver) return `waived to ${sayDay(data.waiver.expires, facts)}`;
  if (criterion.status === 'met') return criterion.evidenceStale ? 'met, evidence too old' : 'met';
  return (data && isOpen(criterion) && measured(data)) || statusWords[criterion.status];
}

function criterionRow(facts: ProgramFacts, gate: string, criterion: AssessedCriterion): TreeRow {
  const state = stateOf(facts, criterion);
  const due =
    criterion.due && criterion.status !== 'met' ? ` · due ${sayDay(criterion.due, facts)}` : '';
  const kind = criterion.mandatory ? 'mandatory criterion' : 'criterion';
  return {
    key: `criterion/${criterion.id}`,
    label: `${criterion.id} ${shortName(criterion.title)}`,
    description: `${state}${due}`,
    tooltip: [`${criterion.id} ${criterion.title}`, `${capital(kind)} of ${gate}: ${state}${due}`]
      .concat(criterion.owner ? [`Owner: ${personName(facts, criterion.owner)}`] : [])
      .join('\n'),
    spoken: `${capital(kind)} ${criterion.id}, ${criterion.title}, ${state}${due}`,
    icon: criterionIcon(criterion),
    context: 'criterion',
    subject: {
      id: criterion.id,
      gate,
      path: facts.program.records.get(criterion.id)?.path ?? '',
    },
  };
}

const isOpen = (criterion: AssessedCriterion): boolean =>
  !['met', 'not_applicable', 'void'].includes(criterion.status);

const isApplicable = ({ status }: AssessedCriterion): boolean =>
  status !== 'not_applicable' && status !== 'void';

function categoryIcon(criteria: readonly AssessedCriterion[]): RowIcon {
  if (criteria.every((one) => one.status === 'met'))
    return { glyph: 'criterion-met', level: 'low' };
  if (criteria.some((one) => isOpen(one) && !one.waived))
    return { glyph: 'criterion-unmet', level: 'unknown' };
  const waived = criteria.some((one) => one.waived);
  return { glyph: waived ? 'criterion-waived' : 'criterion-na', level: 'unknown' };
}

function categoryRow(
  facts: ProgramFacts,
  gate: string,
  category: string,
  criteria: readonly AssessedCriterion[],
): TreeRow {
  const name = capital(category.replaceAll('_', ' '));
  const met = criteria.filter((one) => one.status === 'met').length;
  const waived = criteria.filter((one) => one.waived).length;
  const applicable = criteria.filter(isApplicable).length;
  const description =
    applicable === 0
      ? 'not applicable'
      : `${met} of ${applicable}${waived > 0 ? `, ${waived} waived` : ''}`;
  return {
    key: `gate/${gate}/${category}`,
    label: name,
    description,
    tooltip: `${name}: ${description} met`,
    spoken: `${name} criteria, ${description} met`,
    icon: categoryIcon(criteria),
    context: 'group',
    children: () => criteria.map((one) => criterionRow(facts, gate, one)),
  };
}

const signOffIcon: Record<AssessedSignOff['state'], RowIcon> = {
  valid: { glyph: 'signoff-valid', level: 'low' },
  stale: { glyph: 'signoff-stale', level: 'high' },
  pending: { glyph: 'signoff-pending', level: 'unknown' },
  rejected: { glyph: 'signoff-rejected', level: 'critical' },
  missing: { glyph: 'signoff-pending', level: 'unknown' },
};

/** Given by whom, or by whom it can be given. */
function whoseSignOff(facts: ProgramFacts, signOff: AssessedSignOff): string {
  if (signOff.state === 'missing') return personNames(facts, signOff.whoCan);
  return signOff.file?.signatory ? personName(facts, signOff.file.signatory) : '';
}

function signOffRow(facts: ProgramFacts, gate: string, signOff: AssessedSignOff): TreeRow {
  const name = roleName(signOff.role);
  const given = signOff.state === 'missing' ? 'not given' : signOff.state;
  const whose = whoseSignOff(facts, signOff);
  const stale = signOff.state === 'stale' && signOff.why[0];
  const reason = stale ? saySignOffProblem(stale, 'short', facts) : '';
  const head = `${name}: ${given}${signOff.mandatory ? ', mandatory' : ''}`;
  const why = signOff.why.map((problem) => saySignOffProblem(problem, 'plain', facts));
  const signed = signOff.file?.signatory
    ? `Signed by ${whose}, ${sayEvidenceLevel(signOff.evidenceLevel)}`
    : `Can be given by ${whose || 'nobody: no one holds the role'}`;
  return {
    key: `signoff/${gate}/${signOff.role}`,
    label: name,
    description: [given, reason, whose].filter((text) => text !== '').join(' · '),
    tooltip: [head, ...why, signed].join('\n'),
    spoken: ['Sign-off', head, ...why].join('. ').replace('Sign-off. ', 'Sign-off '),
    icon: signOffIcon[signOff.state],
    context: 'signoff',
    subject: { gate, role: signOff.role, path: signOff.path },
  };
}

function signOffsRow(facts: ProgramFacts, gate: string, assessment: GateAssessment): TreeRow {
  const { signoffs } = assessment;
  const valid = signoffs.filter((one) => one.state === 'valid').length;
  const all = valid === signoffs.length;
  const stale = signoffs.some((one) => one.state === 'stale');
  const open: RowIcon = { glyph: stale ? 'signoff-stale' : 'signoff-pending', level: 'unknown' };
  return {
    key: `gate/${gate}/signoffs`,
    label: 'Sign-offs',
    description: `${valid} of ${signoffs.length} valid`,
    tooltip: `${valid} of ${plural(signoffs.length, 'sign-off')} valid`,
    spoken: `Sign-offs, ${valid} of ${signoffs.length} valid`,
    icon: all ? { glyph: 'signoff-valid', level: 'low' } : open,
    context: 'group',
    children: () => signoffs.map((one) => signOffRow(facts, gate, one)),
  };
}

/** Categories with something open first, then sign-offs (design: open first). */
export function gateChildren(facts: ProgramFacts, gate: string): TreeRow[] {
  const assessment = facts.assess(gate);
  if (assessment === undefined) return [];
  const byCategory = groupBy(assessment.criteria, (one) => one.category);
  const openFirst = ([, a]: [string, AssessedCriterion[]], [, b]: [string, AssessedCriterion[]]) =>
    Number(b.some(isOpen)) - Number(a.some(isOpen));
  const rows = [...byCategory]
    .toSorted(openFirst)
    .map(([category, criteria]) => categoryRow(facts, gate, category, criteria));
  return assessment.signoffs.length > 0 ? [...rows, signOffsRow(facts, gate, assessment)] : rows;
}

/** How bad a gate is: from its verdict alone; a decided gate is done. */
export function gateLevel(facts: ProgramFacts, gate: TypedRecord<'gate'>): LevelFill {
  const outcome = gate.data.decision?.outcome;
  if (outcome === 'go' || gate.data.status === 'closed') return 'done';
  const badge = facts.badge(gate);
  return badge?.level ?? 'unknown';
}
