import { join } from 'node:path';
import { makeProgramRepository } from '../servers/make-program-repository.ts';
import { runGit } from '../servers/run-git.ts';

/** A clone of a repository with the example program in `program/`, with a remote to push to. Returns its folder. */
export function makeWorkspace(place: string): string {
  const { bare } = makeProgramRepository(place);
  const folder = join(place, 'workspace');
  runGit(place, 'clone', '-q', bare, folder);
  runGit(folder, 'config', 'user.name', 'Tom Berg');
  runGit(folder, 'config', 'user.email', 'tom.berg@acme.example');
  return folder;
}
