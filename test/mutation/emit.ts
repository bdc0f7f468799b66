import type ts from 'typescript';
import type { Operator } from './mutant.ts';

/** Hands out numbers and writes down what each mutant is. */
export type Register = (node: ts.Node, operator: Operator, becomes: string) => number;

export type Emit = {
  source: ts.SourceFile;
  register: Register;
  /** The text of a node with every mutant inside it. */
  text: (node: ts.Node) => string;
};
