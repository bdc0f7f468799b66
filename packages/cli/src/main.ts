import { commands } from './commands.ts';
import { compose } from './compose.ts';
import { runCall } from './run-call.ts';

const { code, stdout, stderr } = await runCall(process.argv.slice(2), commands, compose());
if (stdout) process.stdout.write(`${stdout}\n`);
if (stderr) process.stderr.write(`${stderr}\n`);
process.exitCode = code;
