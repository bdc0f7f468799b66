import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { FieldOp, FieldPath } from '../change/edit.ts';
import { sameValue, valueAt, withOp } from './field-value.ts';
import { spliceYaml } from './splice.ts';
import { cleanData } from './splice-render.ts';

const key = fc.constantFrom('id', 'title', 'owner', 'log', 'tags', 'x y', 'on', '1', 'a:b');
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    'yes',
    '~',
    '2026-03-02',
    'a: b',
    '# no',
    '- x',
    'l1\nl2',
    'l1\nl2\n',
    ' pad ',
    "it's",
    '"q"',
    '',
  ),
);
const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
}));
const record = fc.dictionary(key, value, { minKeys: 1, maxKeys: 5 });

const style = fc.record({
  flow: fc.boolean(),
  single: fc.boolean(),
  indentSeq: fc.boolean(),
  comments: fc.boolean(),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  mark: fc.boolean(),
  endless: fc.boolean(),
});
type Style = typeof style extends fc.Arbitrary<infer Shape> ? Shape : never;

/** A file in somebody's own style: comments between and behind, either line break, with or without a last one. */
function write(data: unknown, look: Style): string {
  let written = stringify(data, {
    lineWidth: 0,
    indentSeq: look.indentSeq,
    singleQuote: look.single,
    collectionStyle: look.flow ? 'flow' : 'any',
    flowCollectionPadding: !look.single,
  });
  if (look.comments && !look.flow) {
    written = written.replaceAll(/^([a-z]+): (\w+)$/gm, '# about $1\n$1: $2 # says $2');
  }
  if (look.endless) written = written.replace(/\n$/, '');
  return (look.mark ? '\uFEFF' : '') + written.replaceAll('\n', look.lineBreak);
}

function pathsOf(data: unknown, path: FieldPath = []): FieldPath[] {
  if (typeof data !== 'object' || data === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(data)
    ? data.map((item, at) => [at, item])
    : Object.entries(data);
  return [path, ...entries.flatMap(([part, child]) => pathsOf(child, [...path, part]))];
}

const pickOp = (data: unknown) =>
  fc
    .tuple(
      fc.constantFrom(...pathsOf(data)),
      fc.constantFrom('set', 'remove', 'append', 'add'),
      key,
      value,
    )
    .map(([path, what, name, given]): FieldOp => {
      const was = valueAt(data, path);
      if (what === 'add') return { op: 'set', path: [...path, name], value: given, was: undefined };
      if (what === 'append') return { op: 'append', path, value: given };
      if (what === 'remove') return { op: 'remove', path, was };
      return { op: 'set', path, value: given, was };
    });

const isWritable = (data: unknown, op: FieldOp): boolean => {
  if (op.path.length === 0) return false;
  const parent = valueAt(data, op.path.slice(0, -1));
  const last = op.path.at(-1);
  if (typeof last === 'string' && (typeof parent !== 'object' || Array.isArray(parent)))
    return false;
  return op.op !== 'append' || Array.isArray(valueAt(data, op.path) ?? []);
};

const world = record.chain((data) => fc.tuple(fc.constant(data), style, pickOp(data)));

/** Line numbers of `before` that are not in `after`, by longest common subsequence from both ends. */
function linesTouched(before: string, after: string): number {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail))
    tail += 1;
  return old.length - head - tail;
}

test('a splice gives the operation applied to the data, in any style, and never anything else', () => {
  let spliced = 0;
  fc.assert(
    fc.property(world, ([data, look, op]) => {
      fc.pre(isWritable(data, op));
      const before = write(data, look);
      fc.pre(sameValue(parse(before.replace('\uFEFF', '')), data));
      const result = spliceYaml(before, [op]);
      expect(result).toMatchObject({ ok: true });
      if (!result.ok) return;
      spliced += 1;
      const after = parse(result.value.replace('\uFEFF', ''));
      expect(sameValue(after, cleanData(withOp(data, op)))).toBe(true);
      expect(result.value.startsWith('\uFEFF')).toBe(look.mark);
    }),
    { numRuns: 2000, seed: 7 },
  );
  expect(spliced).toBeGreaterThan(500);
});

test('a splice changes one line when a word takes the place of a word, whatever stands around it', () => {
  fc.assert(
    fc.property(record, style, fc.constantFrom('new', '2026-03-02'), (data, look, word) => {
      const whole = { ...data, owner: 'ana', zz: 1 };
      const before = write(whole, { ...look, flow: false });
      const op: FieldOp = { op: 'set', path: ['owner'], value: word, was: 'ana' };
      const result = spliceYaml(before, [op]);
      expect(result).toMatchObject({ ok: true });
      if (result.ok) expect(linesTouched(before, result.value)).toBe(1);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('a splice touches no existing line when it appends to a block list', () => {
  fc.assert(
    fc.property(record, style, scalar, (data, look, item) => {
      const whole = { ...data, log: [{ a: 1 }, { a: 2 }], zz: 1 };
      const before = write(whole, { ...look, flow: false });
      const result = spliceYaml(before, [{ op: 'append', path: ['log'], value: { a: item } }]);
      expect(result).toMatchObject({ ok: true });
      if (result.ok) expect(linesTouched(before, result.value)).toBe(0);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('a splice gives the same bytes when nothing changes', () => {
  fc.assert(
    fc.property(record, style, (data, look) => {
      const before = write(data, look);
      const ops = Object.entries(data).map(
        ([name, same]): FieldOp => ({ op: 'set', path: [name], value: same, was: same }),
      );
      fc.pre(sameValue(parse(before.replace('\uFEFF', '')), data));
      expect(spliceYaml(before, ops)).toEqual({ ok: true, value: before });
    }),
    { numRuns: 300, seed: 7 },
  );
});

const one = (text: string, op: FieldOp): string => {
  const result = spliceYaml(text, [op]);
  return result.ok ? result.value : result.error.code;
};
const set = (path: FieldPath, value: unknown): FieldOp => ({
  op: 'set',
  path,
  value,
  was: undefined,
});

test('a splice keeps comments, quotes and the order of the schema', () => {
  const before = "# head\nid: 'R-1' # name\nlog: []\n";
  expect(one(before, set(['id'], 'R-2'))).toBe("# head\nid: 'R-2' # name\nlog: []\n");
  const ordered = spliceYaml(before, [set(['owner'], 'ana')], () => ['id', 'owner', 'log']);
  expect(ordered).toMatchObject({ value: "# head\nid: 'R-1' # name\nowner: ana\nlog: []\n" });
});

test('a splice keeps the comment of a line whose value grows to several lines', () => {
  expect(one('a: x # why\nb: 1', set(['a'], { q: 1 }))).toBe('a: # why\n  q: 1\nb: 1');
});

test('a splice makes the parents that are missing', () => {
  expect(one('id: D-1', set(['consumer', 'owner'], 'ana'))).toBe(
    'id: D-1\nconsumer:\n  owner: ana',
  );
});

test('a splice refuses broken text, aliases and places that are no place', () => {
  expect(one('a: [', set(['b'], 1))).toBe('broken-text');
  expect(one('a: &x 1\nb: *x', set(['b'], 2))).toBe('not-spliceable');
  expect(one('a: &x 1\nb: *x', set(['a'], 2))).toBe('not-spliceable');
  expect(one('a: []', set(['a', 3], 2))).toBe('no-place');
});
