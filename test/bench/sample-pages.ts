import type { PageContext } from '@milepost/shared/context/context';

/** A pull request with all that a page can say: many paths, a long body, trailers. */
export const samplePull: PageContext = {
  host: 'github.com',
  repo: 'acme/pay',
  number: 7,
  title: 'PAY-42: retry, see R-17',
  body: `${'A description of some length. '.repeat(60)}\n\nProgram-Item: M-4, R-12`,
  headBranch: 'feature/team9-retry',
  baseBranch: 'main',
  labels: ['label 3', 'bug'],
  paths: Array.from({ length: 60 }, (_, n) => `src/p${n}/m${n}/lib/deep/file_${n}.ts`),
};

/** What a list shows of 100 pull requests: title, number, one of some labels. */
export const sampleRows = (labels: number): readonly PageContext[] =>
  Array.from({ length: 100 }, (_, n) => ({
    host: 'github.com',
    repo: 'acme/pay',
    number: n + 1,
    title: `PAY-${n + 1}: change number ${n}`,
    labels: [`label ${(n % labels) + 1}`],
  }));
