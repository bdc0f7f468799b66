import { valueAt } from '../../text/field-value.ts';
import type { FactInput } from './fact-input.ts';

type Side = 'before' | 'after';

const at = ({ change }: FactInput, side: Side, ...path: string[]): unknown =>
  valueAt(change[side], path);

/** A target is looser when it asks for less in the direction of its operator. */
function isLooser(input: FactInput): boolean {
  const operator = at(input, 'before', 'measure', 'operator');
  if (operator !== at(input, 'after', 'measure', 'operator')) return operator !== undefined;
  const old = at(input, 'before', 'measure', 'target');
  const now = at(input, 'after', 'measure', 'target');
  if (typeof old !== 'number' || typeof now !== 'number') return old !== now && old !== undefined;
  if (operator === '>=') return now < old;
  return operator === '<=' ? now > old : now !== old;
}

const REMOVED = ['void', 'not_applicable'];

const isRemoved = (input: FactInput): boolean =>
  !REMOVED.includes(String(at(input, 'before', 'status'))) &&
  (at(input, 'after') === undefined || REMOVED.includes(String(at(input, 'after', 'status'))));

/** A criterion that comes from a standard asks for less than before, or not at all (DR-08b). */
export function weakensStandard(input: FactInput): boolean {
  if (at(input, 'before', 'standard_ref') === undefined) return false;
  const optional =
    at(input, 'before', 'mandatory') === true && at(input, 'after', 'mandatory') !== true;
  const cutLoose = at(input, 'before', 'standard_ref') !== at(input, 'after', 'standard_ref');
  return isRemoved(input) || optional || cutLoose || isLooser(input);
}

const GATE_TYPES: Readonly<Record<string, string>> = { security: 'security' };

/** Category of a risk or criterion, after the change or else before it; a security gate counts as security. */
export function categoryOf(input: FactInput): string | undefined {
  const category = at(input, 'after', 'category') ?? at(input, 'before', 'category');
  if (typeof category === 'string') return category;
  const type = at(input, 'after', 'type');
  return typeof type === 'string' ? GATE_TYPES[type] : undefined;
}
