import type { Verdict } from './judge-mutants.ts';
import { type Mutant, roomOf, sayMutant } from './mutant.ts';

export type Judged = { mutant: Mutant; verdict: Verdict };

export type Score = { killed: number; survived: number; unreached: number; percent: number };

export function scoreOf(judged: readonly Judged[]): Score {
  const count = (outcome: Verdict['outcome']) =>
    judged.filter(({ verdict }) => verdict.outcome === outcome).length;
  const killed = count('killed');
  const percent = judged.length === 0 ? 100 : (100 * killed) / judged.length;
  return { killed, survived: count('survived'), unreached: count('unreached'), percent };
}

const row = (name: string, judged: readonly Judged[]): string => {
  const { killed, survived, unreached, percent } = scoreOf(judged);
  const cells = [judged.length, killed, survived, unreached].map((n) => String(n).padStart(9));
  return `${name.padEnd(12)}${cells.join('')}${percent.toFixed(1).padStart(9)} %`;
};

const groups = (judged: readonly Judged[], by: (mutant: Mutant) => string): string[] =>
  [...new Set(judged.map(({ mutant }) => by(mutant)))].toSorted().map((name) =>
    row(
      name,
      judged.filter(({ mutant }) => by(mutant) === name),
    ),
  );

/** A table by room and by operator; every mutant that was not noticed counts against the score. */
export function sayScores(judged: readonly Judged[]): string {
  const head = `${''.padEnd(12)}${['mutants', 'killed', 'survived', 'unreached', 'score']
    .map((name) => name.padStart(name === 'unreached' ? 10 : 9))
    .join('')}`;
  return [
    head,
    ...groups(judged, roomOf),
    row('all', judged),
    '',
    head,
    ...groups(judged, ({ operator }) => operator),
  ].join('\n');
}

export const saySurvivors = (judged: readonly Judged[]): string =>
  judged
    .filter(({ verdict }) => verdict.outcome !== 'killed')
    .map(({ mutant, verdict }) => `${verdict.outcome}  ${sayMutant(mutant)}`)
    .join('\n');

/** Each deleted body with the test that names it. */
export const sayBodies = (judged: readonly Judged[]): string =>
  judged
    .map(({ mutant, verdict }) => {
      const by = verdict.by === undefined ? verdict.outcome.toUpperCase() : verdict.by.title;
      return `${mutant.file.replace('shared/src/', '')} ${mutant.owner}: ${by}`;
    })
    .join('\n');
