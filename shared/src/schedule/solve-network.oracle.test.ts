import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LINK_TYPES, type PlainLink, type PlainNode, packNetwork } from './network.ts';
import { orderNetwork } from './order-network.ts';
import { freeFloat, solveNetwork } from './solve-network.ts';

type Row = { ES: number; EF: number; LS: number; LF: number; TF: number; FF: number };
type Oracle = {
  cpm: (
    nodes: readonly { id: string; d: number; snet: number }[],
    edges: readonly PlainLink[],
    options: { deadline: Record<string, number> },
  ) => { end: number; r: Record<string, Row> };
};

async function findOracle(): Promise<Oracle | undefined> {
  const given = (globalThis as { process?: { env: { MILEPOST_SPEC?: string } } }).process;
  const here = (import.meta as unknown as { url: string }).url;
  const beside = here.replace(/\/shared\/src\/schedule\/[^/]*$/, '/../shared/spec/oracle');
  const folder = given?.env.MILEPOST_SPEC ?? beside;
  try {
    return (await import(/* @vite-ignore */ `${folder}/oracle.mjs`)) as Oracle;
  } catch {
    return undefined;
  }
}

const oracle = await findOracle();
const title = oracle ? '' : ' (skipped: no oracle under MILEPOST_SPEC or beside the repository)';

const drawn = fc.integer({ min: 1, max: 25 }).chain((size) =>
  fc.record({
    nodes: fc.array(
      fc.record({
        duration: fc.integer({ min: 0, max: 40 }),
        start: fc.integer({ min: 0, max: 60 }),
        deadline: fc.option(fc.integer({ min: 1, max: 200 }), { freq: 3, nil: undefined }),
      }),
      { minLength: size, maxLength: size },
    ),
    links: fc.array(
      fc.record({
        from: fc.nat(size - 1),
        to: fc.nat(size - 1),
        type: fc.constantFrom(...LINK_TYPES),
        lag: fc.integer({ min: -6, max: 12 }),
      }),
      { maxLength: 3 * size },
    ),
  }),
);

test.skipIf(oracle === undefined)(`2,000 random networks agree with the oracle${title}`, () =>
  fc.assert(
    fc.property(drawn, ({ nodes, links }) => {
      const id = (n: number) => `M-${n + 1}`;
      const plain = nodes.map(
        ({ deadline, ...node }, n): PlainNode => ({
          id: id(n),
          ...node,
          ...(deadline === undefined ? {} : { deadline }),
        }),
      );
      const edges = links
        .filter((link) => link.from < link.to)
        .map((link): PlainLink => ({ ...link, from: id(link.from), to: id(link.to) }));
      const network = orderNetwork(packNetwork(plain, edges));
      const ours = solveNetwork(network);
      const theirs = (oracle as Oracle).cpm(
        plain.map((node) => ({ id: node.id, d: node.duration, snet: node.start ?? 0 })),
        edges,
        {
          deadline: Object.fromEntries(
            plain.flatMap((n) => (n.deadline ? [[n.id, n.deadline]] : [])),
          ),
        },
      );
      expect(ours.end).toBe(theirs.end);
      plain.forEach((node, n) => {
        const { ES, EF, LS, LF, FF } = theirs.r[node.id] as Row;
        const row = [ours.es[n], ours.ef[n], ours.ls[n], ours.lf[n], freeFloat(network, ours, n)];
        expect(row).toEqual([ES, EF, LS, LF, FF]);
      });
    }),
    { numRuns: 2000 },
  ),
);
