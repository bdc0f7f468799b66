import type { Command } from './command.ts';
import { forecastCommand } from './commands/forecast.ts';
import { scheduleCommand } from './commands/schedule.ts';

/** Every command, in the order help lists them. */
export const commands: readonly Command[] = [scheduleCommand, forecastCommand];
