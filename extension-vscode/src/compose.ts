import * as vscode from 'vscode';
import type { Command, CommandPorts } from './commands/command.ts';
import { commands } from './commands.ts';
import { changeView } from './editing/change-view.ts';
import { registerDiagnostics } from './editor/diagnostics.ts';
import { type Clock, clockAsOf } from './ports/clock.ts';
import { connectGit, type Git, githubLogin } from './ports/git.ts';
import type { ProgramFolder } from './ports/program-folder.ts';
import { readIfThere } from './ports/workspace-folder.ts';
import { type Found, findPrograms, type ProgramPlace } from './program/find-programs.ts';
import { decode } from './program/program-model.ts';
import { openPrograms, type Programs } from './program/programs.ts';
import { registerProgramView } from './views/program-view.ts';
import { reportCrash } from './views/report-crash.ts';
import { registerStatusItem } from './views/status-item.ts';

/** What the extension's own integration tests look at. Not an interface for other extensions. */
export type Milepost = { programs: Programs; statusText(): string };

type Setting = 'person' | 'program' | 'asOf';

const setting = (name: Setting, scope?: vscode.Uri): string =>
  vscode.workspace.getConfiguration('milepost', scope).get<string>(name, '').trim();

const uriOfPlace = (place: ProgramPlace, path = ''): vscode.Uri =>
  vscode.Uri.joinPath(vscode.Uri.parse(place.root), place.folder, path);

const look = (): Promise<Found> =>
  findPrograms(
    (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => ({
      root: uri.toString(),
      setting: setting('program', uri),
      async read(path) {
        const bytes = await readIfThere(vscode.Uri.joinPath(uri, path));
        return bytes && decode(bytes);
      },
    })),
  );

async function sayCrash(text: string): Promise<void> {
  const showLog = 'Show Log';
  const chosen = await vscode.window.showErrorMessage(text, showLog);
  if (chosen === showLog) await vscode.commands.executeCommand('milepost.showLog');
}

function register(command: Command, ports: CommandPorts): vscode.Disposable {
  const name = `milepost.${command.id}`;
  return vscode.commands.registerCommand(name, async (target: unknown) => {
    try {
      await command.run(ports, target);
    } catch (error) {
      reportCrash(name, error, { log: ports.log, say: (text) => void sayCrash(text) });
    }
  });
}

/** Looks again when folders or settings change, and redraws when the day does. */
function follow(programs: Programs): vscode.Disposable {
  const showState = () =>
    void vscode.commands.executeCommand('setContext', 'milepost.state', programs.state());
  showState();
  return vscode.Disposable.from(
    new vscode.Disposable(programs.onDidChange(showState)),
    vscode.workspace.onDidChangeWorkspaceFolders(() => programs.reset()),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) programs.touch();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('milepost.program')) programs.reset();
      else if (change.affectsConfiguration('milepost')) programs.touch();
    }),
  );
}

function connectPorts(log: vscode.LogOutputChannel, programs: Programs, clock: Clock) {
  let git: Promise<Git> | undefined;
  let login: Promise<string | undefined> | undefined;
  const view = changeView();
  const ports: CommandPorts = {
    programs,
    clock,
    log,
    git() {
      git ??= connectGit();
      return git;
    },
    githubLogin() {
      login ??= githubLogin();
      return login;
    },
    uriOf: (program, path) => uriOfPlace(program.place, path),
    setting,
    stageChanges: () =>
      vscode.workspace.getConfiguration('milepost').get<boolean>('stageChanges', false),
    showChange: view.show,
  };
  const sessions = vscode.authentication.onDidChangeSessions(({ provider }) => {
    if (provider.id === 'github') login = undefined;
  });
  return { ports, parts: vscode.Disposable.from(view, sessions) };
}

/**
 * Wires the extension together. Reads nothing by itself: views and the status bar ask for what they show.
 * `folderAt` is how program files are read on this host.
 */
export function compose(
  context: vscode.ExtensionContext,
  folderAt: (base: vscode.Uri) => ProgramFolder,
): Milepost {
  const log = vscode.window.createOutputChannel('Milepost', { log: true });
  const clock: Clock = { now: () => new Date() };
  const programs = openPrograms({
    look,
    folderOf: (place) => folderAt(uriOfPlace(place)),
    clock: clockAsOf(() => setting('asOf'), clock),
    report: (error) => log.error(`Program files: ${String(error)}`),
  });
  const { ports, parts } = connectPorts(log, programs, clock);
  const status = registerStatusItem(ports);
  context.subscriptions.push(
    log,
    parts,
    status,
    { dispose: () => programs.dispose() },
    registerProgramView(programs),
    registerDiagnostics(ports),
    follow(programs),
    ...commands.map((command) => register(command, ports)),
  );
  return { programs, statusText: () => status.text() };
}
