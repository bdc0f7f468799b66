const LONGEST = 24;

/** Cut at 24 characters on a word, with an ellipsis (design/interaction.md section 2). */
export function shortName(title: string): string {
  const text = title.replace(/\s+/g, ' ').trim();
  const letters = [...text];
  if (letters.length <= LONGEST) return text;
  const room = letters.slice(0, LONGEST - 1).join('');
  const isWhole = letters[LONGEST - 1] === ' ';
  const space = room.lastIndexOf(' ');
  const kept = isWhole || space <= 0 ? room : room.slice(0, space);
  return `${kept.replace(/[\s,.;:–-]+$/, '')}…`;
}
