import ts from 'typescript';
import type { Emit, Register } from './emit.ts';
import { expressionOf } from './instrument-expression.ts';
import type { Mutant } from './mutant.ts';

const isRaw = (node: ts.Node): boolean =>
  ts.isTypeNode(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isTypeParameterDeclaration(node);

/** Names are no values: `{ 'a-b': 1 }`, `x['a']`, labels. */
const isName = (node: ts.Node): boolean =>
  (ts.isPropertyAssignment(node.parent) || ts.isPropertySignature(node.parent)) &&
  node.parent.name === node;

function ownerOf(node: ts.Node): string {
  let at = node;
  while (at.parent !== undefined && !ts.isSourceFile(at.parent)) at = at.parent;
  if (ts.isVariableStatement(at)) return at.declarationList.declarations[0]?.name.getText() ?? '';
  return ts.isFunctionDeclaration(at) ? (at.name?.text ?? '') : '';
}

const shorten = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 57)}…` : flat;
};

/** What lies between and inside the children of a node, each child instrumented. */
function childrenOf(emit: Emit, node: ts.Node): string {
  const { source } = emit;
  let out = '';
  let at = node.getStart(source);
  ts.forEachChild(node, (child) => {
    const start = child.getStart(source);
    out += source.text.slice(at, start) + emit.text(child);
    at = child.end;
  });
  return out + source.text.slice(at, node.end);
}

/** Code with every mutant behind a switch, and the list of them; `first` is the number of the first. */
export function instrument(
  file: string,
  code: string,
  first: number,
): { code: string; mutants: Mutant[] } {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.ES2023, true);
  const mutants: Mutant[] = [];
  const register: Register = (node, operator, becomes) => {
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
    const id = first + mutants.length;
    const was = shorten(node.getText(source));
    const place = { file, line: line + 1, column: character + 1, owner: ownerOf(node) };
    mutants.push({ id, ...place, operator, was, becomes });
    return id;
  };
  const emit: Emit = {
    source,
    register,
    text: (node) => {
      if (isRaw(node) || isName(node)) return node.getText(source);
      const inner = () => childrenOf(emit, node);
      return expressionOf(emit, node, inner);
    },
  };
  return { code: childrenOf(emit, source) + code.slice(source.end), mutants };
}
