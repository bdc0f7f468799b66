/**
 * Something wrong or worth saying about one place in one file. `rule` is a data-quality id (`DQ-02`),
 * a decision-rights id (`DR-06`) or a reading code (`YAML-SYNTAX`, `YAML-LIMIT`, `FORMAT-NEWER`, `SCHEMA`, `UNKNOWN-KEY`).
 * `line` and `column` count from 1. `facts` fill the sentence that `words/` renders for `rule` + `code`.
 */
export type Finding = {
  rule: string;
  /** Names the sentence when one rule has several. */
  code: string;
  severity: 'error' | 'warn' | 'info';
  /** Below the program folder. */
  file: string;
  line: number;
  column: number;
  /** Record the finding is about, where it has one. */
  id?: string;
  /** Dotted path of the field. */
  field?: string;
  facts: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** A change that would settle it, offered as a quick fix. */
  fix?: { code: string; file: string; path: readonly (string | number)[]; value?: unknown };
};
