/** How two nodes are tied: finish-start, start-start, finish-finish, start-finish. */
export const LINK_TYPES = ['FS', 'SS', 'FF', 'SF'] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** Work and links as numbers, so that one network can be solved thousands of times. Days are working days. */
export type Network = {
  ids: readonly string[];
  durations: Float64Array;
  /** Start no earlier than this boundary; for a pinned node, exactly here. */
  starts: Float64Array;
  /** 1 where the node starts at its `starts` whatever its predecessors say. */
  pinned: Uint8Array;
  /** Latest finish; Infinity where nothing was promised. */
  deadlines: Float64Array;
  /** Link sources and targets are node positions; `types` are positions in LINK_TYPES. */
  from: Int32Array;
  to: Int32Array;
  types: Uint8Array;
  lags: Float64Array;
};

export type PlainNode = {
  id: string;
  duration: number;
  start?: number;
  pinned?: boolean;
  deadline?: number | undefined;
};

export type PlainLink = { from: string; to: string; type?: LinkType; lag?: number };

function emptyNetwork(nodes: number, links: number): Omit<Network, 'ids'> {
  return {
    durations: new Float64Array(nodes),
    starts: new Float64Array(nodes),
    pinned: new Uint8Array(nodes),
    deadlines: new Float64Array(nodes),
    from: new Int32Array(links),
    to: new Int32Array(links),
    types: new Uint8Array(links),
    lags: new Float64Array(links),
  };
}

function find(position: ReadonlyMap<string, number>, id: string): number {
  const at = position.get(id);
  if (at === undefined) throw new Error(`a link names ${id}, which is not among the nodes`);
  return at;
}

/** Packs named nodes and links, keeping both orders. A link to a name that is not among the nodes is a bug: it throws. */
export function packNetwork(nodes: readonly PlainNode[], links: readonly PlainLink[]): Network {
  const position = new Map<string, number>();
  const network = emptyNetwork(nodes.length, links.length);
  for (let at = 0; at < nodes.length; at++) {
    const { id, duration, start, pinned, deadline } = nodes[at] as PlainNode;
    position.set(id, at);
    network.durations[at] = duration;
    network.starts[at] = start ?? 0;
    network.pinned[at] = pinned ? 1 : 0;
    network.deadlines[at] = deadline ?? Number.POSITIVE_INFINITY;
  }
  for (let at = 0; at < links.length; at++) {
    const { from, to, type, lag } = links[at] as PlainLink;
    network.from[at] = find(position, from);
    network.to[at] = find(position, to);
    network.types[at] = LINK_TYPES.indexOf(type ?? 'FS');
    network.lags[at] = lag ?? 0;
  }
  return { ids: nodes.map((node) => node.id), ...network };
}
