import ts from 'typescript';
import type { Emit } from './emit.ts';

/** The method a mutant calls instead; an empty name leaves the receiver as it is. */
const OTHER: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  find: 'findLast',
  findLast: 'find',
  filter: '',
  toSorted: '',
  toReversed: '',
  slice: '',
  trim: '',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
};

const nameOf = (node: ts.Node): string | undefined =>
  ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
    ? node.expression.name.text
    : undefined;

/** Known methods: `some` for `every`, no filter, no sort and so on. Optional calls and schema builders stay. */
export function instrumentCall({ register, text }: Emit, node: ts.Node): string | undefined {
  const name = nameOf(node);
  if (name === undefined || !Object.hasOwn(OTHER, name)) return undefined;
  const { expression, arguments: args } = node as ts.CallExpression;
  const access = expression as ts.PropertyAccessExpression;
  if (access.questionDotToken || ts.isOptionalChain(node) || isSchema(access.expression)) {
    return undefined;
  }
  const other = OTHER[name] ?? '';
  const id = register(node, 'call', other === '' ? `no ${name}` : other);
  const given = args.map((arg) => text(arg)).join(', ');
  return `__m.call(${id}, ${text(access.expression)}, '${name}', '${other}', () => [${given}])`;
}

/** `z.string().max(3)` bounds a schema; it compares nothing. */
function isSchema(node: ts.Expression): boolean {
  if (ts.isCallExpression(node)) return isSchema(node.expression);
  if (ts.isPropertyAccessExpression(node)) return isSchema(node.expression);
  return ts.isIdentifier(node) && node.text === 'z';
}
