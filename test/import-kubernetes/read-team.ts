import { ok } from '@milepost/shared/result';
import { type Read, refuse } from './ledger.ts';
import { minorOfPath, type SourceFile } from './source-file.ts';

/** `names` of the people a release team's table spells out, by login. */
export type ReleaseTeam = {
  path: string;
  minor: number;
  lead: string;
  names: ReadonlyMap<string, string>;
};

const MEMBER = /([\p{L}][^|()[\],]*?)\s*\(\s*\[@([A-Za-z0-9][A-Za-z0-9-]{0,38})\]/gu;

/** Reads the table of `release-team.md`; the row of the lead is what a release needs. */
export function readTeam({ path, text }: SourceFile): Read<ReleaseTeam> {
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  const lead = rows.find((line) => /^\|[\s*]*(?:Release Team )?Lead[\s*]*\|/i.test(line));
  const [, , login] = [...(lead ?? '').matchAll(MEMBER)][0] ?? [];
  if (login === undefined) return refuse('nothing-in-it', 'no row of a lead');
  const members = rows.flatMap((line) => [...line.matchAll(MEMBER)]);
  const names = new Map(members.map(([, name = '', who = '']) => [who.toLowerCase(), name.trim()]));
  return ok({ value: { path, minor: minorOfPath(path), lead: login, names }, remarks: [] });
}
