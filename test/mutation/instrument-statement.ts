import ts from 'typescript';
import type { Emit } from './emit.ts';

const EMPTY: readonly [RegExp, string][] = [
  [/\[\]$|^(readonly )?(Readonly)?Array</, '[]'],
  [/^(Readonly)?Map</, 'new Map()'],
  [/^(Readonly)?Set</, 'new Set()'],
  [/^boolean$| is /, 'false'],
  [/^string$/, "''"],
  [/^number$/, '0'],
];

/** An empty answer of the declared kind. */
const emptyOf = (type: ts.TypeNode | undefined): string => {
  const said = type?.getText() ?? '';
  return EMPTY.find(([pattern]) => pattern.test(said))?.[1] ?? 'undefined';
};

/** Answers whose own mutants already empty or turn them, and those with nothing to empty. */
const isPlain = (node: ts.Expression): boolean =>
  ts.isLiteralExpression(node) ||
  [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(
    node.kind,
  ) ||
  (ts.isIdentifier(node) && node.text === 'undefined') ||
  (ts.isArrayLiteralExpression(node) && node.elements.length === 0);

const generators = (node: ts.SignatureDeclaration): boolean =>
  'asteriskToken' in node && node.asteriskToken !== undefined;

function writeBlock({ register, text, source }: Emit, block: ts.Block): string {
  const owner = block.parent as ts.SignatureDeclaration;
  const empty = emptyOf(owner.type);
  const id = register(block, 'body', `{ return ${empty}; }`);
  const answer = generators(owner) ? 'return' : `return ${empty}`;
  const rest = block.statements.map((one) => text(one)).join('\n');
  return `{ if (__m.on(${id})) ${answer};\n${rest}${source.text.slice(block.end - 1, block.end)}`;
}

/** Bodies of functions: a block that answers nothing, an arrow's expression emptied. */
export function instrumentBody(emit: Emit, node: ts.Node): string | undefined {
  const { parent } = node;
  if (ts.isBlock(node) && ts.isFunctionLike(parent)) {
    return node.statements.length === 0 ? undefined : writeBlock(emit, node);
  }
  if (!ts.isArrowFunction(node) || ts.isBlock(node.body)) return undefined;
  const { body } = node;
  if (isPlain(body)) return undefined;
  const head = emit.source.text.slice(node.getStart(emit.source), body.getStart(emit.source));
  const params = paramsWith(emit, node, head);
  const id = emit.register(body, 'body', 'an empty answer');
  return `${params}__m.answer(${id}, ${emit.text(body)})`;
}

/** The head of an arrow with the mutants of its default values; inside out, so that positions stay true. */
function paramsWith(emit: Emit, node: ts.ArrowFunction, head: string): string {
  const start = node.getStart(emit.source);
  const written = [...node.parameters].toReversed().reduce((text, parameter) => {
    const [from, to] = [parameter.getStart(emit.source) - start, parameter.end - start];
    return text.slice(0, from) + emit.text(parameter) + text.slice(to);
  }, head);
  return written;
}

const isRemovable = (node: ts.Node): node is ts.ExpressionStatement =>
  ts.isExpressionStatement(node) && !ts.isStringLiteral(node.expression);

/** Statements: `return x` emptied, an expression statement left out. */
export function instrumentStatement(emit: Emit, node: ts.Node): string | undefined {
  const { register, text } = emit;
  if (ts.isReturnStatement(node) && node.expression !== undefined && !isPlain(node.expression)) {
    const id = register(node.expression, 'return', 'an empty answer');
    return `return __m.answer(${id}, ${text(node.expression)});`;
  }
  if (!isRemovable(node) || ts.isYieldExpression(node.expression)) return undefined;
  // In braces of its own, so that an `else` behind it keeps its `if`.
  const id = register(node, 'statement', 'nothing');
  return `{ if (!__m.on(${id})) { ${text(node.expression)}; } }`;
}
