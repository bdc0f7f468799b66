import type { Badge, BadgeKind } from '../context/badge.ts';
import type { SayOptions } from './say.ts';
import { say, sayCode } from './say.ts';
import type { SayStyle } from './sentence.ts';

/** Where a badge stands: strips name everything, a row drops the short name, a board card the id too. */
export type BadgePlace = 'strip' | 'file' | 'row' | 'card';

function variantsOf({ kind, state }: Badge): readonly string[] {
  return state.facts.reached === true ? ['reached', kind] : [kind];
}

const sayState = (badge: Badge, style: SayStyle, options: SayOptions): string =>
  sayCode(badge.state.code, badge.state.facts, style, { ...options, variants: variantsOf(badge) });

const sayAlso = (badge: Badge, style: SayStyle, options: SayOptions): readonly string[] =>
  (badge.also ?? []).map(({ code, facts }) =>
    sayCode(code, facts, style, { ...options, variants: [String(facts.field ?? '')] }),
  );

/** The state and what is added to it: `5 days late, 2 forecasts`. Never cut. */
export const sayBadgeState = (badge: Badge, options: SayOptions = {}): string =>
  [sayState(badge, 'badge', options), ...sayAlso(badge, 'badge', options)].join(', ');

/** The whole text of a badge: id, short name, state, `+n` (design/interaction.md section 2). */
export function badgeText(
  badge: Badge,
  place: BadgePlace = 'strip',
  options: SayOptions = {},
): string {
  const state = sayBadgeState(badge, options);
  const more = badge.more.length > 0 ? `+${badge.more.length}` : '';
  if (place === 'card') return state;
  const name = place === 'strip' ? badge.shortName : '';
  return [badge.id, name, state, more].filter((part) => part !== '').join(' ');
}

type KindNames = { one: string; many: string };

const KINDS: Readonly<Record<BadgeKind, KindNames>> = {
  milestone: { one: 'Milestone', many: 'milestones' },
  risk: { one: 'Risk', many: 'risks' },
  issue: { one: 'Issue', many: 'issues' },
  provides: { one: 'Dependency', many: 'dependencies' },
  needs: { one: 'Dependency', many: 'dependencies' },
  gate: { one: 'Gate', many: 'gates' },
  decision: { one: 'Decision', many: 'decisions' },
  action: { one: 'Action', many: 'actions' },
  assumption: { one: 'Assumption', many: 'assumptions' },
  change: { one: 'Change request', many: 'change requests' },
};

export const kindName = (kind: BadgeKind): string => KINDS[kind].one;

const isByPath = ({ reasons, through }: Badge): boolean =>
  through === undefined && reasons.some(({ rule }) => rule === 'path');

/** `2 open risks on files of this pull request, worst R-12 critical`: one group, the worst named. */
function groupName(badge: Badge, options: SayOptions): string {
  const count = badge.more.length + 1;
  const isMixed = badge.more.some((id) => id.startsWith('R-') !== (badge.kind === 'risk'));
  const what = isMixed ? 'risks and issues' : KINDS[badge.kind].many;
  const where = isByPath(badge) ? ' on files of this pull request' : ' on this page';
  return `${count} open ${what}${where}, worst ${badge.id} ${sayState(badge, 'plain', options)}`;
}

/** "at risk" says its worst reason at once. */
function namedState(badge: Badge, options: SayOptions): string {
  const state = sayState(badge, 'name', options);
  const reason = badge.state.code === 'state.at_risk' ? badge.why[0] : undefined;
  return reason === undefined ? state : `${state}: ${say(reason, 'plain', options)}`;
}

/** `Dependency D-21, needed from Northgate by …`: a team is the name of a dependency, a title of everything else. */
function ownName(badge: Badge, options: SayOptions): string {
  const start = `${KINDS[badge.kind].one} ${badge.id}`;
  const isDependency = badge.kind === 'provides' || badge.kind === 'needs';
  const title = isDependency || badge.title === badge.id ? [] : [badge.title];
  return [start, ...title, namedState(badge, options)].join(', ');
}

const moreName = ({ kind, more }: Badge): string =>
  more.length === 0
    ? ''
    : `, and ${more.length} more ${more.length === 1 ? KINDS[kind].one.toLowerCase() : KINDS[kind].many}`;

function body(badge: Badge, place: BadgePlace, options: SayOptions): string {
  const isRisk = badge.kind === 'risk' || badge.kind === 'issue';
  if (isRisk && badge.more.length > 0) return groupName(badge, options);
  const file = place === 'file' && isByPath(badge) ? ', matches this file' : '';
  return `${ownName(badge, options)}${file}${moreName(badge)}`;
}

/**
 * What a screen reader says of a badge, word for word the table of design/interaction.md section 2: what it is, how it
 * stands with dates in full, what is to be done. Kind and level are in it, so that colour and shape never carry alone.
 */
export function accessibleName(
  badge: Badge,
  place: BadgePlace = 'strip',
  options: SayOptions = {},
): string {
  const start = `${KINDS[badge.kind].one} ${badge.id}`;
  if (place === 'card') return `${start}, ${sayState(badge, 'plain', options)}`;
  const [also] = sayAlso(badge, 'plain', options);
  if (badge.also?.[0]?.code === 'state.conflict')
    return `${start}, ${sayState(badge, 'plain', options)}. ${also}`;
  const text = body(badge, place, options);
  return also === undefined ? `${text}. Open details` : `${text}. ${also}. Open details`;
}
