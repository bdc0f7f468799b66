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
  deadline?: number;
};

export type PlainLink = { from: string; to: string; type?: LinkType; lag?: number };

/** Packs named nodes and links. Links to names that are not among the nodes are left out. */
export function packNetwork(nodes: readonly PlainNode[], links: readonly PlainLink[]): Network {
  const position = new Map(nodes.map((node, index) => [node.id, index]));
  const kept: { from: number; to: number; type: LinkType; lag: number }[] = [];
  for (const link of links) {
    const from = position.get(link.from);
    const to = position.get(link.to);
    if (from === undefined || to === undefined) continue;
    kept.push({ from, to, type: link.type ?? 'FS', lag: link.lag ?? 0 });
  }
  return {
    ids: nodes.map((node) => node.id),
    durations: Float64Array.from(nodes, (node) => node.duration),
    starts: Float64Array.from(nodes, (node) => node.start ?? 0),
    pinned: Uint8Array.from(nodes, (node) => (node.pinned ? 1 : 0)),
    deadlines: Float64Array.from(nodes, (node) => node.deadline ?? Number.POSITIVE_INFINITY),
    from: Int32Array.from(kept, (link) => link.from),
    to: Int32Array.from(kept, (link) => link.to),
    types: Uint8Array.from(kept, (link) => LINK_TYPES.indexOf(link.type)),
    lags: Float64Array.from(kept, (link) => link.lag),
  };
}
