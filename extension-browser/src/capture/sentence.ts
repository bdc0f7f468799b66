import type { DependencyForm, FormChoices } from '../messages/message.ts';
import { words } from '../words.ts';

/** A part of the sentence; `said` parts are what the person chose and stand out. */
export type SentencePart = { text: string; said: boolean };

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** "Gateway needs a vendor sandbox from Northgate by 13 Apr": what will be written, rewritten at every change. */
export function sayDependency(
  form: DependencyForm,
  choices: Pick<FormChoices, 'teams'>,
  ownKey: string,
): readonly SentencePart[] {
  const teamName = (id: string | undefined) => choices.teams.find((team) => team.id === id)?.name;
  const own = teamName(form.ownTeam) ?? ownKey;
  const other = teamName(form.otherTeam) ?? form.otherItem ?? words.whom;
  const [consumer, provider] = form.side === 'needs' ? [own, other] : [other, own];
  const what = form.title.trim() ? lowerFirst(form.title.trim()) : words.what;
  const parts: SentencePart[] = [
    { text: consumer, said: true },
    { text: words.needs, said: false },
    { text: what, said: true },
    { text: words.from, said: false },
    { text: provider, said: true },
  ];
  if (!form.needBy) return parts;
  return [...parts, { text: words.by, said: false }, { text: words.day(form.needBy), said: true }];
}
