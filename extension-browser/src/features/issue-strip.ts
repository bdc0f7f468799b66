import type { PageContext } from '@milepost/shared/context/context';
import { openCapture } from '../capture/open-capture.ts';
import { followColorScheme } from '../draw/color-scheme.ts';
import { element, onTrustedClick } from '../draw/element.ts';
import { drawKind } from '../draw/glyph.ts';
import { hostsOf, makeHost } from '../draw/make-host.ts';
import { openCards } from '../draw/open-cards.ts';
import { drawStrip } from '../draw/strip.ts';
import { type IssueFacts, readIssueFacts } from '../jira/jira-rest.ts';
import { askFromPage } from '../messages/ask-background.ts';
import type { BadgesAnswer } from '../messages/message.ts';
import { findIssueView, type IssueView, readIssue } from '../page/jira-issue.ts';
import { readIssueKey } from '../page/page-address.ts';
import { followPage } from '../watch/follow-page.ts';
import { words } from '../words.ts';

const SURFACE = 'issue-strip';
const ROOT = document.documentElement;

type Visit = {
  key: string;
  ending: AbortController;
  asked: string;
  /** Undefined until Jira answered, or was found not to be ours to ask. */
  facts?: IssueFacts;
  page?: PageContext;
  answer?: BadgesAnswer;
  /** Draws what is known now, when the page is ready for it. */
  look: () => void;
};

/** Server markup is not touched before React took it over: that is so when the page is complete and idle. */
const whenIdle = (act: () => void): void => {
  const idle = () => (globalThis.requestIdleCallback ?? setTimeout)(act);
  if (document.readyState === 'complete') idle();
  else addEventListener('load', idle, { once: true });
};

/** The strip under an issue's summary, with both capture actions at its end. */
export function startIssueStrip(sheet: string, signal: AbortSignal): void {
  let visit: Visit | undefined;
  let idle = false;
  const end = () => {
    visit?.ending.abort();
    visit = undefined;
    for (const host of hostsOf(SURFACE)) host.remove();
    delete ROOT.dataset.milepost;
  };
  signal.addEventListener('abort', end);
  const look = () => {
    const now = current();
    const view = now?.answer?.named ? findIssueView(document, now.key) : undefined;
    if (now && view && idle) keepOne(now, view, sheet);
  };
  const current = (): Visit | undefined => {
    const key = readIssueKey(new URL(location.href));
    if (visit && visit.key !== key) end();
    if (!visit && key) {
      visit = { key, ending: new AbortController(), asked: '', look };
      void begin(visit, sheet);
    }
    return visit;
  };
  const read = () => {
    const now = current();
    if (now?.answer?.named) void ask(now, sheet);
  };
  const back = () => {
    const now = current();
    if (!now) return;
    now.asked = '';
    if (now.answer?.named) void ask(now, sheet);
    else void begin(now, sheet);
  };
  followPage({ look, read, back }, signal);
  whenIdle(() => {
    idle = true;
    look();
  });
}

/** Asks with the address alone; Jira is asked for more only where a program names the project (rulings D10). */
async function begin(visit: Visit, sheet: string): Promise<void> {
  const { signal } = visit.ending;
  const page = { host: location.host, key: visit.key };
  const answer = await askFromPage({ type: 'badges', page });
  if (!answer || signal.aborted) return;
  visit.answer = answer;
  visit.page = page;
  if (!answer.named) return;
  ROOT.dataset.milepost ??= 'wait';
  visit.look();
  visit.facts = (await readIssueFacts(visit.key, signal)) ?? {};
  if (!signal.aborted) await ask(visit, sheet);
}

function contextOf(visit: Visit): PageContext {
  const view = findIssueView(document, visit.key);
  const seen = view ? readIssue(view, location.host, visit.key) : {};
  const { summary, labels, fixVersions, components, epic } = visit.facts ?? {};
  return {
    host: location.host,
    key: visit.key,
    url: `https://${location.host}/browse/${visit.key}`,
    ...(summary && { title: summary }),
    ...seen,
    ...(epic && { epic }),
    ...(labels?.length && { labels }),
    ...(fixVersions?.length && { fixVersions }),
    ...(components?.length && { components }),
  };
}

async function ask(visit: Visit, sheet: string): Promise<void> {
  const page = contextOf(visit);
  const asking = JSON.stringify(page);
  if (asking === visit.asked) return;
  visit.asked = asking;
  const answer = await askFromPage({ type: 'badges', page });
  if (!answer || visit.ending.signal.aborted || visit.asked !== asking) return;
  const same = JSON.stringify(answer) === JSON.stringify(visit.answer);
  visit.answer = answer;
  visit.page = page;
  const [host] = hostsOf(SURFACE);
  if (!same && host?.shadowRoot && !host.shadowRoot.querySelector('dialog[open],.card')) {
    host.replaceWith(draw(visit, answer, page, sheet));
  }
  visit.look();
}

/** Exactly one strip, between the summary and what follows it. */
function keepOne(visit: Visit, view: IssueView, sheet: string): void {
  const [host, ...strays] = hostsOf(SURFACE);
  for (const stray of strays) stray.remove();
  if (host?.dataset.entity === visit.key && view.scope.contains(host)) return;
  host?.remove();
  if (!visit.answer || !visit.page) return;
  const made = draw(visit, visit.answer, visit.page, sheet);
  if (view.before) view.before.before(made);
  else view.heading.after(made);
  ROOT.dataset.milepost = 'row';
}

function draw(visit: Visit, answer: BadgesAnswer, page: PageContext, sheet: string): HTMLElement {
  const { signal } = visit.ending;
  const host = makeHost(SURFACE, visit.key, 'jira', sheet);
  const open = openCards(page, undefined, signal);
  const capture = (kind: 'dependency' | 'risk') => {
    const text = kind === 'risk' ? words.captureRisk : words.tagDependency;
    const glyph = drawKind(kind === 'risk' ? 'risk' : 'needs', 'low', 14);
    const button = element('button', { type: 'button', class: 'btn small' }, glyph, text);
    onTrustedClick(button, () => void openCapture(kind, page, host.root, button, signal), signal);
    return button;
  };
  const actions = [capture('dependency'), capture('risk')];
  host.root.append(
    drawStrip({ label: words.stripOfIssue, answer, single: false, open, actions }, signal),
  );
  followColorScheme((scheme) => {
    host.element.style.colorScheme = scheme;
  }, signal);
  return host.element;
}
