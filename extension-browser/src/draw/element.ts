type Child = Node | string | undefined;

/** Makes an element from attributes and children. Text is always text: nothing here parses markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, value);
  }
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}

/** Makes an SVG element. */
export function drawing<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, String(value));
  }
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}

/** Runs `act` for clicks of a person only: a page's script can dispatch events, it cannot make trusted ones. */
export function onTrustedClick(
  target: Element,
  act: (event: Event) => void,
  signal: AbortSignal,
): void {
  target.addEventListener('click', (event) => event.isTrusted && act(event), { signal });
}
