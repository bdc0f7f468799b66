import { element } from '../draw/element.ts';
import { drawKind } from '../draw/glyph.ts';

export type Control = HTMLInputElement | HTMLSelectElement;
export type FieldParts = {
  /** Label, control, message. */
  box: HTMLElement;
  control: Control;
  /** Shows an error, a note, or nothing. */
  say(message: { error: string } | { note: string } | undefined): void;
};

let made = 0;

/** A labelled control with a place for its message; the message is announced with the control. */
export function makeField(label: string, aside: string | undefined, control: Control): FieldParts {
  made += 1;
  const id = `f${made}`;
  control.id = id;
  const message = element('p', { id: `${id}m`, class: 'help' });
  control.setAttribute('aria-describedby', `${id}m`);
  const box = element(
    'div',
    { class: 'field' },
    element('label', { for: id }, label, aside ? element('span', {}, ` ${aside}`) : undefined),
    control,
    message,
  );
  return {
    box,
    control,
    say(said) {
      const isError = said !== undefined && 'error' in said;
      control.toggleAttribute('aria-invalid', false);
      if (isError) control.setAttribute('aria-invalid', 'true');
      message.className = isError ? 'help err' : 'help';
      message.replaceChildren();
      if (said === undefined) return;
      if (isError) {
        const mark = element('span', { 'data-lv': 'critical', class: 'lv' });
        mark.append(drawKind('level', 'critical', 14));
        message.append(mark, said.error);
      } else message.append(said.note);
    },
  };
}

/** A one-line text box. */
export const textBox = (placeholder = '', maxlength = 120): HTMLInputElement =>
  element('input', {
    type: 'text',
    placeholder,
    maxlength: String(maxlength),
    autocomplete: 'off',
  });

/** A list to choose one of; the first entry is "none chosen". */
export function choiceBox(
  none: string,
  choices: readonly { value: string; text: string }[],
  chosen?: string,
): HTMLSelectElement {
  const box = element('select', {}, element('option', { value: '' }, none));
  for (const choice of choices) {
    box.append(element('option', { value: choice.value }, choice.text));
  }
  box.value = chosen ?? '';
  return box;
}
