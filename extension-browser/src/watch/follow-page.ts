export type PageFollower = {
  /**
   * Every frame in which the document changed, and while it is parsed: keep it cheap. `inFrame`: what is in the
   * document now is painted as soon as this call returns.
   */
  look: (inFrame: boolean) => void;
  /** When the page had time to say something new: at once, then at most every 400 ms while it changes. */
  read: () => void;
  /** The person came back to this tab: a program may have been connected or read meanwhile. */
  back: () => void;
};

const READ_EVERY = 400;
/** A large page arrives in hundreds of pieces; looking at each would search the document as often. */
const LOOK_EVERY = 16;

/** Gathers calls to one per frame. A hidden tab has no frames and needs nothing drawn. */
function oncePerFrame(act: () => void, signal: AbortSignal): () => void {
  let asked = false;
  return () => {
    if (asked || signal.aborted) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (!signal.aborted) act();
    });
  };
}

function atMostEvery(milliseconds: number, act: () => void, signal: AbortSignal): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(waiting));
  return () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      act();
    }, milliseconds);
  };
}

/**
 * Follows a page that may become another one or lose our elements: soft navigation of GitHub and Jira, back and forward,
 * Turbo's body swap, React's re-rendering.
 */
export function followPage(follower: PageFollower, signal: AbortSignal): void {
  const readSoon = atMostEvery(READ_EVERY, follower.read, signal);
  const ask = oncePerFrame(() => {
    follower.look(true);
    readSoon();
  }, signal);
  const lookSoon = atMostEvery(LOOK_EVERY, () => follower.look(false), signal);
  const observer = new MutationObserver(() => {
    // Frames wait for styles: what is found while text and styles arrive still comes before the first.
    if (document.readyState !== 'complete') lookSoon();
    ask();
  });
  // The document itself, because Turbo replaces <body>.
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
  for (const name of ['popstate', 'hashchange', 'pageshow'])
    addEventListener(name, ask, { signal });
  for (const name of ['turbo:load', 'turbo:render', 'soft-nav:end']) {
    document.addEventListener(name, ask, { signal });
  }
  const back = () => {
    if (document.visibilityState === 'visible') follower.back();
  };
  document.addEventListener('visibilitychange', back, { signal });
  // pushState and replaceState of the page's own world show in the Navigation API of every world.
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', ask, { signal });
  follower.look(false);
}
