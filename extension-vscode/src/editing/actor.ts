import type { Actor } from '@milepost/shared/change/plan-edit';
import * as vscode from 'vscode';
import type { CommandPorts } from '../commands/command.ts';
import { dayIn, momentIn } from '../ports/clock.ts';
import { type Differs, type Identity, identify } from '../program/identity.ts';
import type { OpenProgram } from '../program/programs.ts';
import { plainMessage } from '../views/plain-text.ts';

export type ActorPorts = Pick<
  CommandPorts,
  'git' | 'githubLogin' | 'clock' | 'log' | 'uriOf' | 'setting'
>;

async function sessionLogin(ports: ActorPorts): Promise<string | undefined> {
  try {
    return await ports.githubLogin();
  } catch (error) {
    ports.log.debug(`No GitHub session: ${String(error)}`);
    return undefined;
  }
}

/** Who is in front of the editor, as far as this machine can say. */
export async function whoIs(ports: ActorPorts, program: OpenProgram): Promise<Identity> {
  const { people } = await program.model.program();
  const author = await (await ports.git()).author(ports.uriOf(program));
  return identify(people, {
    setting: ports.setting('person'),
    email: author.email,
    name: author.name,
    githubLogin: await sessionLogin(ports),
  });
}

const unknownWords: Record<(Identity & { known: false })['code'], (claimed: string) => string> = {
  'no-claim': () =>
    'Milepost does not know who you are. Set user.email in Git, or the setting milepost.person.',
  'not-in-people': (claimed) =>
    `${claimed} is not in people.yaml. Add yourself there, or set milepost.person to your id.`,
  'not-active': (claimed) => `${claimed} is marked as no longer active in people.yaml.`,
};

async function sayUnknown(
  ports: ActorPorts,
  program: OpenProgram,
  who: Identity & { known: false },
): Promise<void> {
  const open = 'Open people.yaml';
  const settings = 'Settings';
  const text = plainMessage(unknownWords[who.code](who.claimed));
  const chosen = await vscode.window.showErrorMessage(text, open, settings);
  if (chosen === open) await vscode.window.showTextDocument(ports.uriOf(program, 'people.yaml'));
  if (chosen === settings)
    await vscode.commands.executeCommand('workbench.action.openSettings', 'milepost.person');
}

const differsWords = ({ source, value, person }: Differs, id: string): string =>
  `You act as ${id}, but your ${source === 'email' ? 'Git e-mail' : 'GitHub login'} ${value} belongs to ${person}.`;

/**
 * The person who acts, or undefined after saying why nobody can. In the lite profile somebody who is not in
 * people.yaml acts by e-mail; elsewhere only people of the program do. The moment is the real one, not the day shown.
 */
export async function findActor(
  ports: ActorPorts,
  program: OpenProgram,
): Promise<Actor | undefined> {
  const { charter } = await program.model.program();
  const who = await whoIs(ports, program);
  const now = ports.clock.now();
  const when = { at: momentIn(charter.timezone, now), today: dayIn(charter.timezone, now) };
  if (who.known) {
    if (who.differs)
      void vscode.window.showWarningMessage(plainMessage(differsWords(who.differs, who.person.id)));
    return { by: who.person.id, ...when };
  }
  if (charter.profile === 'lite' && who.code === 'not-in-people')
    return { by: who.claimed, ...when };
  void sayUnknown(ports, program, who);
  return undefined;
}
