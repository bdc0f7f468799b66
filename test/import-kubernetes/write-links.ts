import { findReference } from './find-reference.ts';
import { type Frame, trackingIssue } from './frame.ts';
import type { Remark } from './ledger.ts';
import { folderNumber, type Kep } from './read-kep.ts';

type Link = { rel: 'relates_to' | 'supersedes'; to: string };
type External = { system: 'github' | 'url'; key: string; url?: string; role: string };
export type Links = { links: Link[]; external: External[] };

const THREAD = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/(?:issues|pull)\/(\d+)/;

export function pageOf(url: string): External {
  const [, repository, number] = THREAD.exec(url) ?? [];
  if (repository === undefined) return { system: 'url', key: url, url, role: 'discusses' };
  return { system: 'github', key: `${repository}#${number}`, url, role: 'discusses' };
}

const isNew = <Item>(item: Item, at: number, list: readonly Item[]): boolean =>
  list.findIndex((each) => JSON.stringify(each) === JSON.stringify(item)) === at;

type Desk = {
  frame: Frame;
  /** KEP number by the number its folder carries, which references follow. */
  byFolder: ReadonlyMap<number, number>;
  byGate: Map<string, Links>;
  remarks: Remark[];
};

const drawerOf = ({ byGate }: Desk, gate: string): Links => {
  const drawer = byGate.get(gate) ?? { links: [], external: [] };
  byGate.set(gate, drawer);
  return drawer;
};

/** `superseded-by` is the other one's `supersedes`. */
function addLink(desk: Desk, kep: Kep, field: keyof Kep['references'], other: string): void {
  const own = desk.frame.current.get(kep.number) ?? '';
  if (field === 'superseded-by') drawerOf(desk, other).links.push({ rel: 'supersedes', to: own });
  else {
    const rel = field === 'replaces' ? 'supersedes' : 'relates_to';
    drawerOf(desk, own).links.push({ rel, to: other });
  }
}

function addReference(desk: Desk, kep: Kep, field: keyof Kep['references'], text: string): void {
  const doubt = (code: string): void => {
    desk.remarks.push({ path: kep.path, code, detail: `${field}: ${text}`.slice(0, 120) });
  };
  const found = findReference(text);
  if (found.is === 'nothing') return;
  const number = found.is === 'kep' ? (desk.byFolder.get(found.number) ?? found.number) : 0;
  const other = desk.frame.current.get(number);
  if (number === kep.number) doubt('link-to-itself');
  else if (other !== undefined) addLink(desk, kep, field, other);
  else if ('url' in found && found.url !== undefined)
    drawerOf(desk, desk.frame.current.get(kep.number) ?? '').external.push(pageOf(found.url));
  else doubt('link-leads-nowhere');
}

/** Links and outside pages of every current gate, and the references that lead nowhere. */
export function linksByGate(frame: Frame): {
  byGate: ReadonlyMap<string, Links>;
  remarks: readonly Remark[];
} {
  const keps = [...frame.source.keps.values()];
  const byFolder = new Map(keps.map(({ path, number }) => [folderNumber(path) ?? number, number]));
  const desk: Desk = { frame, byFolder, byGate: new Map(), remarks: [] };
  for (const kep of keps) {
    const own = drawerOf(desk, frame.current.get(kep.number) ?? '');
    own.external.unshift({ system: 'github', key: trackingIssue(kep.number), role: 'tracks' });
    for (const field of ['see-also', 'replaces', 'superseded-by'] as const)
      for (const text of kep.references[field]) addReference(desk, kep, field, text);
  }
  for (const drawer of desk.byGate.values()) {
    drawer.links = drawer.links.filter(isNew);
    drawer.external = drawer.external.filter(isNew);
  }
  return { byGate: desk.byGate, remarks: desk.remarks };
}
