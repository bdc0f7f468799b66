import type { ProgramFacts } from './facts.ts';
import { milestoneRows } from './milestone-rows.ts';
import { brokenRows, decisionRows, raidRow } from './raid-rows.ts';
import type { TreeRow } from './tree-row.ts';

/**
 * The *Program* tree: what cannot be read, milestones with their gates and dependencies, the open RAID log by
 * level, decisions and changes. Rows below the first level are computed when they are opened.
 */
export const programTree = (facts: ProgramFacts): TreeRow[] => [
  ...brokenRows(facts),
  ...milestoneRows(facts),
  ...raidRow(facts),
  ...decisionRows(facts),
];
