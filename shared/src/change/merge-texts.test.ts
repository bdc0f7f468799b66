import { expect, test } from 'vitest';
import { mergeTexts } from './merge-texts.ts';

const base =
  'id: R-1\ntitle: A risk # kept\nowner: ana\nlog:\n  - {at: 2026-01-01, by: ana, event: created}\n';
const withLog = (text: string, by: string) =>
  `${text}  - {at: 2026-01-02, by: ${by}, event: review}\n`;

test('both sides keep the log entries they added', () => {
  const merged = mergeTexts('risks/R-1.yaml', base, withLog(base, 'tom'), withLog(base, 'li'));
  expect(merged.ok && merged.value).toBe(
    `${withLog(base, 'tom')}  - {at: 2026-01-02, by: li, event: review}\n`,
  );
});

test('changes of different fields merge, comments stay', () => {
  const merged = mergeTexts(
    'risks/R-1.yaml',
    base,
    base.replace('ana\n', 'tom\n'),
    base.replace('A risk', 'The risk'),
  );
  expect(merged.ok && merged.value).toBe(
    base.replace('ana\n', 'tom\n').replace('A risk', 'The risk'),
  );
});

test('one field with two values is a conflict that carries all three', () => {
  const merged = mergeTexts(
    'risks/R-1.yaml',
    base,
    base.replace('owner: ana', 'owner: tom'),
    base.replace('owner: ana', 'owner: li'),
  );
  expect(merged).toMatchObject({
    ok: false,
    error: {
      code: 'conflict',
      conflicts: [{ field: ['owner'], base: 'ana', mine: 'li', theirs: 'tom' }],
    },
  });
});

test.each([
  ['theirs', base, base, 'a: [', 'unreadable'],
  ['ours', base, 'a: [', withLog(base, 'li'), 'unreadable'],
])('%s that is no YAML is left to Git', (_, before, ours, theirs, code) => {
  expect(mergeTexts('risks/R-1.yaml', before, ours, theirs)).toMatchObject({
    ok: false,
    error: { code },
  });
});

test('a side that changed nothing gives the other side, byte for byte', () => {
  const merged = mergeTexts('risks/R-1.yaml', base, withLog(base, 'tom'), base);
  expect(merged.ok && merged.value).toBe(withLog(base, 'tom'));
});
