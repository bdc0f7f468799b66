import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINK_TYPES, type PlainLink, type PlainNode, packNetwork } from './network.ts';
import { orderNetwork } from './order-network.ts';
import { freeFloat, solveNetwork } from './solve-network.ts';

function solve(nodes: PlainNode[], links: PlainLink[]) {
  const network = orderNetwork(packNetwork(nodes, links));
  const solution = solveNetwork(network);
  const at = (id: string) => network.ids.indexOf(id);
  return {
    end: solution.end,
    cycles: network.cycles,
    es: (id: string) => solution.es[at(id)],
    ef: (id: string) => solution.ef[at(id)] as number,
    tf: (id: string) => (solution.ls[at(id)] as number) - (solution.es[at(id)] as number),
    ff: (id: string) => freeFloat(network, solution, at(id)),
  };
}

const days: Record<string, number> = { M1: 10, M2: 15, M3: 5, M4: 20, M5: 8, M6: 12, M7: 0 };
const golden: PlainLink[] = [
  { from: 'M1', to: 'M2' },
  { from: 'M2', to: 'M4', lag: 2 },
  { from: 'M4', to: 'M7' },
  { from: 'M1', to: 'M3' },
  { from: 'M3', to: 'M5' },
  { from: 'M5', to: 'M6' },
  { from: 'M6', to: 'M7' },
];
const goldenNodes = (deadline?: number): PlainNode[] =>
  Object.entries(days).map(([id, duration]) => ({
    id,
    duration,
    ...(id === 'M7' && deadline !== undefined ? { deadline } : {}),
  }));

describe('the golden network of domain 2.4', () => {
  test('ends at 47 with its long path critical and 12 days of float beside it', () => {
    const found = solve(goldenNodes(), golden);
    expect(found.end).toBe(47);
    expect(Object.keys(days).map(found.tf)).toEqual([0, 0, 12, 0, 12, 12, 0]);
    expect(['M6', 'M3', 'M5'].map(found.ff)).toEqual([12, 0, 0]);
  });

  test('has negative float when the end was promised seven days earlier', () => {
    const found = solve(goldenNodes(40), golden);
    expect(Object.keys(days).map(found.tf)).toEqual([-7, -7, 5, -7, 5, 5, -7]);
  });
});

test('start-start and finish-finish links bind starts and finishes', () => {
  const found = solve(
    [
      { id: 'a', duration: 4 },
      { id: 'b', duration: 3 },
      { id: 'c', duration: 2 },
    ],
    [
      { from: 'a', to: 'b', type: 'SS', lag: 1 },
      { from: 'a', to: 'c', type: 'FF' },
    ],
  );
  expect([found.ef('a'), found.ef('b'), found.ef('c')]).toEqual([4, 4, 4]);
  expect(found.es('c')).toBe(2);
});

test('a cycle is reported with its members only, and the rest is still computed', () => {
  const found = solve(
    ['a', 'b', 'c', 'd'].map((id) => ({ id, duration: 2 })),
    [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'b' },
      { from: 'c', to: 'd' },
    ],
  );
  expect(found.cycles).toEqual([['b', 'c']]);
  expect(found.ef('d')).toBe(4);
  expect(solve([{ id: 'a', duration: 1 }], [{ from: 'a', to: 'a' }]).cycles).toEqual([['a']]);
});

test('a chain of 50,000 links that bites its own tail is reported, not hung', () => {
  const nodes = Array.from({ length: 50_000 }, (_, n) => ({ id: `${n}`, duration: 1 }));
  const links = nodes.map((node, n) => ({ from: node.id, to: `${(n + 1) % nodes.length}` }));
  expect(solve(nodes, links).cycles[0]).toHaveLength(50_000);
});

test('a pinned node starts where it is pinned whatever comes before it', () => {
  const found = solve(
    [
      { id: 'a', duration: 9 },
      { id: 'b', duration: 0, start: 3, pinned: true },
      { id: 'c', duration: 1 },
    ],
    [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ],
  );
  expect([found.es('b'), found.ef('c')]).toEqual([3, 4]);
});

test('an empty network ends at 0', () => {
  expect(solve([], []).end).toBe(0);
});

const networks = fc.integer({ min: 1, max: 14 }).chain((size) =>
  fc.record({
    nodes: fc.array(
      fc.record({
        duration: fc.integer({ min: 0, max: 30 }),
        start: fc.integer({ min: 0, max: 40 }),
      }),
      { minLength: size, maxLength: size },
    ),
    links: fc.array(
      fc.record({
        from: fc.nat(size - 1),
        to: fc.nat(size - 1),
        type: fc.constantFrom(...LINK_TYPES),
        lag: fc.integer({ min: -5, max: 8 }),
      }),
      { maxLength: 3 * size },
    ),
  }),
);
type Drawn = typeof networks extends fc.Arbitrary<infer T> ? T : never;

const named = ({ nodes, links }: Drawn): [PlainNode[], PlainLink[]] => [
  nodes.map((node, n) => ({ id: `n${n}`, ...node })),
  links
    .filter((link) => link.from < link.to)
    .map((link) => ({ ...link, from: `n${link.from}`, to: `n${link.to}` })),
];

test('over FS and SS links, longer work never makes anything finish earlier', () =>
  fc.assert(
    fc.property(networks, fc.nat(13), fc.integer({ min: 1, max: 9 }), (drawn, pick, more) => {
      const [nodes, links] = named({
        ...drawn,
        links: drawn.links.filter((l) => l.type === 'FS' || l.type === 'SS'),
      });
      const longer = nodes.map((node, n) =>
        n === pick % nodes.length ? { ...node, duration: node.duration + more } : node,
      );
      const before = solve(nodes, links);
      const after = solve(longer, links);
      return nodes.every((node) => after.ef(node.id) >= before.ef(node.id));
    }),
  ));

test('starting a predecessor later never makes a successor finish earlier', () =>
  fc.assert(
    fc.property(networks, fc.nat(13), fc.integer({ min: 1, max: 9 }), (drawn, pick, more) => {
      const [nodes, links] = named(drawn);
      const later = nodes.map((node, n) =>
        n === pick % nodes.length ? { ...node, start: (node.start ?? 0) + more } : node,
      );
      const before = solve(nodes, links);
      const after = solve(later, links);
      return nodes.every((node) => after.ef(node.id) >= before.ef(node.id));
    }),
  ));

test('the order of nodes and links in the input does not matter', () =>
  fc.assert(
    fc.property(networks, (drawn) => {
      const [nodes, links] = named(drawn);
      const straight = solve(nodes, links);
      const reversed = solve(nodes.toReversed(), links.toReversed());
      expect(reversed.end).toBe(straight.end);
      for (const { id } of nodes) {
        expect(reversed.es(id)).toBe(straight.es(id));
        expect(reversed.tf(id)).toBe(straight.tf(id));
        expect(reversed.ff(id)).toBe(straight.ff(id));
      }
    }),
  ));
