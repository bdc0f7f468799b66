import type { Risk } from '../record/risk.ts';
import { addDays } from '../schedule/working-days.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

const LIVE = new Set(['open', 'treating', 'accepted']);

function triggered({ asOf }: SignalView, { id, trigger }: Risk): Found[] {
  const date = trigger?.date;
  if (date === undefined || date > asOf) return [];
  const facts = { date, trigger: trigger?.description };
  return [{ code: 'trigger-reached', severity: 'high', subjects: [id], facts, since: date }];
}

/** The window opens within 14 days, is not over, and nobody treats the risk (readings S-05). */
function imminent(view: SignalView, risk: Risk): Found[] {
  const { proximity, status, id } = risk;
  const ahead = view.limit('days', 14);
  const level = view.levelOf(risk);
  if (proximity === undefined || status === 'treating' || proximity.to < view.asOf) return [];
  if (proximity.from > addDays(view.asOf, ahead)) return [];
  if (level !== 'high' && level !== 'critical') return [];
  const facts = { level, from: proximity.from, to: proximity.to };
  const since = addDays(proximity.from, -ahead);
  return [{ code: 'imminent', severity: 'high', subjects: [id], facts, since }];
}

/** S-05: the trigger day has come, or a high risk may occur within two weeks and is not being treated. */
export const triggerOrImminent: SignalDefinition = {
  rule: 'S-05',
  detect: (view) =>
    view
      .all('risk')
      .filter(({ status }) => LIVE.has(status))
      .flatMap((risk) => [...triggered(view, risk), ...imminent(view, risk)]),
};
