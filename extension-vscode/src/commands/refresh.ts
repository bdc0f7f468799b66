import type { Command } from './command.ts';

/** Looks for programs and reads them again, whatever the watcher said. */
export const refresh: Command = {
  id: 'refresh',
  async run({ programs }) {
    const open = await programs.find();
    for (const program of open) program.model.reload();
    programs.reset();
    await programs.find();
  },
};
