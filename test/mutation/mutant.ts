/** What a mutant does to the code it stands in. */
export type Operator =
  | 'body'
  | 'return'
  | 'condition'
  | 'logic'
  | 'boundary'
  | 'comparison'
  | 'arithmetic'
  | 'default'
  | 'literal'
  | 'statement'
  | 'call';

/** One small wrong change, switched on by its number while tests run. */
export type Mutant = {
  id: number;
  /** Below the repository, with slashes. */
  file: string;
  line: number;
  column: number;
  operator: Operator;
  /** What stands there, cut short, and what the mutant makes of it. */
  was: string;
  becomes: string;
  /** Exported name it lies in. */
  owner: string;
};

/** `shared/src/kpi/average.ts` is of room `kpi`. */
export const roomOf = ({ file }: Mutant): string => file.split('/')[2] ?? '';

export const placeOf = ({ file, line, column }: Mutant): string => `${file}:${line}:${column}`;

/** `file:line:column operator: was → becomes`, on one line. */
export const sayMutant = (mutant: Mutant): string =>
  `${placeOf(mutant)} ${mutant.operator}: ${mutant.was} → ${mutant.becomes}`;
