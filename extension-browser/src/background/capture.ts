import type { Intent } from '@milepost/shared/change/intent';
import { planEdit } from '@milepost/shared/change/plan-edit';
import type { PageContext } from '@milepost/shared/context/context';
import { findMatches } from '@milepost/shared/context/find-matches';
import type { Program } from '@milepost/shared/program/program';
import { sayRefusal } from '@milepost/shared/words/say-finding';
import { commitUrl } from '@milepost/store/git/commit-url';
import type { PendingEdit, Store } from '@milepost/store/store';
import type {
  CaptureAnswer,
  CaptureState,
  DependencyForm,
  FormChoices,
  RiskForm,
} from '../messages/message.ts';
import { words } from '../words.ts';
import { choicesOf } from './choices.ts';
import type { LiveProgram } from './connected-programs.ts';
import type { ProgramConfig } from './own-database.ts';
import { sayFailure } from './say-failure.ts';
import { todayIn } from './today.ts';

/** What the forms offer, from each program that names the page. */
export async function offerChoices(
  named: readonly LiveProgram[],
  page: PageContext,
): Promise<readonly FormChoices[]> {
  return Promise.all(
    named.map(async (live) => {
      const program = await (await live.store()).program();
      const matches = live.index ? findMatches(live.index, program, page) : [];
      const today = live.config.asOf ?? todayIn(program.charter.timezone);
      return choicesOf(program, matches, live.config, today);
    }),
  );
}

/** The person as the program knows them: by login or e-mail, else the e-mail, else the name. */
function actorOf({ people }: Program, { author }: ProgramConfig): string {
  const same = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();
  const known = people.people.find(
    (person) => same(person.github, author.name) || same(person.email, author.email),
  );
  if (known) return known.id;
  return author.email.endsWith('.noreply.github.com') ? `@${author.name}` : author.email;
}

const isJira = (page: PageContext): boolean => page.key !== undefined;
const ownItem = (page: PageContext): string => page.key ?? `${page.repo}#${page.number}`;

const external = (page: PageContext) => [
  {
    system: isJira(page) ? 'jira' : 'github',
    key: ownItem(page),
    ...(page.url && { url: page.url }),
    role: 'tracks',
  },
];

const sent = (fields: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value));

function dependencyIntent(page: PageContext, form: DependencyForm, program: Program): Intent {
  const own = sent({ team: form.ownTeam, item: ownItem(page) });
  const team = program.records.get(form.otherTeam ?? '');
  const lead = team?.kind === 'team' ? team.data.lead : undefined;
  const other = sent({ team: form.otherTeam, item: form.otherItem, owner: lead });
  const [consumer, provider] = form.side === 'needs' ? [own, other] : [other, own];
  return {
    intent: 'tag-dependency',
    title: form.title,
    consumer: { ...consumer, ...sent({ milestone: form.milestone }) },
    provider,
    deliverable: form.title,
    external: external(page),
    ...sent({
      type: form.type,
      acceptance: form.acceptance,
      need_by: form.needBy,
      criticality: form.criticality,
    }),
  };
}

const riskIntent = (page: PageContext, form: RiskForm): Intent => ({
  intent: 'capture-risk',
  title: form.title,
  external: external(page),
  ...(form.milestone && { affects: [form.milestone] }),
  ...sent({ effect: form.effect }),
});

function stateOf(pending: PendingEdit): CaptureState {
  const { operation, edit, state, savedAt, failure, commit, commitUrl: url } = pending;
  return {
    operation,
    id: edit.items[0] ?? '',
    state,
    savedAt,
    ...(failure && { trouble: sayFailure(failure) }),
    ...(state === 'conflict' && { trouble: words.captureConflict }),
    ...(commit && { commit }),
    ...(url && { commitUrl: url }),
  };
}

/** Plans, makes it durable, then publishes in the background. "Saved" is said only after it is on disk. */
async function capture(
  live: LiveProgram,
  intentOf: (program: Program) => Intent,
): Promise<CaptureAnswer> {
  const store = await live.store();
  const program = await store.program();
  const today = todayIn(program.charter.timezone);
  const by = actorOf(program, live.config);
  const planned = planEdit(program, intentOf(program), {
    by,
    at: new Date().toISOString(),
    today,
  });
  if (!planned.ok) {
    return { ok: false, error: { title: words.notSaved, text: sayRefusal(planned.error) } };
  }
  const saved = await store.edit(planned.value, '');
  if (!saved.ok) return { ok: false, error: words.notSavedBecause(saved.error.code) };
  lastSeen.set(saved.value.operation, stateOf(saved.value));
  void publish(store);
  return { ok: true, value: stateOf(saved.value) };
}

const publish = (store: Store): Promise<unknown> => store.sync(AbortSignal.timeout(120_000));

export const captureDependency = (
  live: LiveProgram,
  page: PageContext,
  form: DependencyForm,
): Promise<CaptureAnswer> => capture(live, (program) => dependencyIntent(page, form, program));

export const captureRisk = (
  live: LiveProgram,
  page: PageContext,
  form: RiskForm,
): Promise<CaptureAnswer> => capture(live, () => riskIntent(page, form));

const lastSeen = new Map<string, CaptureState>();

/** Where a captured record stands; one that left the outbox has landed. */
export async function captureState(
  live: LiveProgram,
  operation: string,
): Promise<CaptureState | undefined> {
  const pending = await (await live.store()).pending();
  const found = pending.find((edit) => edit.operation === operation);
  if (found) {
    const state = stateOf(found);
    lastSeen.set(operation, state);
    return state;
  }
  const last = lastSeen.get(operation);
  if (!last) return undefined;
  const url = last.commit && commitUrl(live.config.url, last.commit);
  const { trouble: _trouble, ...rest } = last;
  return { ...rest, state: 'published', ...(url && { commitUrl: url }) };
}
