import { element, onTrustedClick } from '../draw/element.ts';
import { drawPlain } from '../draw/glyph.ts';
import { words } from '../words.ts';

export type Dialog = {
  element: HTMLDialogElement;
  title(text: string): void;
  body: HTMLElement;
  footer: HTMLElement;
  close(): void;
};

/**
 * A modal dialog in our shadow root. Esc and the close button ask first when something was typed. Focus goes back to
 * the button that opened it.
 */
export function makeDialog(
  title: string,
  about: string,
  isTyped: () => boolean,
  opener: HTMLElement,
  signal: AbortSignal,
): Dialog {
  const heading = element('h2', { id: 'dialog-title' }, title);
  const closer = element('button', { type: 'button', class: 'icon', 'aria-label': words.close });
  closer.append(drawPlain('close'));
  const body = element('div', { class: 'body' });
  const footer = element('div', { class: 'foot' });
  const top = element(
    'div',
    { class: 'head' },
    element('div', { class: 'grow' }, heading, element('p', {}, about)),
  );
  top.append(closer);
  const dialog = element('dialog', { 'aria-labelledby': 'dialog-title' }, top, body, footer);
  const close = () => {
    dialog.close();
    dialog.remove();
    opener.focus();
  };
  const leave = () => (isTyped() ? askToDiscard(dialog, close, signal) : close());
  onTrustedClick(closer, leave, signal);
  dialog.addEventListener(
    'cancel',
    (event) => {
      event.preventDefault();
      leave();
    },
    { signal },
  );
  signal.addEventListener('abort', () => dialog.remove());
  return { element: dialog, title: (text) => heading.replaceChildren(text), body, footer, close };
}

/** "Discard what you typed?" in place; nothing is lost by a stray key. */
function askToDiscard(dialog: HTMLDialogElement, close: () => void, signal: AbortSignal): void {
  if (dialog.querySelector('.discard')) return;
  const keep = button(words.keepTyping, 'btn');
  const drop = button(words.discard, 'btn');
  const bar = element(
    'div',
    { class: 'discard', role: 'alert' },
    words.discardQuestion,
    keep,
    drop,
  );
  onTrustedClick(keep, () => bar.remove(), signal);
  onTrustedClick(drop, close, signal);
  dialog.append(bar);
  keep.focus();
}

/** A plain button with a text. */
export const button = (text: string, className: string): HTMLButtonElement =>
  element('button', { type: 'button', class: className }, text);
