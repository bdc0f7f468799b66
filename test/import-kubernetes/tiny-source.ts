import type { SourceFile } from './source-file.ts';

const kep = (folder: string, ...lines: string[]): SourceFile => ({
  path: `keps/${folder}/kep.yaml`,
  text: `${lines.join('\n')}\n`,
});

const approvals = (name: string, ...lines: string[]): SourceFile => ({
  path: `keps/prod-readiness/${name}.yaml`,
  text: `${lines.join('\n')}\n`,
});

const release = (minor: number, name: string, ...lines: string[]): SourceFile => ({
  path: `releases/release-1.${minor}/${name}`,
  text: `${lines.join('\n')}\n`,
});

/** A proposal as tidy as they come: approved, shipped in v1.50. */
const SHIPPED = kep(
  'sig-kite/7-fold-the-wing',
  'title: Fold the wing',
  'kep-number: 7',
  'authors: ["@Ann-Lee", "@bo"]',
  'owning-sig: sig-kite',
  'participating-sigs: [sig-string]',
  'status: implemented',
  'creation-date: 2029-11-05',
  'approvers: ["@kit"]',
  'stage: beta',
  'latest-milestone: "v1.50"',
  'milestone: {alpha: "v1.31", beta: "v1.50"}',
  'feature-gates: [{name: FoldWing, components: [kubelet]}]',
  'disable-supported: true',
  'metrics: [wing_folds_total]',
  'see-also: ["/keps/sig-kite/12-tail", "KEP-404", "n/a", "https://example.org/wings - a talk"]',
);

/** Everything that may be odd in a file that still has a name. */
const ODD = kep(
  'sig-kite/12-tail',
  'title: >-',
  `  A tail ${'that is very long '.repeat(10)}`,
  'kep-number: 12',
  'authors: ["“@ann-lee”", "cy", TBD, "sig-kite", "@kites/wg-tail"]',
  'owning-sig: sig-kite',
  'status: imlpemented',
  'creation-date: 2030-2-3 # not padded',
  'last-updated: v1.50',
  'approvers:',
  'stage: beta',
  'latest-milestone: 1.50',
  'milestone: {alpha: "TBD", beta: "v1.51", stable: "later"}',
  'replaces: ["/keps/sig-kite/7-fold-the-wing/README.md", "/keps/sig-kite/12-tail"]',
  'superseded-by: ["/keps/sig-reel/29-reel"]',
  'unknown-key: kept out',
);

/** Nothing but a name and people. */
const BARE = kep(
  'sig-reel/29-reel',
  'title: Reel',
  'kep-number: 30',
  'authors: []',
  'owning-sig: sig-reel',
  'status: provisional',
  'creation-date: 2030-02-30',
);

const REFUSED: readonly SourceFile[] = [
  kep('sig-kite/0000-template', 'title: KEP template', 'kep-number: 0'),
  kep('sig-kite/88-many', 'title: Too many', 'kep-number: 88000'),
  kep('sig-kite/40-nameless', 'kep-number: 40'),
  kep('sig-kite/41-broken', 'title: Broken', 'see-also: [', '  a', ']'),
  kep('sig-kite/42-list', '- title: A list'),
  // The SIG that also has approvals of number 7 keeps it.
  kep('sig-a/7-other', 'title: Same number', 'kep-number: 7', 'owning-sig: sig-a'),
  approvals('sig-kite/99', 'kep-number: 99', 'alpha: {approver: "@pia"}'),
  approvals('sig-kite/12', 'kep-number: 12', 'alpha: {approver: ""}'),
  approvals('template/nnnn', 'kep-number: 0000'),
  release(52, 'README.md', '# No summary yet'),
  release(52, 'exceptions.yaml', 'codeFreeze: []'),
  { path: 'LICENSE', text: 'free\n' },
];

const APPROVED = approvals(
  'sig-kite/7',
  'kep-number: 70',
  'alpha: {approver: pia}',
  'beta: {approver: "@pia"}',
);

const FIFTY = release(
  50,
  'README.md',
  '## Summary',
  '- **Monday 7th January 2030**: Week 1 — Release cycle begins',
  '- **Thursday 31st January 2030**:',
  '  Week 4 — [Production Readiness Freeze][x]',
  '- **[02:00 UTC Friday 8th March 2030 / 19:00 PST Thursday 7th March 2030](https://example.org)**: [Code Freeze][x]',
  '- **Wednesday 1st May 2030**: Kubernetes v1.50.0 released',
  '## Timeline',
);

const FIFTY_ONE = release(
  51,
  'README.md',
  '## Summary',
  '- **Wednesday 1st May 2030**: Release cycle begins',
  '- **Thursday 6th June 2030**: Production Readiness Freeze',
  '- **Thursday 4th July 2030 (AoE) / Friday 5th July 2030, 12:00 UTC**: Code Freeze',
  '- **Thursday 29th August 2030**: Kubernetes v1.51.0 released',
);

const team = (minor: number): SourceFile =>
  release(
    minor,
    'release-team.md',
    '| **Team/Role** | **Lead Name** | **Shadows** |',
    '|---|---|---|',
    '| Release Team Lead | Lia Ray ([@lia](https://github.com/lia) / Slack: `@Lia`) | Bo Di ([@bo](https://github.com/bo)) |',
  );

const EXCEPTIONS = release(
  50,
  'exceptions.yaml',
  'codeFreeze:',
  '- {name: Fold, issue: 7, date_requested: 2030-03-08, date_reviewed: 2030-05-02, status: approved,',
  '   pull_requests: ["https://github.com/kubernetes/kubernetes/pull/5"]}',
  '- {name: Ghost, issue: 555, date_requested: 2030-03-09, date_reviewed: soon, status: maybe}',
);

/** A source tree of our own with one of every untidiness the real one has. */
export const TINY: readonly SourceFile[] = [
  ...[SHIPPED, ODD, BARE, ...REFUSED, APPROVED, FIFTY, FIFTY_ONE, team(50), team(51), EXCEPTIONS],
];
