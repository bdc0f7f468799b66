import { element, onTrustedClick } from '../draw/element.ts';
import { drawKind } from '../draw/glyph.ts';
import { words } from '../words.ts';

export type Side = 'needs' | 'provides';

/** Two radio buttons drawn as one switch: arrows change the side. */
export function makeSideSwitch(
  key: string,
  onChange: (side: Side) => void,
  signal: AbortSignal,
): HTMLElement {
  const sides: readonly Side[] = ['needs', 'provides'];
  const buttons = sides.map((side) =>
    element(
      'button',
      { type: 'button', role: 'radio', 'aria-checked': 'false', tabindex: '-1' },
      drawKind(side, 'low', 16),
      side === 'needs' ? words.needsIt : words.providesIt,
    ),
  );
  const choose = (index: number, focus: boolean) => {
    for (const [at, button] of buttons.entries()) {
      button.setAttribute('aria-checked', String(at === index));
      button.tabIndex = at === index ? 0 : -1;
    }
    if (focus) buttons[index]?.focus();
    const side = sides[index];
    if (side) onChange(side);
  };
  const group = element('div', { class: 'seg', role: 'radiogroup', 'aria-labelledby': 'side' });
  for (const [index, button] of buttons.entries()) {
    onTrustedClick(button, () => choose(index, true), signal);
    group.append(button);
  }
  group.addEventListener(
    'keydown',
    (event) => {
      if (!/^Arrow(Left|Right|Up|Down)$/.test(event.key)) return;
      event.preventDefault();
      choose(buttons[0]?.getAttribute('aria-checked') === 'true' ? 1 : 0, true);
    },
    { signal },
  );
  choose(0, false);
  return element(
    'div',
    { class: 'field' },
    element('span', { id: 'side', class: 'label' }, words.isTheOneThat(key)),
    group,
  );
}
