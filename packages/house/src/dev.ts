import { runBuild } from './run-build.ts';
import { startWatching } from './run-dev.ts';
import { say } from './say.ts';

await runBuild(['vscode']);
const stop = await startWatching();
say('watching; F5 in VS Code opens the example program. Ctrl+C ends it.');
const end = async () => {
  await stop();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
