import type { AssessedSignOff } from '@milepost/shared/readiness/assessment';
import type { TypedRecord } from '@milepost/shared/record/record-types';
import * as vscode from 'vscode';
import * as z from 'zod';
import { findActor } from '../editing/actor.ts';
import { askInOrder } from '../editing/ask-in-order.ts';
import { carryOut } from '../editing/carry-out.ts';
import { type ProgramFacts, programFacts } from '../program/facts.ts';
import { personNames, roleName, saySignOffProblem } from '../program/row-words.ts';
import { signableRoles } from '../program/signable-roles.ts';
import { plainLabel, plainMessage } from '../views/plain-text.ts';
import type { Command } from './command.ts';
import { programOf, readTarget, Target } from './target.ts';

const Decision = z.enum(['approved', 'approved_with_conditions', 'rejected']);

/** What may be given instead of being asked for. */
const Given = z.looseObject({
  ...Target.shape,
  decision: Decision.optional(),
  conditions: z.array(z.string()).optional(),
  comment: z.string().optional(),
});
type Given = z.infer<typeof Given>;

type Answer = { decision: z.infer<typeof Decision>; conditions: string[]; comment: string };

async function pickGate(facts: ProgramFacts, given: Given) {
  const gates = facts.program.byKind.gate.filter(
    ({ data }) => !['closed', 'void'].includes(data.status),
  );
  const wanted = given.gate ?? given.id;
  if (wanted !== undefined) return facts.program.byKind.gate.find(({ id }) => id === wanted);
  const items = gates.map((gate) => ({
    label: plainLabel(`${gate.id} ${gate.data.title}`),
    description: `${facts.assess(gate.id)?.met ?? 0} of ${facts.assess(gate.id)?.applicable ?? 0}`,
    gate,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: 'Gate to sign off' }))?.gate;
}

function sayNoRole(
  facts: ProgramFacts,
  gate: TypedRecord<'gate'>,
  signoffs: readonly AssessedSignOff[],
): void {
  const who = signoffs.map(
    ({ role, whoCan }) => `${roleName(role)}: ${personNames(facts, whoCan) || 'nobody holds it'}`,
  );
  void vscode.window.showWarningMessage(
    plainMessage(`You hold no role that signs off ${gate.id}. ${who.join('. ')}`),
  );
}

async function pickRole(
  facts: ProgramFacts,
  gate: TypedRecord<'gate'>,
  by: string,
  given: Given,
): Promise<string | undefined> {
  if (given.role !== undefined) return given.role;
  const signoffs = facts.assess(gate.id)?.signoffs ?? [];
  const roles = signableRoles(facts, gate, by);
  if (roles.length === 0) {
    sayNoRole(facts, gate, signoffs);
    return undefined;
  }
  const items = roles.map((role) => {
    const state = signoffs.find((one) => one.role === role)?.state ?? 'not required';
    return { label: plainLabel(roleName(role)), description: state, role };
  });
  const placeHolder = `Sign off ${gate.id} as`;
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.role;
}

async function pickConditions(facts: ProgramFacts): Promise<string[] | undefined> {
  const items = facts.program.byKind.action
    .filter(({ data }) => data.status !== 'void')
    .map((action) => ({
      label: plainLabel(`${action.id} ${action.data.title}`),
      description: action.data.due ?? '',
      id: action.id,
    }));
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: 'Actions that must follow',
  });
  return picked?.map((item) => item.id);
}

async function askAnswer(facts: ProgramFacts, given: Given): Promise<Answer | undefined> {
  if (given.decision !== undefined)
    return {
      decision: given.decision,
      conditions: given.conditions ?? [],
      comment: given.comment ?? '',
    };
  const picked = await vscode.window.showQuickPick(
    [
      { label: 'Approved', decision: Decision.enum.approved },
      { label: 'Approved with conditions', decision: Decision.enum.approved_with_conditions },
      { label: 'Rejected', decision: Decision.enum.rejected },
    ],
    { placeHolder: 'Your decision' },
  );
  if (picked === undefined) return undefined;
  const wanted = picked.decision === 'approved_with_conditions';
  const conditions = wanted ? await pickConditions(facts) : [];
  if (conditions === undefined) return undefined;
  const rejected = picked.decision === 'rejected';
  const comment = await vscode.window.showInputBox({
    prompt: rejected ? 'Why?' : 'Comment (may stay empty)',
    validateInput: (text) =>
      rejected && text.trim() === '' ? 'A rejection says its reason.' : undefined,
  });
  if (comment === undefined) return undefined;
  return { decision: picked.decision, conditions, comment: comment.trim() };
}

/**
 * Signs off a gate for one role: a file of its own that names the criteria it covers (rulings B1, B2). Who holds which
 * role is asked for the real day, whatever day is shown.
 */
export const signOffGate: Command = {
  id: 'signOffGate',
  async run(ports, target) {
    const given = readTarget(target, Given);
    const program = await programOf(ports.programs, given);
    const facts = await program?.facts();
    const gate = facts && (await pickGate(facts, given));
    const actor = gate && program && (await findActor(ports, program));
    if (program === undefined || facts === undefined || gate === undefined || actor === undefined)
      return;
    const signing = programFacts(facts.program, actor.today);
    const answers = await askInOrder<{ role: string; answer: Answer }>({
      role: () => pickRole(signing, gate, actor.by, given),
      answer: () => askAnswer(signing, given),
    });
    if (answers === undefined) return;
    const intent = intentOf(gate.id, answers.role, answers.answer);
    if (!(await carryOut(ports, program, intent, actor))) return;
    sayIfWorthless(programFacts(await program.model.program(), actor.today), intent);
  },
};

/** A sign-off may be written and still not count; better said now than at the review. */
function sayIfWorthless(
  facts: ProgramFacts,
  { gate, role, decision }: ReturnType<typeof intentOf>,
): void {
  const found = facts.assess(gate)?.signoffs.find((one) => one.role === role);
  if (decision === 'rejected' || found === undefined || found.state === 'valid') return;
  const why = found.why.map((problem) => saySignOffProblem(problem, 'plain', facts)).join('. ');
  void vscode.window.showWarningMessage(
    plainMessage(`The sign-off of ${gate} is saved but does not count: ${why}.`),
  );
}

const intentOf = (gate: string, role: string, { decision, conditions, comment }: Answer) => ({
  intent: 'sign-off' as const,
  gate,
  role,
  decision,
  ...(conditions.length > 0 ? { conditions } : {}),
  ...(comment === '' ? {} : { comment }),
});
