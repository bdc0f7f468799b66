import { setTimeout as sleep } from 'node:timers/promises';
import type { BidiSend } from './bidi-client.ts';
import type { FirefoxTab } from './firefox-tab.ts';

/** Presses and typing as a person's own: the browser sends them, so that the page sees trusted events. */
export type FirefoxHands = {
  /** Presses the middle of what an expression finds, once it is there and drawn. */
  press(element: string): Promise<void>;
  /** Presses a field, empties it, types into it. */
  fill(field: string, text: string): Promise<void>;
};

type Point = { x: number; y: number };
const ALL_KEYS = { control: '\uE009', backspace: '\uE003' };

const keyActions = (text: string) =>
  [...text].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
const EMPTY = [
  { type: 'keyDown', value: ALL_KEYS.control },
  ...keyActions('a'),
  { type: 'keyUp', value: ALL_KEYS.control },
  ...keyActions(ALL_KEYS.backspace),
];

/** Where the middle of an element lies in the window; undefined while it is not drawn. */
const middleOf = (element: string) => `(() => {
  const found = ${element};
  if (!found) return '';
  found.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = found.getBoundingClientRect();
  return width > 0 ? JSON.stringify({ x: Math.round(x + width / 2), y: Math.round(y + height / 2) }) : '';
})()`;

/** Hands on a tab of Firefox. Elements are named by expressions that find them in the page. */
export function firefoxHands(send: BidiSend, tab: FirefoxTab): FirefoxHands {
  const perform = (source: object) =>
    send('input.performActions', { context: tab.context, actions: [source] });
  const press = async (element: string) => {
    const { x, y } = JSON.parse(String(await tab.until(middleOf(element)))) as Point;
    await perform({
      type: 'pointer',
      id: 'mouse',
      actions: [
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    });
  };
  return {
    press,
    async fill(field, text) {
      await press(field);
      await perform({ type: 'key', id: 'keys', actions: [...EMPTY, ...keyActions(text)] });
      await sleep(50);
    },
  };
}
