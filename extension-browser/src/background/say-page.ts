import type { Badge, Said } from '@milepost/shared/context/badge';
import { isClassified } from '@milepost/shared/context/badge-facts';
import { formatDay } from '@milepost/shared/words/format-day';
import { say } from '@milepost/shared/words/say';
import { accessibleName, sayBadgeState } from '@milepost/shared/words/say-badge';
import { sayReason, sayThrough } from '@milepost/shared/words/say-reason';
import { fileUrl } from '@milepost/store/git/file-url';
import type { SyncState } from '@milepost/store/store';
import type {
  DrawnBadge,
  DrawnCard,
  DrawnFact,
  DrawnMark,
  DrawnNote,
} from '../messages/message.ts';
import { words } from '../words.ts';
import type { LiveProgram } from './connected-programs.ts';
import type { PageReading } from './read-page.ts';

/** A badge with every word chosen: the content script only draws. */
export function sayBadge(badge: Badge, live: LiveProgram): DrawnBadge {
  const also = badge.also?.map((said) => say(said, 'badge')).join(', ');
  const { also: _also, ...bare } = badge;
  return {
    program: live.config.key,
    kind: badge.kind,
    id: badge.id,
    level: badge.level,
    name: badge.shortName,
    state: sayBadgeState(bare),
    more: badge.more.length,
    label: accessibleName(badge),
    ...(also && { pending: also }),
  };
}

/** What is said after the badges: the program cannot be asked, or its facts are old. */
export function sayNote(state: SyncState, live: LiveProgram): DrawnNote | undefined {
  if (state.state === 'offline') {
    const age = state.checkedAt ? words.factsFrom(state.checkedAt) : '';
    return { glyph: 'offline', text: [words.offline, age].filter(Boolean).join(' · ') };
  }
  if (state.state === 'needs-token')
    return { glyph: 'lock', text: words.needsPermission(words.repoOf(live.config.url)) };
  return undefined;
}

const ROLES = [
  ['baseline', 'Baseline'],
  ['committed', 'Committed'],
  ['needed', 'Needed'],
  ['forecast', 'Forecast'],
  ['actual', 'Achieved'],
] as const;

/** Marks of the ruler; one date alone needs no ruler. */
function marksOf({ dates }: Badge, year: number): DrawnMark[] {
  const marks = ROLES.flatMap(([role, word]): DrawnMark[] => {
    const day = dates?.[role];
    if (!day) return [];
    return [
      {
        role: role === 'needed' ? 'committed' : role,
        day,
        text: `${word} ${formatDay(day, year)}`,
      },
    ];
  });
  return marks.length > 1 ? marks : [];
}

const sayFact = (said: Said, year: number): DrawnFact => ({
  text: say(said, 'plain', { year }),
  ...(said.level && { level: said.level }),
  ...(said.since && { since: `since ${formatDay(said.since, year)}` }),
});

/** The worst reasons; a card is read in one look. */
const MOST_FACTS = 5;

function factsOf({ why }: Badge, year: number): DrawnFact[] {
  const rest = why.length - MOST_FACTS;
  const shown = why.slice(0, rest > 1 ? MOST_FACTS : undefined).map((said) => sayFact(said, year));
  return rest > 1 ? [...shown, { text: words.moreReasons(rest) }] : shown;
}

const reasonsOf = (badge: Badge): DrawnFact[] => [
  ...(badge.through ? [{ text: sayThrough(badge.through) }] : []),
  ...badge.reasons.map((reason) => ({ text: sayReason(reason, badge.through ?? badge.id) })),
];

/** Where the record's own file can be seen, on hosts whose addresses we know. */
function fileLink({ live, program }: PageReading, id: string): DrawnCard['links'] {
  const path = program.records.get(id)?.path;
  const url = path && fileUrl(live.config, path);
  return path && url ? [{ text: path, url }] : [];
}

const externalLinks = (badge: Badge): DrawnCard['links'] =>
  (badge.external ?? []).flatMap(({ key, url }) => (url ? [{ text: key, url }] : []));

function aboutOf(badge: Badge, { program }: PageReading): string {
  const record = program.records.get(badge.id);
  const found = record && program.records.get(record.data.workstream);
  const workstream = found && !isClassified(found) ? found : undefined;
  return [badge.id, workstream?.data.title, badge.owner].filter(Boolean).join(' · ');
}

function sourceOf({ live }: PageReading, state: SyncState): string {
  const at = 'checkedAt' in state ? state.checkedAt : undefined;
  const { url, asOf } = live.config;
  const parts = [words.repoOf(url), asOf && words.judgedAsOf(asOf), at && words.checkedAt(at)];
  return parts.filter(Boolean).join(' · ');
}

/** The card of one record of the page; undefined when the record is not on it any more. */
export function sayCard(reading: PageReading, id: string): DrawnCard | undefined {
  const records = reading.records();
  const badge = records.find((record) => record.id === id);
  if (!badge) return undefined;
  const year = Number(reading.asOf.slice(0, 4));
  const group = reading.badges.find((shown) => shown.id === id);
  const more = records.filter((record) => group?.more.includes(record.id));
  return {
    kind: badge.kind,
    level: badge.level,
    id,
    title: badge.title,
    about: aboutOf(badge, reading),
    marks: marksOf(badge, year),
    whyTitle: words.whyTitle(badge.kind, badge.level),
    why: factsOf(badge, year),
    shown: reasonsOf(badge),
    ...(badge.next && { next: say(badge.next, 'plain', { year }) }),
    links: [...externalLinks(badge), ...fileLink(reading, id)].slice(0, 4),
    more: more.map(({ id: key, title, kind, level }) => ({ id: key, title, kind, level })),
    source: sourceOf(reading, reading.store.state()),
  };
}
