/** Lines of at most `width` characters, broken at spaces; a longer word is kept whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    const next = current === '' ? word : `${current} ${word}`;
    if (current !== '' && next.length > width) {
      lines.push(current);
      current = word;
    } else current = next;
  }
  return [...lines, current];
}
