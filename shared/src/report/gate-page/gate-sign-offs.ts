import { sayEvidenceLevel, saySignOffProblem } from '../../words/say-readiness.ts';
import type { GoNoGo, SignOffLine } from '../go-no-go.ts';
import type { Block, Spans } from '../page.ts';
import { pageTable } from '../page-table.ts';
import { type PageWords, strong } from '../page-words.ts';

const COLUMNS = ['role', 'kind', 'signoff', 'signatory', 'evidence', 'why', 'who-can'].map(
  (name) => ({
    name,
  }),
);

function rowOf(words: PageWords, year: number, signOff: SignOffLine): Spans[] {
  const { role, mandatory, state, signatory, on, evidenceLevel, why, whoCan, comment } = signOff;
  const text = words.say(`gate.signoff.${state}`);
  const valid = state === 'valid';
  const problems = why.map((problem) => saySignOffProblem(problem, 'plain', { year })).join('. ');
  return [
    [role.replaceAll('_', ' ')],
    [words.say(mandatory ? 'gate.mandatory' : 'gate.optional')],
    [valid ? { text, tone: 'low' } : strong(text, mandatory ? 'critical' : 'medium')],
    [signatory === null ? '' : words.say('gate.verified', { by: signatory, on })],
    [signatory === null ? '' : sayEvidenceLevel(evidenceLevel)],
    [[problems, comment === null ? '' : `“${comment}”`].filter(Boolean).join('. ')],
    [valid ? '' : whoCan.join(', ')],
  ];
}

/** Who signed, whether it counts, why not and who could (rulings A3: the level of evidence is always visible). */
export const gateSignOffs = (words: PageWords, { signoffs, asOf }: GoNoGo): Block[] =>
  signoffs.length === 0
    ? []
    : [
        pageTable(
          words,
          COLUMNS,
          signoffs.map((each) => rowOf(words, Number(asOf.slice(0, 4)), each)),
        ),
      ];
