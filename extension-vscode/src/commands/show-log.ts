import type { Command } from './command.ts';

export const showLog: Command = {
  id: 'showLog',
  run: async ({ log }) => log.show(true),
};
