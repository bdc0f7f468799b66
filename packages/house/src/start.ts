import { hasDisplay, needSystem } from './need-system.ts';
import { runBuild } from './run-build.ts';
import { type Shown, startDemo, tour } from './run-demo.ts';
import { say } from './say.ts';
import { hasFailed } from './step.ts';

const WIDTH = 200;
const tell = ({ title, address, texts, picture }: Shown): void => {
  process.stdout.write(`\n${title}\n  ${address}\n`);
  for (const text of texts) process.stdout.write(`  shows: ${text.slice(0, WIDTH)}\n`);
  if (texts.length === 0) process.stdout.write('  shows: nothing of Milepost\n');
  process.stdout.write(`  picture: ${picture}\n`);
};

const missing = await needSystem(['chromium', 'git', 'openssl', 'fonts']);
if (missing.length > 0) process.exit(1);
if (hasFailed(await runBuild(['browser']))) process.exit(1);
const headless = !hasDisplay() || process.argv.includes('--headless');
say('making the example program and starting the browser …');
const demo = await startDemo(headless);
try {
  await tour(demo, tell);
  if (!headless) {
    say('\nThe browser is yours. Close it, or press Ctrl+C here, to end the demo.');
    await Promise.race([
      new Promise((done) => demo.chromium.context.once('close', done)),
      new Promise((done) => process.once('SIGINT', done)),
    ]);
  }
} finally {
  await demo.close();
}
