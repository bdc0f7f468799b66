import type { Catalogue } from './sentence.ts';

/** States of badges (design/interaction.md section 2), by code and, where words differ, by kind. */
export const badgeSentences: Catalogue = {
  'state.unreadable': { plain: 'cannot be read' },
  'state.no_access': { plain: 'no access' },
  'state.unpublished': {
    badge: 'saved, not published',
    plain: 'Saved on this machine, not published',
  },
  'state.conflict': { badge: '{count} values', plain: 'Conflict: {count} values. Choose one' },
  'state.conflict@forecast_date': {
    badge: '{count} forecasts',
    plain: 'Conflict: {count} forecasts. Choose one',
  },
  'state.achieved': { plain: 'achieved[[ {date|day}]]', name: 'achieved[[ {date|long}]]' },
  'state.deferred': { plain: 'deferred' },
  'state.cancelled': { plain: 'cancelled' },
  'state.overdue': {
    badge: 'overdue by {days|days}',
    plain: 'overdue by {days|workdays}',
    name: 'overdue by {days|workdays}, committed {committed|long}',
  },
  'state.late': {
    badge: '{days|days} late',
    plain: '{days|workdays} late',
    name: '{days|workdays} late[[, committed {committed|long}]]',
  },
  'state.late@needs': {
    badge: '{days|days} late',
    plain: '{days|workdays} late',
    name: 'needed[[ from {team}]][[ by {needed|long}]][[, offered {offered|long}]], {days|workdays} late',
  },
  'state.late@provides': {
    badge: '{days|days} late',
    plain: '{days|workdays} late',
    name: '[[team {team} waits for this, ]][[needed {needed|long}, ]]{days|workdays} late',
  },
  'state.gate_not_passed': {
    plain: 'gate not passed',
    name: 'gate {id} not passed, review {review|long}',
  },
  'state.at_risk': { plain: 'at risk' },
  'state.forecast_old': {
    plain: 'forecast {days|days} old',
    name: 'not known: forecast is {days|days} old',
  },
  'state.no_forecast': { plain: 'no forecast', name: 'not known: no forecast was made' },
  'state.no_date': { plain: 'no date yet' },
  'state.due': { plain: 'due {date|day}', name: 'on track, due {date|long}' },
  'state.due@needs': {
    plain: 'due {date|day}',
    name: 'needed[[ from {team}]] by {date|long}, on time',
  },
  'state.due@provides': {
    plain: 'due {date|day}',
    name: '[[team {team} waits for this, ]]due {date|long}, on time',
  },
  'state.due@decision': { plain: 'needed by {date|day}', name: 'needed by {date|long}' },
  'state.past': { plain: 'was due {date|day}', name: 'was due {date|long}' },
  'state.status': {
    plain: '{status|words}[[ {date|day}]]',
    name: '{status|words}[[ {date|long}]]',
  },
  'state.level': { plain: '{rated}' },
  'state.not_rated': { plain: 'not rated' },
  'state.accepted': { plain: 'accepted[[ {date|day}]][[ until {until|day}]]' },
  'state.closed': { plain: 'closed[[ {date|day}]]' },
  'state.resolved': { plain: 'resolved[[ {date|day}]]' },
  'state.occurred': { plain: 'occurred[[ {date|day}]]' },
  'state.not_committed': {
    plain: 'not committed',
    name: 'needed[[ from {team}]][[ by {needed|long}]], no committed date',
  },
  'state.delivered': { plain: 'delivered[[ {date|day}]]' },
  'state.declined': { plain: 'declined' },
  'state.no_checks': { plain: 'no checks named' },
  'state.checks_met': { plain: '{total} of {total|n:check:checks} met' },
  'state.checks_open': {
    plain: '{open} of {total|n:check:checks} open',
    name: '{open} of {total|n:check:checks} open',
  },
  'state.checks_open@reached': {
    plain: '{open} of {total|n:check:checks} open',
    name: '{open} of the {total|n:check:checks} this change must meet are open',
  },
};

/** Facts of the card: why it is this level, and what happens next. */
export const cardSentences: Catalogue = {
  'why.score': {
    plain:
      'Probability {probability} times impact {impact} is {score}[[, worth {money|number} {currency}]]',
    short: 'Score {score}',
  },
  'why.proximity': {
    plain: 'May happen from {from|day} to {to|day}',
    short: '{band|words}',
  },
  'why.review_overdue': { plain: 'Review was due {due|day}, last reviewed {last|day}' },
  'why.unmanaged': { plain: 'Nobody manages it: {because|words}', short: 'unmanaged' },
  'why.target_passed': { plain: 'Should have been resolved by {date|day}' },
  'why.offered': { plain: 'Offered {offered|day}, needed {needed|day}' },
  'why.not_committed': { plain: 'Needed {needed|day}, no committed date' },
  'why.blocked': { plain: 'Blocked: {reason}' },
  'why.mandatory_unmet': { plain: '{count|n:mandatory check is:mandatory checks are} open' },
  'why.signoffs_missing': { plain: '{count} of {of|n:sign-off is:sign-offs are} missing' },
  'why.review': { plain: 'Review on {date|act}, in {days|workdays}' },
  'why.review_past': { plain: 'Review was on {date|act}, not decided' },
  'why.withheld': { plain: '{count|n:more reason is:more reasons are} not shown here' },
  'next.decide': { plain: '{id} {title}: [[{who} decides]][[ by {date|act}]]' },
  'next.review_gate': { plain: '{id} is reviewed on {date|act}[[, {who} decides]]' },
  'next.respond': { plain: '[[{who}: ]]{strategy|words} by {date|act}' },
  'next.review_risk': { plain: 'Next review {date|act}[[, {who}]]' },
  'next.resolve': { plain: '[[{who} resolves it]] by {date|act}' },
  'next.commit': { plain: '[[{who} ]]commits to a date[[, needed {date|act}]]' },
  'next.deliver': { plain: '[[{who} ]]delivers[[ by {date|act}]]' },
  'next.accept': { plain: '[[{who} ]]accepts what was delivered' },
  'next.decision': { plain: '[[{who} ]]decides by {date|act}' },
  'next.action': { plain: '[[{who}, ]]due {date|act}' },
  'next.assumption': { plain: '[[{who} ]]validates it by {date|act}' },
};

/** Computed health (domain 2.6). */
export const healthSentences: Catalogue = {
  'health.overdue': {
    plain: 'Committed {committed|day}, overdue by {days|workdays}',
    short: 'overdue',
  },
  'health.late': {
    plain: 'Forecast {forecast|day} is {days|workdays} after the committed date',
    short: '{days|days} late',
  },
  'health.late_external': {
    plain:
      'Forecast is {days|workdays} after the committed date, which was promised outside[[, to {told}]]',
    short: '{days|days} late outside',
  },
  'health.negative_float': { plain: 'The schedule is {days|workdays} short', short: 'no float' },
  'health.low_float': { plain: '{days|workdays} of float left', short: 'little float' },
  'health.low_chance': { plain: '{percent|percent} chance to meet {committed|day}' },
  'health.p80_late': { plain: '80 percent date is {p80|day}' },
  'health.gate_unmet': {
    plain: '{id} is reviewed {review|day} with {open|n:mandatory check:mandatory checks} open',
  },
  'health.dependency_late': { plain: '{id} {title}: offered {offered|day}, needed {needed|day}' },
  'health.dependency_uncommitted': { plain: '{id} {title}: needed {needed|day}, not committed' },
  'health.risk': { plain: '{id} {title}: {rated} risk', short: '{id} {rated}' },
  'health.unmanaged_risk': {
    plain: '{id} {title}: {rated} risk that nobody manages, {because|words}',
    short: '{id} unmanaged',
  },
  'health.decision_overdue': {
    plain: '{id} {title}: decision overdue[[, needed {needed|day}]]',
    short: '{id} overdue',
  },
  'health.forecast_old': { plain: 'Forecast is {days|days} old', short: 'stale' },
  'health.no_forecast': { plain: 'No forecast was made' },
  'health.budget': {
    plain: 'Expected {eac|number} {currency} of {bac|number} {currency}, off by {percent|percent}',
  },
};
