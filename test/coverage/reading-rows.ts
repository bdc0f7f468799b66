import type { Mutant } from '../mutation/mutant.ts';
import { switches } from '../mutation/switches.ts';
import type { Row, Silence } from './rows.ts';

const switchOn =
  (mutant: Mutant | undefined): Silence =>
  () => {
    switches.active = mutant?.id ?? -1;
    return () => {
      switches.active = -1;
    };
  };

/** DQ-01 and DQ-16 speak while a file is read; they are no objects, so a mutant silences them. */
export function readingRows(mutants: readonly Mutant[]): Row[] {
  const bodyOf = (owner: string) =>
    mutants.find((mutant) => mutant.owner === owner && mutant.operator === 'body');
  const wordOf = (text: string) => mutants.find(({ was }) => was === text);
  const row = (id: string, name: string, mutant: Mutant | undefined): Row => ({
    ...{ section: 'Data quality', id, name },
    silence: switchOn(mutant),
    within: mutant === undefined ? [] : [mutant.file],
  });
  return [
    row('DQ-01', 'id is file name', bodyOf('findIdMismatch')),
    row('DQ-16', 'yaml limits', wordOf("'DQ-16'")),
  ];
}
