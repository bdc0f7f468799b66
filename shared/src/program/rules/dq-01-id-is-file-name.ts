import type { Place } from '../layout.ts';
import type { Draft } from '../place-findings.ts';

/** DQ-01 (domain 1.19): the id inside a record is the name of its file, and the name fits the type's pattern. */
export function findIdMismatch(file: string, place: Place, id: unknown): Draft | undefined {
  if (place.is === 'misnamed') {
    const facts = { kind: place.kind, name: place.name };
    return { rule: 'DQ-01', code: 'file-name-is-no-id', severity: 'error', file, facts };
  }
  if (place.is !== 'record' || id === place.id) return undefined;
  return {
    rule: 'DQ-01',
    code: id === undefined ? 'no-id' : 'id-differs',
    severity: 'error',
    file,
    id: place.id,
    path: ['id'],
    facts: { expected: place.id, found: typeof id === 'string' ? id.slice(0, 120) : typeof id },
    fix: { code: 'set-id', file, path: ['id'], value: place.id },
  };
}
