import type { YamlFailure } from '../../text/parse-yaml.ts';
import type { Finding } from '../finding.ts';

const LIMITS: readonly string[] = ['too-large', 'too-deep', 'too-many-aliases', 'cycle'];

/** DQ-16 (domain 1.19): duplicate keys and expansion limits, beside plain syntax errors. */
export function yamlFinding(file: string, id: string | undefined, failure: YamlFailure): Finding {
  const limit = LIMITS.includes(failure.code);
  const rule = failure.code === 'duplicate-key' ? 'DQ-16' : 'YAML-SYNTAX';
  return {
    rule: limit ? 'YAML-LIMIT' : rule,
    code: failure.code,
    severity: 'error',
    file,
    line: failure.line,
    column: failure.column,
    ...(id === undefined ? {} : { id }),
    facts: { detail: failure.detail },
  };
}
