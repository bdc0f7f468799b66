import type { Broken, Program } from '@milepost/shared/program/program';
import { sayFinding } from '@milepost/shared/words/say-finding';
import { fileUrl } from '@milepost/store/git/file-url';
import type { BrokenFile, ConnectedProgram, ProgramAddress } from '../messages/own-message.ts';
import { words } from '../words.ts';

/** More than these are a systematic mistake; the count tells how many there are. */
const MOST = 20;

function sayFile({ path, findings }: Broken, address: ProgramAddress): BrokenFile {
  const found = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  const url = fileUrl(address, path, found?.line);
  return {
    place: words.placeOf(path, found?.line),
    text: found ? sayFinding(found) : words.cannotBeRead,
    ...(url && { url }),
  };
}

/** The files of a program that cannot be read, each with its place and what is wrong. */
export const sayBroken = (
  { broken }: Pick<Program, 'broken'>,
  address: ProgramAddress,
): Pick<ConnectedProgram, 'broken' | 'brokenCount'> => ({
  brokenCount: broken.length,
  broken: broken.slice(0, MOST).map((file) => sayFile(file, address)),
});
