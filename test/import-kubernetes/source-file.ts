/** One text file of the source. `path` is below the source folder, `/` separated. */
export type SourceFile = { path: string; text: string };

/** What the path of a source file says it is. */
export type SourceKind = 'kep' | 'approvals' | 'schedule' | 'team' | 'exceptions' | 'other';

const KINDS: readonly (readonly [SourceKind, RegExp])[] = [
  ['approvals', /^keps\/prod-readiness\/[^/]+\/[^/]+\.yaml$/],
  ['kep', /^keps\/.+\/kep\.yaml$/],
  ['schedule', /^releases\/release-1\.\d+\/README\.md$/],
  ['team', /^releases\/release-1\.\d+\/release-team\.md$/],
  ['exceptions', /^releases\/release-1\.\d+\/exceptions\.yaml$/],
];

export const kindOf = (path: string): SourceKind =>
  KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other';

/** `releases/release-1.37/…` is 37; 0 where the path names no release. */
export const minorOfPath = (path: string): number =>
  Number(/^releases\/release-1\.(\d+)\//.exec(path)?.[1] ?? 0);

/** `keps/sig-node/…` and `keps/prod-readiness/sig-node/…` are both `sig-node`. */
export const sigOfPath = (path: string): string =>
  /^keps\/(?:prod-readiness\/)?([^/]+)\//.exec(path)?.[1] ?? '';
