import { expect, test } from 'vitest';
import { logLine } from './log-line.ts';

test.each([
  '::error::x',
  'a\n::set-output name=b::c',
  '  ::add-mask::x',
  ':::error::x',
  '##[error]x',
  '\u200B::\u200B:error::x',
])('%j is no command of the runner', (text) => {
  const line = logLine(text);
  expect(line).not.toMatch(/\n|::|##\[/);
  expect(line.replaceAll('\u200B', '')).toContain(text.trim().at(-1));
});
