import type { PageContext } from '@milepost/shared/context/context';
import type { BadgesAnswer, DrawnCard } from '../messages/message.ts';
import type { PageMessage } from '../messages/request-schema.ts';
import { captureDependency, captureRisk, captureState, offerChoices } from './capture.ts';
import type { ConnectedPrograms, LiveProgram } from './connected-programs.ts';
import { withPaths } from './pull-files.ts';
import { isNamed, type PageReading, readPage } from './read-page.ts';
import { sayBadge, sayCard, sayNote } from './say-page.ts';

/** A strip holds four kinds, Jira five; several programs share it. */
const MOST = 5;

const namedBy = async (
  programs: ConnectedPrograms,
  page: PageContext,
): Promise<readonly LiveProgram[]> => (await programs.list()).filter((live) => isNamed(live, page));

async function readAllPrograms(
  named: readonly LiveProgram[],
  page: PageContext,
): Promise<readonly PageReading[]> {
  const readings = await Promise.all(named.map((live) => readPage(live, page)));
  return readings.filter((reading) => reading !== undefined);
}

async function badges(
  { page, head, files }: PageMessage & { type: 'badges' },
  programs: ConnectedPrograms,
): Promise<BadgesAnswer> {
  const named = await namedBy(programs, page);
  if (named.length === 0) return { named: false, badges: [] };
  const full = files ? await withPaths(page, head, named) : page;
  const readings = await readAllPrograms(named, full);
  const drawn = readings.flatMap(({ badges: found, live }) =>
    found.map((badge) => sayBadge(badge, live)),
  );
  const note = readings
    .map(({ store, live }) => sayNote(store.state(), live))
    .find((said) => said !== undefined);
  return { named: true, badges: drawn.slice(0, MOST), ...(note && { note }) };
}

async function card(
  message: PageMessage & { type: 'card' },
  programs: ConnectedPrograms,
): Promise<DrawnCard | undefined> {
  const live = await programs.find(message.program);
  if (!live || !isNamed(live, message.page)) return undefined;
  const page = await withPaths(message.page, message.head, [live]);
  const reading = await readPage(live, page);
  return reading && sayCard(reading, message.id);
}

/** Answers a content script about its own page. */
export async function answerPage(
  message: PageMessage,
  programs: ConnectedPrograms,
): Promise<unknown> {
  if (message.type === 'badges') return badges(message, programs);
  if (message.type === 'card') return card(message, programs);
  const named = await namedBy(programs, message.page);
  if (message.type === 'choices') return offerChoices(named, message.page);
  const live = named.find(({ config }) => config.key === message.program);
  if (!live) return undefined;
  switch (message.type) {
    case 'tag-dependency':
      return captureDependency(live, message.page, message.form);
    case 'capture-risk':
      return captureRisk(live, message.page, message.form);
    case 'capture-state':
      return captureState(live, message.operation);
  }
}
