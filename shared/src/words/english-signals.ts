import type { Catalogue } from './sentence.ts';

/** What each signal says, by rule and code (domain part 4). `id` is what it is about, `other` the second subject. */
export const signalSentences: Catalogue = {
  'S-01.not-reviewed': {
    plain: '{id} was last looked at[[ on {last|day}]][[, due {review_due|day}]]. Review it',
    short: 'not reviewed',
  },
  'S-02.no-owner': { plain: '{id} has no owner. Name one', short: 'no owner' },
  'S-02.owner-left': {
    plain: '{owner}, who owns {id}, has left. Name another owner',
    short: 'owner left',
  },
  'S-03.unmanaged': {
    plain: '{id} is critical and not managed: {because|words}. Plan a response',
    short: 'unmanaged',
  },
  'S-04.treatment-overdue': {
    plain: 'The response to {id} was due {due|day}. Finish it or set a new date',
    short: 'response overdue',
  },
  'S-05.trigger-reached': {
    plain:
      'The trigger day of {id} has come, {date|day}[[: {trigger}]]. Decide whether it occurred',
    short: 'trigger reached',
  },
  'S-05.imminent': {
    plain: '{id} may occur from {from|day} and is not being treated',
    short: 'imminent',
  },
  'S-06.expired': {
    plain: 'The acceptance of {id} ran out on {expires|day}. Accept it again or treat it',
    short: 'acceptance expired',
  },
  'S-06.expiring': {
    plain: 'The acceptance of {id} runs out on {expires|day}',
    short: 'acceptance expiring',
  },
  'S-06.no-authority': {
    plain: '{by} did not hold the role {role|words} when accepting {id}',
    short: 'no authority',
  },
  'S-06.residual-worse': {
    plain: 'What is left of {id} scores {score}, accepted was {accepted}',
    short: 'worse than accepted',
  },
  'S-07.unproven': {
    plain: '{id} was to be validated by {by|day}. Validate it or set a new date',
    short: 'unproven',
  },
  'S-07.broken': {
    plain: '{id} is wrong and nothing answers it. Link a risk, an issue or a change',
    short: 'broken',
  },
  'S-08.late-for-need': {
    plain:
      '{id} is needed {need_by|day} and forecast {forecast|day}, {gap|workdays} late[[. {other} waits for it]]',
    short: '{gap|days} late',
  },
  'S-09.uncommitted': {
    plain:
      '{id} is needed {need_by|day}, in {left|workdays}, and nobody has promised it. It takes {lead|workdays}',
    short: 'not promised',
  },
  'S-10.no-provider-owner': {
    plain:
      '{id} is on or near the critical path of {other} and nobody on the provider side owns it',
    short: 'no provider owner',
  },
  'S-10.not-committed': {
    plain: '{id} is on or near the critical path of {other} and is not promised',
    short: 'not promised',
  },
  'S-11.silent': {
    plain: 'Nothing was heard about {id} since {last|day}. Ask[[ team {team}]] for a forecast',
    short: 'silent',
  },
  'S-12.slips-again': {
    plain: 'The forecast of {id} moved later {slips|n:time:times} in 60 days, now {to|day}',
    short: 'slips again',
  },
  'S-12.slips-far': {
    plain: 'The forecast of {id} moved by {days|workdays} in 60 days, now {to|day}',
    short: 'slips far',
  },
  'S-13.late-news': {
    plain: '{id} moved by {days|workdays} on {on|day}, {notice|workdays} before the promised day',
    short: 'told late',
  },
  'S-14.impossible': {
    plain: '{id} is forecast {forecast|day}, but {other} allows {soonest|day} at the earliest',
    short: 'impossible forecast',
  },
  'S-14.fossil': {
    plain: 'The forecast of {id} was last confirmed {days|n:day:days} ago. Confirm or move it',
    short: 'old forecast',
  },
  'S-15.green-but-red': {
    plain: '{id} is reported green and computed red',
    short: 'green, computed red',
  },
  'S-15.green-but-amber': {
    plain: '{id} was reported green twice and computed amber',
    short: 'green, computed amber',
  },
  'S-15.green-to-red': {
    plain: '{id} went from green to red with no amber between',
    short: 'green to red',
  },
  'S-15.always-green': {
    plain: '{id} was reported green {reports|n:time:times} while computed otherwise',
    short: 'always green',
  },
  'S-16.overdue': {
    plain: '{id} was promised for {committed|day} and is {days|workdays} overdue',
    short: 'overdue',
  },
  'S-16.unevidenced': {
    plain: '{id} is achieved and nothing shows it. Link the evidence',
    short: 'no evidence',
  },
  'S-17.no-gate': { plain: '{id} is due {due|day} and has no gate. Create one', short: 'no gate' },
  'S-17.gate-draft': {
    plain: '{id} is due {due|day} and its gate {other} is still a draft',
    short: 'gate in draft',
  },
  'S-18.no-security-check': {
    plain: '{id} is a cutover gate without any security check. Add one',
    short: 'no security check',
  },
  'S-18.not-started': {
    plain: 'Security has not begun for {id}, review {review|day}',
    short: 'security not begun',
  },
  'S-18.due-too-late': {
    plain: '{criterion} is due {due|day}, too close to the review of {id} on {review|day}',
    short: 'security due late',
  },
  'S-19.mandatory-unmet': {
    plain: '{id} is reviewed {review|day} with {mandatory|n:mandatory check:mandatory checks} open',
    short: 'mandatory open',
  },
  'S-19.below-share': {
    plain: '{id} stands at {strict|percent}, review {review|day}',
    short: '{strict|percent} met',
  },
  'S-19.too-slow': {
    plain: '{id} has {unmet|n:check:checks} open and closes them too slowly for {review|day}',
    short: 'too slow',
  },
};
