import type * as z from 'zod';
import { valueAt } from '../text/field-value.ts';
import type { Draft } from './place-findings.ts';

type Issue = z.core.$ZodIssue;
type Reading = { code: string; facts: Draft['facts'] };

/** A file with more than this is not a record at all; the first ones say so. */
const MOST = 20;

const short = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 80) : (JSON.stringify(value) ?? '').slice(0, 80);

const typeName = (value: unknown): string => {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
};

function readSize(issue: Issue & { code: 'too_big' | 'too_small' }): Reading {
  const big = issue.code === 'too_big';
  const limit = Number(big ? issue.maximum : issue.minimum);
  const counted = issue.origin === 'string' || issue.origin === 'array';
  const code = counted ? ['too-short', 'too-long'] : ['too-small', 'too-big'];
  return { code: code[big ? 1 : 0] ?? 'bad-value', facts: { limit, of: issue.origin } };
}

function readIssue(issue: Issue, found: unknown): Reading {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong-type', facts: { expected: issue.expected, found: typeName(found) } };
    case 'invalid_value':
      return {
        code: 'not-one-of',
        facts: { allowed: issue.values.map(String), found: short(found) },
      };
    case 'too_big':
    case 'too_small':
      return readSize(issue);
    case 'custom':
      return { code: 'bad-form', facts: { expected: issue.message, found: short(found) } };
    case 'invalid_format':
      return {
        code: 'bad-form',
        facts: { expected: String(issue.pattern ?? issue.format), found: short(found) },
      };
    default:
      return { code: 'bad-value', facts: { found: short(found) } };
  }
}

/** Says what a schema refused, in our codes: missing, wrong-type, not-one-of, too-long, bad-form, … */
export function schemaDrafts(
  file: string,
  id: string | undefined,
  data: unknown,
  issues: readonly Issue[],
): readonly Draft[] {
  return issues.slice(0, MOST).map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    const found = valueAt(data, path);
    const reading = found === undefined ? { code: 'missing', facts: {} } : readIssue(issue, found);
    return {
      rule: 'SCHEMA',
      code: reading.code,
      severity: 'error',
      file,
      ...(id === undefined ? {} : { id }),
      path,
      facts: { ...reading.facts, field: path.join('.') },
    };
  });
}
