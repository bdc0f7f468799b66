const STEP: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** Makes buttons one tab stop: arrows, Home and End move between them. */
export function rove(
  group: HTMLElement,
  buttons: readonly HTMLButtonElement[],
  signal: AbortSignal,
): void {
  const stopAt = (chosen: number) => {
    for (const [index, button] of buttons.entries()) button.tabIndex = index === chosen ? 0 : -1;
  };
  stopAt(0);
  group.addEventListener(
    'keydown',
    (event) => {
      const at = buttons.indexOf(event.target as HTMLButtonElement);
      const next = STEP[event.key]?.(at, buttons.length);
      if (at < 0 || next === undefined) return;
      event.preventDefault();
      stopAt(next);
      buttons[next]?.focus();
    },
    { signal },
  );
}
