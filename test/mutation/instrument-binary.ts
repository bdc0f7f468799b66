import ts from 'typescript';
import type { Emit } from './emit.ts';

const { SyntaxKind: Kind } = ts;

const ORDER = new Map([
  [Kind.LessThanToken, ['<', '<=', '>=']],
  [Kind.LessThanEqualsToken, ['<=', '<', '>']],
  [Kind.GreaterThanToken, ['>', '>=', '<=']],
  [Kind.GreaterThanEqualsToken, ['>=', '>', '<']],
] as [ts.SyntaxKind, [string, string, string]][]);

const MATH = new Map([
  [Kind.PlusToken, ['+', '-']],
  [Kind.MinusToken, ['-', '+']],
  [Kind.AsteriskToken, ['*', '/']],
  [Kind.SlashToken, ['/', '*']],
  [Kind.PercentToken, ['%', '*']],
] as [ts.SyntaxKind, [string, string]][]);

const LAZY = new Map([
  [Kind.AmpersandAmpersandToken, ['and', 'logic', '||']],
  [Kind.BarBarToken, ['or', 'logic', '&&']],
  [Kind.QuestionQuestionToken, ['fallback', 'default', 'no default']],
] as [ts.SyntaxKind, ['and' | 'or' | 'fallback', 'logic' | 'default', string]][]);

const hasYield = (node: ts.Node): boolean =>
  ts.isYieldExpression(node) ||
  ts.isAwaitExpression(node) ||
  (ts.forEachChild(node, (child) => hasYield(child) || undefined) ?? false);

function writeSame({ register, text }: Emit, node: ts.BinaryExpression): string | undefined {
  const wanted = node.operatorToken.kind === Kind.EqualsEqualsEqualsToken;
  if (!wanted && node.operatorToken.kind !== Kind.ExclamationEqualsEqualsToken) return undefined;
  const id = register(node, 'comparison', wanted ? '!==' : '===');
  return `__m.same(${id}, ${wanted}, ${text(node.left)}, ${text(node.right)})`;
}

function writeStep({ register, text }: Emit, node: ts.BinaryExpression): string | undefined {
  const { kind } = node.operatorToken;
  if (kind !== Kind.PlusEqualsToken && kind !== Kind.MinusEqualsToken) return undefined;
  const operator = kind === Kind.PlusEqualsToken ? '+=' : '-=';
  const id = register(node, 'arithmetic', operator === '+=' ? '-=' : '+=');
  return `${node.left.getText()} ${operator} __m.step(${id}, ${text(node.right)})`;
}

/** Two-sided expressions: moved boundaries, turned comparisons, other arithmetic, other logic, no default. */
export function instrumentBinary(emit: Emit, node: ts.Node): string | undefined {
  if (!ts.isBinaryExpression(node)) return undefined;
  const { register, text } = emit;
  const { left, right, operatorToken } = node;
  const order = ORDER.get(operatorToken.kind);
  if (order !== undefined) {
    const edge = register(node, 'boundary', order[1]);
    const turned = register(node, 'comparison', order[2]);
    return `__m.order(${edge}, ${turned}, '${order[0]}', ${text(left)}, ${text(right)})`;
  }
  const math = MATH.get(operatorToken.kind);
  if (math !== undefined) {
    const id = register(node, 'arithmetic', math[1]);
    return `__m.math(${id}, '${math[0]}', ${text(left)}, ${text(right)})`;
  }
  const lazy = LAZY.get(operatorToken.kind);
  if (lazy !== undefined && !hasYield(node)) {
    const id = register(node, lazy[1], lazy[2]);
    return `__m.${lazy[0]}(${id}, () => (${text(left)}), () => (${text(right)}))`;
  }
  return writeSame(emit, node) ?? writeStep(emit, node);
}
