import { captureRisk } from './commands/capture-risk.ts';
import { chooseProgram } from './commands/choose-program.ts';
import type { Command } from './commands/command.ts';
import { moveForecast } from './commands/move-forecast.ts';
import { openRecord } from './commands/open-record.ts';
import { refresh } from './commands/refresh.ts';
import { showBranch } from './commands/show-branch.ts';
import { showLog } from './commands/show-log.ts';
import { signOffGate } from './commands/sign-off-gate.ts';
import { tagDependency } from './commands/tag-dependency.ts';
import { verifyCriterion } from './commands/verify-criterion.ts';

/** Every command of the extension; package.json lists the same. */
export const commands: readonly Command[] = [
  openRecord,
  verifyCriterion,
  signOffGate,
  captureRisk,
  tagDependency,
  moveForecast,
  showBranch,
  chooseProgram,
  refresh,
  showLog,
];
