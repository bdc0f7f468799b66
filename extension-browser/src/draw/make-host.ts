const NAME = 'milepost-host';

export type Host = {
  element: HTMLElement;
  root: ShadowRoot;
};

/**
 * One host element with an open shadow root and our own stylesheet. `surface` and `entity` identify it: sites re-use rows
 * and headers for another item. Keys pressed inside never reach the page's own shortcuts.
 */
export function makeHost(
  surface: string,
  entity: string,
  host: 'github' | 'jira',
  sheet: string,
): Host {
  const made = document.createElement(NAME);
  made.dataset.mp = host;
  made.dataset.surface = surface;
  made.dataset.entity = entity;
  const root = made.attachShadow({ mode: 'open' });
  addSheet(root, sheet);
  for (const name of ['keydown', 'keypress', 'keyup']) {
    made.addEventListener(name, (event) => event.stopPropagation());
  }
  return { element: made, root };
}

/** Hosts of one surface now in the document, wherever they are. */
export const hostsOf = (surface: string): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`${NAME}[data-surface="${surface}"]`),
];

const sheets = new Map<string, CSSStyleSheet>();

function addSheet(root: ShadowRoot, text: string): void {
  const sheet = sheets.get(text) ?? new CSSStyleSheet();
  try {
    if (!sheets.has(text)) sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
    sheets.set(text, sheet);
  } catch {
    // Firefox does not let a content script hand constructed sheets to the page's document.
    const style = document.createElement('style');
    style.textContent = text;
    root.append(style);
  }
}
