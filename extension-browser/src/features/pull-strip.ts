import type { PageContext } from '@milepost/shared/context/context';
import { followColorScheme } from '../draw/color-scheme.ts';
import { hostsOf, makeHost } from '../draw/make-host.ts';
import { openCards } from '../draw/open-cards.ts';
import { drawStrip } from '../draw/strip.ts';
import { askFromPage } from '../messages/ask-background.ts';
import type { BadgesAnswer } from '../messages/message.ts';
import { findPullHeader, readHead, readPull } from '../page/github-pull.ts';
import { type PullAddress, readPullAddress } from '../page/page-address.ts';
import { followPage } from '../watch/follow-page.ts';
import { words } from '../words.ts';

const SURFACE = 'pull-strip';
const ROOT = document.documentElement;

/** One pull request being looked at. */
type Visit = {
  address: PullAddress;
  entity: string;
  ending: AbortController;
  /** The header was seen once: from then on the page is read at a slower pace. */
  met: boolean;
  /** The header was painted without a row for us: from now on the page's own content stays where it is. */
  painted: boolean;
  /** What the last question said, so that an unchanged page asks nothing. */
  asked: string;
  page?: PageContext;
  /** Where the strip belongs, while that element is in the document. */
  header?: HTMLElement;
  answer?: BadgesAnswer;
  head?: string;
};

const isPainted = (): boolean => performance.getEntriesByName('first-contentful-paint').length > 0;
const entityOf = (address: PullAddress): string => `${address.repo}#${address.number}`;
/** `row` on `<html>` gives the header a row of its own; it is set before the header is painted, or not at all. */
const hasRoom = (): boolean => ROOT.dataset.milepost === 'row';

/** The strip under a pull request's header: follows the page through soft navigation and re-rendering. */
export function startPullStrip(sheet: string, signal: AbortSignal): void {
  let visit: Visit | undefined;
  const end = () => {
    visit?.ending.abort();
    visit = undefined;
    for (const host of hostsOf(SURFACE)) host.remove();
    delete ROOT.dataset.milepost;
  };
  signal.addEventListener('abort', end);
  const current = (): Visit | undefined => {
    const address = readPullAddress(new URL(location.href));
    if (visit && (!address || visit.entity !== entityOf(address))) end();
    if (!visit && address) {
      visit = begin(address);
      void ask(visit, addressOnly(address), sheet);
    }
    return visit;
  };
  followPage(
    {
      look(inFrame) {
        const now = current();
        if (!now) return;
        const header = now.header?.isConnected ? now.header : findPullHeader(document);
        if (!header) return;
        now.header = header;
        if (!now.met) meet(now, inFrame, sheet);
        if (now.answer) keepOne(now, header, sheet);
      },
      read() {
        const now = current();
        if (now?.met) readAndAsk(now, sheet);
      },
      back() {
        const now = current();
        if (!now) return;
        now.asked = '';
        void ask(now, now.met ? readPull(document, now.address) : addressOnly(now.address), sheet);
      },
    },
    signal,
  );
}

const begin = (address: PullAddress): Visit => ({
  address,
  entity: entityOf(address),
  ending: new AbortController(),
  met: false,
  painted: false,
  asked: '',
});

const addressOnly = ({ host, repo, number }: PullAddress): PageContext => ({
  host,
  repo,
  number,
  url: `https://${host}/${repo}/pull/${number}`,
});

/** First sight of the header. On a page being parsed there is time until its next frame; in a frame, or after a soft navigation, there is none. */
function meet(visit: Visit, inFrame: boolean, sheet: string): void {
  readAndAsk(visit, sheet);
  visit.met = true;
  visit.painted = inFrame || isPainted();
  requestAnimationFrame(() => {
    visit.painted = true;
  });
}

/** Nothing more is read or asked in a repository that no program names (rulings D10). */
function readAndAsk(visit: Visit, sheet: string): void {
  if (visit.answer && !visit.answer.named) return;
  const head = visit.met ? visit.head : readHead(document, visit.address);
  if (head) visit.head = head;
  void ask(visit, readPull(document, visit.address), sheet);
}

/** Badges from what the page shows come first; those of changed files follow when GitHub told them. */
async function askForFiles(visit: Visit, page: PageContext, asking: string, sheet: string) {
  const { head } = visit;
  const answer = await askFromPage({ type: 'badges', page, files: true, ...(head && { head }) });
  if (answer && !visit.ending.signal.aborted && visit.asked === asking) {
    show(visit, page, answer, sheet);
  }
}

async function ask(visit: Visit, page: PageContext, sheet: string): Promise<void> {
  const asking = JSON.stringify(page);
  if (asking === visit.asked) return;
  visit.asked = asking;
  const answer = await askFromPage({ type: 'badges', page });
  // Another page, or a newer question: this answer is stale.
  if (!answer || visit.ending.signal.aborted || visit.asked !== asking) return;
  show(visit, page, answer, sheet);
  if (answer.named && visit.met) await askForFiles(visit, page, asking, sheet);
}

function show(visit: Visit, page: PageContext, answer: BadgesAnswer, sheet: string): void {
  const same = JSON.stringify(answer) === JSON.stringify(visit.answer);
  visit.answer = answer;
  visit.page = page;
  const header = findPullHeader(document);
  if (isSaying(answer) && !visit.painted) ROOT.dataset.milepost = 'row';
  if (!same) for (const host of hostsOf(SURFACE)) host.remove();
  if (header) keepOne(visit, header, sheet);
}

const isSaying = (answer: BadgesAnswer): boolean => answer.badges.length > 0 || !!answer.note;

/** Exactly one strip: removes strays, puts the host back into the header that is there now. */
function keepOne(visit: Visit, header: HTMLElement, sheet: string): void {
  const [host, ...strays] = hostsOf(SURFACE);
  for (const stray of strays) stray.remove();
  if (host?.parentElement === header && host.dataset.entity === visit.entity) return;
  host?.remove();
  if (visit.answer && visit.page && isSaying(visit.answer)) {
    ROOT.dataset.milepost ??= 'end';
    header.append(draw(visit, visit.answer, visit.page, sheet));
  }
}

function draw(visit: Visit, answer: BadgesAnswer, page: PageContext, sheet: string): HTMLElement {
  const { signal } = visit.ending;
  const { element, root } = makeHost(SURFACE, visit.entity, 'github', sheet);
  const open = openCards(page, visit.head, signal);
  root.append(drawStrip({ label: words.stripOfPull, answer, single: !hasRoom(), open }, signal));
  element.dataset.room = hasRoom() ? 'row' : 'end';
  followColorScheme((scheme) => {
    element.style.colorScheme = scheme;
  }, signal);
  return element;
}
