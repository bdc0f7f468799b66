import type { Network } from './network.ts';

/** A network in the order it can be computed. Links inside a cycle are left out and reported. */
export type OrderedNetwork = Network & {
  /** Node positions, every predecessor before its successors. */
  order: Int32Array;
  /** Links into node `n` are `into[intoStart[n]] … into[intoStart[n + 1] - 1]`, as link positions. */
  into: Int32Array;
  intoStart: Int32Array;
  /** Links out of a node, likewise. */
  outOf: Int32Array;
  outOfStart: Int32Array;
  /** Ids of the members of each cycle. */
  cycles: readonly (readonly string[])[];
};

type Grouped = { links: Int32Array; start: Int32Array };

function groupBy(ends: Int32Array, size: number, keep: Uint8Array): Grouped {
  const start = new Int32Array(size + 1);
  for (let link = 0; link < ends.length; link++) {
    const at = (ends[link] as number) + 1;
    start[at] = (start[at] as number) + (keep[link] as number);
  }
  for (let node = 0; node < size; node++) {
    start[node + 1] = (start[node + 1] as number) + (start[node] as number);
  }
  const fill = start.slice();
  const links = new Int32Array(start[size] as number);
  for (let link = 0; link < ends.length; link++) {
    if (keep[link] === 0) continue;
    const node = ends[link] as number;
    links[fill[node] as number] = link;
    fill[node] = (fill[node] as number) + 1;
  }
  return { links, start };
}

function sortTopologically(network: Network, outOf: Grouped, keep: Uint8Array): Int32Array {
  const size = network.ids.length;
  const waiting = new Int32Array(size);
  for (let link = 0; link < network.to.length; link++) {
    const node = network.to[link] as number;
    waiting[node] = (waiting[node] as number) + (keep[link] as number);
  }
  const order = new Int32Array(size);
  let ready = 0;
  for (let node = 0; node < size; node++) if (waiting[node] === 0) order[ready++] = node;
  for (let next = 0; next < ready; next++) {
    const node = order[next] as number;
    for (let at = outOf.start[node] as number; at < (outOf.start[node + 1] as number); at++) {
      const target = network.to[outOf.links[at] as number] as number;
      waiting[target] = (waiting[target] as number) - 1;
      if (waiting[target] === 0) order[ready++] = target;
    }
  }
  return order.subarray(0, ready);
}

/** Tarjan's walk without recursion: a chain of thousands of links must not overflow the stack. */
function findComponents(network: Network, outOf: Grouped): Int32Array {
  const size = network.ids.length;
  const component = new Int32Array(size).fill(-1);
  const seen = new Int32Array(size);
  const low = new Int32Array(size);
  const cursor = outOf.start.slice(0, size);
  const open: number[] = [];
  let clock = 0;
  let found = 0;
  const close = (node: number): void => {
    if (low[node] !== seen[node]) return;
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      component[member] = found;
      if (member === node) break;
    }
    found++;
  };
  const step = (node: number, path: number[]): void => {
    const at = cursor[node] as number;
    if (at === outOf.start[node + 1]) {
      path.pop();
      close(node);
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[node] as number);
      return;
    }
    cursor[node] = at + 1;
    const target = network.to[outOf.links[at] as number] as number;
    if (seen[target] === 0) path.push(target);
    else if (component[target] === -1) {
      low[node] = Math.min(low[node] as number, seen[target] as number);
    }
  };
  for (let root = 0; root < size; root++) {
    const path = seen[root] === 0 ? [root] : [];
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      if (seen[node] === 0) {
        seen[node] = ++clock;
        low[node] = clock;
        open.push(node);
      }
      step(node, path);
    }
  }
  return component;
}

function dropCycles(network: Network, outOf: Grouped, keep: Uint8Array): string[][] {
  const component = findComponents(network, outOf);
  const members = new Map<number, Set<number>>();
  for (let link = 0; link < network.from.length; link++) {
    const from = network.from[link] as number;
    const to = network.to[link] as number;
    if (component[from] !== component[to]) continue;
    keep[link] = 0;
    const key = component[from] as number;
    const group = members.get(key) ?? new Set<number>();
    group.add(from).add(to);
    members.set(key, group);
  }
  return [...members.values()].map((group) =>
    [...group].map((node) => network.ids[node] as string).sort(),
  );
}

/** Orders a network for computing. Linear in nodes and links; never hangs on a cycle. */
export function orderNetwork(network: Network): OrderedNetwork {
  const size = network.ids.length;
  const keep = new Uint8Array(network.from.length).fill(1);
  let outOf = groupBy(network.from, size, keep);
  let order = sortTopologically(network, outOf, keep);
  let cycles: string[][] = [];
  if (order.length < size) {
    cycles = dropCycles(network, outOf, keep);
    outOf = groupBy(network.from, size, keep);
    order = sortTopologically(network, outOf, keep);
  }
  const into = groupBy(network.to, size, keep);
  return {
    ...network,
    order,
    into: into.links,
    intoStart: into.start,
    outOf: outOf.links,
    outOfStart: outOf.start,
    cycles,
  };
}
