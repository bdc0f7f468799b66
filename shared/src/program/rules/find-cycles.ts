export type Graph = ReadonlyMap<string, readonly string[]>;

type Visit = { node: string; next: number };
type State = {
  graph: Graph;
  index: Map<string, number>;
  low: Map<string, number>;
  onStack: Set<string>;
  stack: string[];
  groups: string[][];
};

function open(state: State, node: string): Visit {
  const number = state.index.size;
  state.index.set(node, number);
  state.low.set(node, number);
  state.stack.push(node);
  state.onStack.add(node);
  return { node, next: 0 };
}

const lower = ({ low }: State, node: string, value: number): void => {
  low.set(node, Math.min(low.get(node) ?? value, value));
};

function close(state: State, node: string): void {
  if (state.low.get(node) !== state.index.get(node)) return;
  const group: string[] = [];
  for (;;) {
    const member = state.stack.pop();
    if (member === undefined) break;
    state.onStack.delete(member);
    group.push(member);
    if (member === node) break;
  }
  const [only] = group;
  const loops = group.length > 1 || (only !== undefined && state.graph.get(only)?.includes(only));
  if (loops) state.groups.push(group);
}

/** One step of the visit on top; the visit that has to be made next, if any. */
function advance(state: State, visit: Visit): Visit | undefined {
  const targets = state.graph.get(visit.node) ?? [];
  while (visit.next < targets.length) {
    const target = targets[visit.next] ?? '';
    visit.next += 1;
    if (!state.index.has(target)) return open(state, target);
    if (state.onStack.has(target)) lower(state, visit.node, state.index.get(target) ?? 0);
  }
  return undefined;
}

function visitFrom(state: State, start: string): void {
  const visits: Visit[] = [open(state, start)];
  for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
    const deeper = advance(state, visit);
    if (deeper !== undefined) {
      visits.push(deeper);
      continue;
    }
    visits.pop();
    close(state, visit.node);
    const parent = visits.at(-1);
    if (parent !== undefined) lower(state, parent.node, state.low.get(visit.node) ?? 0);
  }
}

/** Groups of nodes that reach each other (Tarjan, without recursion: a chain may be thousands long). */
export function findCycles(graph: Graph): readonly (readonly string[])[] {
  const state: State = {
    graph,
    index: new Map(),
    low: new Map(),
    onStack: new Set(),
    stack: [],
    groups: [],
  };
  for (const node of graph.keys()) if (!state.index.has(node)) visitFrom(state, node);
  return state.groups;
}
