import ts from 'typescript';
import type { Emit } from './emit.ts';
import { instrumentBinary } from './instrument-binary.ts';
import { instrumentCall } from './instrument-call.ts';
import { instrumentBody, instrumentStatement } from './instrument-statement.ts';

type Write = (emit: Emit, node: ts.Node, inner: () => string) => string | undefined;

const isCondition = (node: ts.Node): boolean => {
  const { parent } = node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) return parent.expression === node;
  if (ts.isConditionalExpression(parent) || ts.isForStatement(parent)) {
    return parent.condition === node;
  }
  return false;
};

/** `typeof x === 'string'`: a wrong word is the turned comparison again. */
const isTypeName = ({ parent }: ts.Node): boolean =>
  ts.isBinaryExpression(parent) &&
  [parent.left, parent.right].some((side) => ts.isTypeOfExpression(side));

const writeLiteral: Write = ({ register }, node, inner) => {
  if (ts.isLiteralTypeNode(node.parent) || isTypeName(node)) return undefined;
  if (ts.isNumericLiteral(node)) {
    const other = String(Number(node.text) + 1);
    return `__m.literal(${register(node, 'literal', other)}, ${inner()}, ${other})`;
  }
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    if (node.text === '' || ts.isTaggedTemplateExpression(node.parent)) return undefined;
    return `__m.literal(${register(node, 'literal', "''")}, ${inner()}, '')`;
  }
  if (node.kind !== ts.SyntaxKind.TrueKeyword && node.kind !== ts.SyntaxKind.FalseKeyword) {
    return undefined;
  }
  const other = String(node.kind === ts.SyntaxKind.FalseKeyword);
  return `__m.literal(${register(node, 'literal', other)}, ${inner()}, ${other})`;
};

const writeTemplate: Write = ({ register }, node, inner) => {
  if (!ts.isTemplateExpression(node) || ts.isTaggedTemplateExpression(node.parent))
    return undefined;
  return `(__m.on(${register(node, 'literal', "''")}) ? '' : ${inner()})`;
};

const writeList: Write = ({ register }, node, inner) => {
  if (!ts.isArrayLiteralExpression(node) || node.elements.length === 0) return undefined;
  if (ts.isBinaryExpression(node.parent) && node.parent.left === node) return undefined;
  return `(__m.on(${register(node, 'literal', '[]')}) ? [] : ${inner()})`;
};

const writeNot: Write = ({ register, text }, node) => {
  if (!ts.isPrefixUnaryExpression(node)) return undefined;
  if (node.operator !== ts.SyntaxKind.ExclamationToken) return undefined;
  const id = register(node, 'condition', node.operand.getText());
  return `__m.not(${id}, ${text(node.operand)})`;
};

const WRITERS: readonly Write[] = [
  instrumentBody,
  instrumentStatement,
  instrumentBinary,
  instrumentCall,
  writeNot,
  writeTemplate,
  writeList,
  writeLiteral,
];

const isExpressionLike = (node: ts.Node): boolean => !ts.isToken(node) || ts.isIdentifier(node);

/** A node with its mutants: its own, and around it that of the condition it may be. */
export function expressionOf(emit: Emit, node: ts.Node, inner: () => string): string {
  const written = () => {
    for (const write of WRITERS) {
      const done = write(emit, node, inner);
      if (done !== undefined) return done;
    }
    return inner();
  };
  if (!isCondition(node) || !isExpressionLike(node)) return written();
  const yes = emit.register(node, 'condition', 'true');
  const no = emit.register(node, 'condition', 'false');
  return `__m.cond(${yes}, ${no}, ${written()})`;
}
