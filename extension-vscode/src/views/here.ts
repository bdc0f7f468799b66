import type { PageContext } from '@milepost/shared/context/context';
import { buildIndex } from '@milepost/shared/context/context-index';
import type { ContextIndex } from '@milepost/shared/context/index-draft';
import { matchesProgram } from '@milepost/shared/context/matches-program';
import type { Program } from '@milepost/shared/program/program';
import type { AnyRecord } from '@milepost/shared/record/record-types';
import * as vscode from 'vscode';
import type { CommandPorts } from '../commands/command.ts';
import type { Git } from '../ports/git.ts';
import { type BranchStatus, branchStatus } from '../program/branch-status.ts';
import type { OpenProgram } from '../program/programs.ts';
import { recordRow } from '../program/record-row.ts';
import type { TreeRow } from '../program/tree-row.ts';

/** The branch in front of somebody and the program that knows it. */
export type Here = {
  program: OpenProgram;
  branch: string;
  status: BranchStatus;
  row(record: AnyRecord): TreeRow;
};

type HerePorts = Pick<CommandPorts, 'programs' | 'git' | 'uriOf'>;

/** Built once per program text. */
const indexes = new WeakMap<Program, ContextIndex>();

function indexOf(program: Program): ContextIndex {
  const known = indexes.get(program) ?? buildIndex(program);
  indexes.set(program, known);
  return known;
}

/** The repository of the open file, else the first folder that is one. */
function placeOf(git: Git): vscode.Uri | undefined {
  const open = vscode.window.activeTextEditor?.document.uri;
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  return [...(open ? [open] : []), ...folders].find((uri) => git.branch(uri) !== undefined);
}

/**
 * A repository the program does not name counts only when the program lies in it: then the branch alone is looked
 * at; any other repository has nothing to do with the program.
 */
function pageOf(
  git: Git,
  place: vscode.Uri,
  program: vscode.Uri,
  index: ContextIndex,
): PageContext {
  const headBranch = git.branch(place) ?? '';
  const repo = git.repository(place);
  if (repo === undefined) return { headBranch };
  const page = { repo, headBranch };
  const home = git.root(place) !== undefined && git.root(place) === git.root(program);
  return home && !matchesProgram(index, page) ? { headBranch } : page;
}

/** What the current branch is for; undefined when no program says anything about it. */
export async function findHere(ports: HerePorts): Promise<Here | undefined> {
  const git = await ports.git();
  const place = placeOf(git);
  if (place === undefined) return undefined;
  for (const program of await ports.programs.find()) {
    const facts = await program.facts();
    const index = indexOf(facts.program);
    const page = pageOf(git, place, ports.uriOf(program), index);
    const status = branchStatus(facts, index, page);
    if (status === undefined) continue;
    const row = (record: AnyRecord) =>
      recordRow(facts, record, { prefix: 'here', context: 'record' });
    return { program, branch: page.headBranch ?? '', status, row };
  }
  return undefined;
}
