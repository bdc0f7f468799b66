import { type CheckRun, type Comment, type GithubApi, statusOf } from './github-api.ts';
import type { Pull } from './pull-event.ts';

export type Publication = {
  /** Markdown without the marker. */
  text: string;
  /** Whether there is anything to say. */
  touches: boolean;
  check: CheckRun;
  /** Program folder: names the comment among those of other programs. */
  folder: string;
  commentAuthor: string;
};

/** `read-only`: the token may not write here, so nothing was said on the pull request. */
export type Published = 'written' | 'read-only';

/** Hidden first line of the comment of one program. Two hyphens would end an HTML comment. */
export const markerOf = (folder: string): string =>
  `<!-- milepost ${encodeURIComponent(folder || '.').replaceAll('-', '%2D')} -->`;

/** Ours is by our login and begins with the marker: whoever copies the marker does not get our words. */
const isOurs =
  ({ folder, commentAuthor }: Publication) =>
  ({ author, body }: Comment): boolean =>
    author.toLowerCase() === commentAuthor.toLowerCase() && body.startsWith(markerOf(folder));

async function writeComment(api: GithubApi, pull: Pull, said: Publication): Promise<void> {
  const body = `${markerOf(said.folder)}\n${said.text}\n`;
  const known = (await api.comments(pull)).find(isOurs(said));
  if (known === undefined) return said.touches ? api.createComment(pull, body) : undefined;
  // GitHub may give a body back without its last line end.
  if (known.body.trimEnd() !== body.trimEnd()) await api.updateComment(pull, known.id, body);
}

/**
 * Writes the check, then the comment: one per program, edited when there is something new, made only when there is
 * something to say. A token that may not write stops at the first refusal.
 */
export async function publish(api: GithubApi, pull: Pull, said: Publication): Promise<Published> {
  try {
    await api.writeCheck(pull, said.check);
    await writeComment(api, pull, said);
    return 'written';
  } catch (error) {
    if (statusOf(error) === 403) return 'read-only';
    throw error;
  }
}
