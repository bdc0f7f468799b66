import type { PageContext } from '@milepost/shared/context/context';
import { element, onTrustedClick } from '../draw/element.ts';
import { drawKind, drawPlain } from '../draw/glyph.ts';
import { askFromPage } from '../messages/ask-background.ts';
import type { CaptureState } from '../messages/message.ts';
import { words } from '../words.ts';
import { button, type Dialog } from './dialog.ts';

export type LinkWish = { text: string; make(): Promise<boolean> };
type LinkState = 'wanted' | 'making' | 'made' | 'failed';

const EVERY = 700;
const SETTLED: readonly CaptureState['state'][] = ['published', 'refused', 'conflict'];

type Step = { glyph: Node; title: string; text: string | Node };

const drawStep = (step: Step): HTMLElement =>
  element(
    'li',
    {},
    step.glyph,
    element('div', {}, element('b', {}, step.title), element('p', {}, step.text)),
  );

const done = (): Node => element('span', { class: 'lv', 'data-lv': 'low' }, drawPlain('check'));
const wrong = (): Node =>
  element('span', { class: 'lv', 'data-lv': 'critical' }, drawKind('level', 'critical', 14));

function publishStep(state: CaptureState, program: string): Step {
  if (state.trouble) return { glyph: wrong(), ...state.trouble };
  if (state.state !== 'published') {
    return {
      glyph: drawPlain('loading'),
      title: words.publishingTo(program),
      text: words.mayClose,
    };
  }
  const short = state.commit?.slice(0, 7) ?? '';
  const link = state.commitUrl
    ? element('a', { href: state.commitUrl, target: '_blank', rel: 'noreferrer noopener' }, short)
    : short;
  return {
    glyph: done(),
    title: words.publishedTo(program),
    text: element('span', {}, `${words.commit} `, link),
  };
}

function linkStep(link: LinkState, text: string): Step {
  if (link === 'made') return { glyph: done(), title: words.linkMade, text };
  if (link === 'failed') return { glyph: wrong(), title: words.linkNotMade, text };
  return { glyph: drawPlain('loading'), title: words.linkMaking, text };
}

/** Headline of a captured record: saved here, published, or saved but not published. */
function headline(state: CaptureState): string {
  if (state.state === 'published') return words.isPublished(state.id);
  return state.trouble ? words.isNotPublished(state.id) : words.isSaved(state.id);
}

/**
 * After the save: saved on this machine, publishing, published with its commit. The Jira link is made at once; where it
 * fails, it is said, with a way to try again. Asks the background until the edit has settled.
 */
export function showProgress(
  dialog: Dialog,
  page: PageContext,
  program: { key: string; name: string },
  first: CaptureState,
  wish: LinkWish | undefined,
  signal: AbortSignal,
): void {
  let state = first;
  let link: LinkState = 'wanted';
  const steps = element('ul', { class: 'steps' });
  const live = element('p', { class: 'live', role: 'status' });
  const retry = button(words.tryLinkAgain, 'btn');
  const close = button(words.closeDone, 'btn primary');
  const draw = () => {
    dialog.title(headline(state));
    live.textContent = headline(state);
    const saved = { glyph: done(), title: words.savedHere, text: words.clock(state.savedAt) };
    const all = [saved, publishStep(state, program.name)];
    if (wish) all.push(linkStep(link, wish.text));
    steps.replaceChildren(...all.map(drawStep));
    retry.hidden = link !== 'failed';
  };
  const makeLink = async () => {
    if (!wish) return;
    link = 'making';
    draw();
    link = (await wish.make()) ? 'made' : 'failed';
    draw();
  };
  const follow = async () => {
    while (!signal.aborted && dialog.element.isConnected && !SETTLED.includes(state.state)) {
      await new Promise((next) => setTimeout(next, EVERY));
      const { operation } = state;
      state =
        (await askFromPage({ type: 'capture-state', page, program: program.key, operation })) ??
        state;
      draw();
    }
  };
  onTrustedClick(close, () => dialog.close(), signal);
  onTrustedClick(retry, () => void makeLink(), signal);
  dialog.body.replaceChildren(steps, live);
  dialog.footer.replaceChildren(retry, close);
  draw();
  close.focus();
  void makeLink();
  void follow();
}
