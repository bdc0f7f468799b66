import { element } from '../draw/element.ts';
import { type FoundIssue, searchIssues } from '../jira/jira-rest.ts';
import { words } from '../words.ts';

const WAIT = 250;
const KEY = /^(?:https:\/\/\S+\/browse\/)?([A-Z][A-Z0-9_]{1,30}-[1-9]\d{0,8})(?:$|[/?#\s])/;

/** The key in what was typed or picked: `NG-18`, `NG-18 Provision sandbox`, or a pasted address. */
export const keyIn = (typed: string): string | undefined => KEY.exec(typed.trim())?.[1];

export type IssuePicker = {
  box: HTMLInputElement;
  list: HTMLElement;
  /** Key of the other issue: chosen, typed, or out of a pasted address. */
  key(): string | undefined;
};

type Found = {
  issues: readonly FoundIssue[];
  /** Position of the marked option, -1 for none. */
  at: number;
};

const makeBox = (): HTMLInputElement =>
  element('input', {
    type: 'text',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': 'issues',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    placeholder: words.issuePlaceholder,
  });

const drawOption = (issue: FoundIssue, index: number): HTMLElement =>
  element(
    'li',
    { role: 'option', id: `issue-${index}`, 'aria-selected': 'false' },
    element('b', {}, issue.key),
    ` ${issue.summary}`,
  );

/** A combobox over Jira's own issue search: arrows move, Enter picks, Esc closes the list first. */
export function makeIssuePicker(
  ownKey: string,
  onChange: () => void,
  signal: AbortSignal,
): IssuePicker {
  const box = makeBox();
  const list = element('ul', { id: 'issues', role: 'listbox', 'aria-label': words.theirIssue });
  const found: Found = { issues: [], at: -1 };
  const show = (open: boolean) => {
    list.hidden = !open;
    box.setAttribute('aria-expanded', String(open));
  };
  const pick = (index: number) => {
    const issue = found.issues[index];
    if (!issue) return;
    box.value = `${issue.key} ${issue.summary}`.trim();
    show(false);
    onChange();
  };
  const offer = (issues: readonly FoundIssue[]) => {
    found.issues = issues.filter((issue) => issue.key !== ownKey);
    found.at = -1;
    const options = found.issues.map(drawOption);
    for (const [index, option] of options.entries()) {
      // pointerdown, because the box loses focus before a click arrives.
      option.addEventListener('pointerdown', (event) => event.isTrusted && pick(index), { signal });
    }
    list.replaceChildren(...options);
    show(options.length > 0);
  };
  show(false);
  followTyping(box, offer, signal);
  followKeys(box, list, found, { pick, hide: () => show(false) }, signal);
  box.addEventListener('input', onChange, { signal });
  box.addEventListener('blur', () => show(false), { signal });
  return { box, list, key: () => keyIn(box.value) };
}

type Acts = { pick(index: number): void; hide(): void };

function followKeys(
  box: HTMLInputElement,
  list: HTMLElement,
  found: Found,
  acts: Acts,
  signal: AbortSignal,
): void {
  const mark = (index: number) => {
    found.at = (index + found.issues.length) % (found.issues.length || 1);
    for (const [number, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(number === found.at));
    }
    box.setAttribute('aria-activedescendant', `issue-${found.at}`);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => mark(found.at + 1),
    ArrowUp: () => mark(found.at - 1),
    Enter: () => acts.pick(found.at),
    Escape: acts.hide,
  };
  const onKey = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || list.hidden) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  box.addEventListener('keydown', onKey, { signal });
}

/** Asks Jira a moment after the last key; an older answer never replaces a newer one. */
function followTyping(
  box: HTMLInputElement,
  show: (issues: readonly FoundIssue[]) => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const mine = asking;
    const issues = await searchIssues(box.value, AbortSignal.any([mine.signal, signal]));
    if (!mine.signal.aborted) show(issues);
  };
  box.addEventListener(
    'input',
    () => {
      clearTimeout(timer);
      if (box.value.trim().length < 2) return show([]);
      timer = setTimeout(() => void ask(), WAIT);
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}
