import type { Command } from './command.ts';
import { approvalsCommand } from './commands/approvals.ts';
import { checkCommand } from './commands/check.ts';
import { codeownersCommand } from './commands/codeowners.ts';
import { completionCommand } from './commands/completion.ts';
import { diffCommand } from './commands/diff.ts';
import { forecastCommand } from './commands/forecast.ts';
import { gateCommand } from './commands/gate.ts';
import { hereCommand } from './commands/here.ts';
import { initCommand } from './commands/init.ts';
import { kpiCommand } from './commands/kpi.ts';
import { mergeDriverCommand } from './commands/merge-driver.ts';
import { newCommand } from './commands/new.ts';
import { renumberCommand } from './commands/renumber.ts';
import { reportCommand } from './commands/report.ts';
import { scheduleCommand } from './commands/schedule.ts';
import { schemaCommand } from './commands/schema.ts';
import { showCommand } from './commands/show.ts';
import { signalsCommand } from './commands/signals.ts';
import { statusCommand } from './commands/status.ts';

const described: readonly Command[] = [
  initCommand,
  newCommand,
  checkCommand,
  statusCommand,
  showCommand,
  hereCommand,
  gateCommand,
  scheduleCommand,
  forecastCommand,
  kpiCommand,
  signalsCommand,
  reportCommand,
  approvalsCommand,
  diffCommand,
  renumberCommand,
  mergeDriverCommand,
  codeownersCommand,
  schemaCommand,
];

/** Every command, in the order help lists them. */
export const commands: readonly Command[] = [...described, completionCommand(described)];
