import { composeAction } from '../compose-action.ts';
import { runAction } from './run-action.ts';

process.exitCode = await runAction(composeAction());
