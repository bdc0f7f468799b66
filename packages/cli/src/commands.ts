import type { Command } from './command.ts';
import { approvalsCommand } from './commands/approvals.ts';
import { forecastCommand } from './commands/forecast.ts';
import { gateCommand } from './commands/gate.ts';
import { initCommand } from './commands/init.ts';
import { kpiCommand } from './commands/kpi.ts';
import { mergeDriverCommand } from './commands/merge-driver.ts';
import { newCommand } from './commands/new.ts';
import { renumberCommand } from './commands/renumber.ts';
import { scheduleCommand } from './commands/schedule.ts';
import { showCommand } from './commands/show.ts';

/** Every command, in the order help lists them. */
export const commands: readonly Command[] = [
  initCommand,
  newCommand,
  showCommand,
  gateCommand,
  scheduleCommand,
  forecastCommand,
  kpiCommand,
  approvalsCommand,
  renumberCommand,
  mergeDriverCommand,
];
