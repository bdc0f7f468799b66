import type { Draft } from './draft.ts';
import { type Frame, type StageFact, workstreamOf } from './frame.ts';
import { earlierOf } from './read-day.ts';
import type { Kep } from './read-kep.ts';
import { personOf } from './read-people.ts';

/** What the review asks of a `kep.yaml`, in our words. `from`: the first stage that must answer. */
const QUESTIONS = [
  {
    title: 'The feature can be switched off',
    statement:
      'The KEP names a feature gate and says whether the feature can be disabled once enabled.',
    category: 'rollback',
    metric: 'feature gates named and disabling answered',
    stages: ['alpha', 'beta', 'stable'],
    isMet: ({ featureGates, canDisable }: Kep) =>
      featureGates.length > 0 && canDisable !== undefined,
  },
  {
    title: 'The feature can be observed',
    statement: 'The KEP names the metrics that show how the feature does.',
    category: 'observability',
    metric: 'metrics named',
    stages: ['beta', 'stable'],
    isMet: ({ metrics }: Kep) => metrics.length > 0,
  },
  {
    title: 'The proposal is accepted for implementation',
    statement: 'The owning SIG has accepted the KEP: it is implementable, or implemented already.',
    category: 'release_process',
    metric: 'status implementable or implemented',
    stages: ['alpha', 'beta', 'stable', 'deprecated', 'removed'],
    isMet: ({ status }: Kep) => status === 'implementable' || status === 'implemented',
  },
] as const;

type Question = (typeof QUESTIONS)[number];

const asked = (question: Question, { stage }: StageFact): boolean =>
  (question.stages as readonly string[]).includes(stage);

/** The approver has read the file; without an approver what it says is nobody's word yet. */
function findingOf(kep: Kep, { isMet }: Question, { approver }: StageFact, at: string) {
  if (!isMet(kep)) return { status: 'not_met' };
  if (approver === undefined) return { status: 'in_progress' };
  const url = `https://github.com/kubernetes/enhancements/blob/master/${kep.path}`;
  // The file is the work of all its authors: one who did not approve it vouches for it.
  const other = kep.authors.find((login) => personOf(login) !== personOf(approver));
  const by = personOf(other ?? approver);
  return {
    status: 'met',
    evidence: [{ url, kind: 'document', at, by }],
    verified_by: personOf(approver),
  };
}

/** Criteria of one gate: what the source lets us judge of a production readiness review. */
export function writeCriteria(
  kep: Kep,
  fact: StageFact,
  review: string,
  frame: Frame,
): readonly Draft[] {
  const [author] = kep.authors.map(personOf);
  const at = earlierOf(review, frame.newest);
  return QUESTIONS.filter((question) => asked(question, fact)).map((question, place) => {
    const id = `${fact.gate}.${place + 1}`;
    const { title, statement, category, metric } = question;
    const data = {
      ...{ id, title, workstream: workstreamOf(frame, kep.sig), owner: author },
      ...{ category, statement, mandatory: true, measure: { metric, operator: 'exists' } },
      ...{ due: review, ...findingOf(kep, question, fact, at) },
    };
    return { path: `gates/${fact.gate}/criteria/${id}.yaml`, data };
  });
}
