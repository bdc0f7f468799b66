import { type Requirement, requiredApprovals } from '@milepost/shared/policy/required-approvals';
import { type Command, cannotRead, type Run, stringOption, usage } from '../command.ts';
import { findActor } from '../find-actor.ts';
import type { Tone } from '../text/style.ts';
import { markdownTable, renderTable, type Table } from '../text/table.ts';

const toneOf = (state: Requirement['state']): Tone => (state === 'satisfied' ? 'low' : 'high');

const tableOf = (requirements: readonly Requirement[]): Table => ({
  head: ['Rule', 'Record', 'Fields', 'Needs', 'State', 'Who can'],
  rows: requirements.map((requirement) => [
    requirement.rule,
    requirement.id,
    requirement.fields.join(', '),
    requirement.person ?? requirement.roles.join(' or '),
    { text: requirement.state.replaceAll('_', ' '), tone: toneOf(requirement.state) },
    requirement.whoCan.join(', '),
  ]),
});

const githubLine = (
  directory: string,
  { file, line, column, rule, id, state, whoCan }: Requirement,
): string =>
  `::error file=${directory}/${file},line=${line},col=${column},title=${rule}::${id}: approval ${state.replaceAll('_', ' ')}. Who can: ${whoCan.join(', ') || 'nobody holds the role'}`;

function output(run: Run, requirements: readonly Requirement[]) {
  const open = requirements.filter(({ state }) => state !== 'satisfied');
  const nothing = 'No changed field needs an approval.';
  return {
    code: open.length > 0 ? (1 as const) : (0 as const),
    data: { asOf: run.asOf, requirements },
    text: () =>
      requirements.length > 0
        ? renderTable(tableOf(requirements), run.environment.terminal)
        : nothing,
    markdown: () => (requirements.length > 0 ? markdownTable(tableOf(requirements)) : nothing),
    github: () => open.map((each) => githubLine(run.directory, each)).join('\n'),
  };
}

/** Domain 3.3. Policy and roles are read from the merge base (rulings A4). JSON: `{asOf, requirements:[…]}`. */
export const approvalsCommand: Command = {
  name: 'approvals',
  summary: 'Which approvals the changes since a revision need, and who can give them.',
  positionals: '',
  options: {
    base: { type: 'string', value: 'REV', help: 'compare with where this branch left REV' },
    author: { type: 'string', value: 'PERSON', help: 'who made the change (default: Git’s user)' },
  },
  examples: [
    'milepost approvals --base origin/main',
    'milepost approvals --base main --format github',
  ],
  needs: 'program',
  run: async (run) => {
    const revision = stringOption(run.arguments, 'base');
    if (revision === undefined)
      return usage('Compare with what? For example milepost approvals --base origin/main.');
    const base = await run.environment.history.mergeBase(run.directory, revision);
    if (!base.ok) return cannotRead(base.error);
    const before = await run.environment.history.programAt(run.directory, base.value);
    if (!before.ok) return cannotRead(before.error);
    const actor = await findActor(run.program, run.directory, run.environment);
    const author = stringOption(run.arguments, 'author') ?? actor?.by ?? '';
    const input = { before: before.value, after: run.program, policyAtBase: before.value };
    return output(run, requiredApprovals({ ...input, author, approvals: [], asOf: run.asOf }));
  },
};
