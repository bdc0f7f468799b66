// npm run -s import-kubernetes -- SRC DEST: makes a Milepost program of a folder of Kubernetes planning files.
import { resolve } from 'node:path';
import { isFree, readFolder, writeFolder } from './folder.ts';
import { importProgram } from './import-program.ts';
import { sayImport } from './say-import.ts';

const USAGE = 'npm run -s import-kubernetes -- SRC DEST (DEST must be empty or not there yet)';

function stop(code: number, line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(code);
}

const [from, to, ...rest] = process.argv.slice(2);
if (from === undefined || to === undefined || rest.length > 0) stop(2, USAGE);
const files = readFolder(resolve(from));
if (files === undefined) stop(3, `${from} is no folder that can be read.`);
if (!isFree(resolve(to))) stop(2, `${to} is not empty. ${USAGE}`);
const imported = importProgram(files);
writeFolder(resolve(to), imported.files);
process.stdout.write(`${sayImport(imported)}\n`);
