import { checkProgram } from '@milepost/shared/program/check-program';
import type { Finding } from '@milepost/shared/program/finding';
import { sayFinding } from '@milepost/shared/words/say-finding';
import * as vscode from 'vscode';
import type { CommandPorts } from '../commands/command.ts';
import { groupBy } from '../program/group-by.ts';
import type { OpenProgram } from '../program/programs.ts';

type DiagnosticPorts = Pick<CommandPorts, 'programs' | 'uriOf' | 'log'>;

const SEVERITY: Record<Finding['severity'], vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warn: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** A huge program with a systematic mistake must not flood the Problems panel. */
const MOST_PER_FILE = 100;

function diagnosticOf(finding: Finding): vscode.Diagnostic {
  const at = new vscode.Position(Math.max(0, finding.line - 1), Math.max(0, finding.column - 1));
  // An empty range is widened by the editor to the word it stands at.
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(at, at),
    sayFinding(finding),
    SEVERITY[finding.severity],
  );
  diagnostic.source = 'Milepost';
  diagnostic.code = finding.rule;
  return diagnostic;
}

/** Views draw first: a check of thousands of records holds the extension host for a moment. */
const PAUSE_MS = 400;

/** The findings shown for one program; they go away with it. */
function shownFindings(collection: vscode.DiagnosticCollection) {
  const shown = new Map<string, readonly vscode.Uri[]>();
  const clear = (program: string) => {
    for (const uri of shown.get(program) ?? []) collection.delete(uri);
    shown.delete(program);
  };
  return {
    clearAllBut(programs: readonly string[]) {
      for (const key of shown.keys()) if (!programs.includes(key)) clear(key);
    },
    replace(program: string, byFile: Iterable<[vscode.Uri, Finding[]]>) {
      clear(program);
      const files = [...byFile];
      for (const [uri, findings] of files)
        collection.set(uri, findings.slice(0, MOST_PER_FILE).map(diagnosticOf));
      shown.set(
        program,
        files.map(([uri]) => uri),
      );
    },
  };
}

/** Shows what `milepost check` finds, where it finds it. Looks only at programs that were read for another reason. */
export function registerDiagnostics({ programs, uriOf, log }: DiagnosticPorts): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('milepost');
  const shown = shownFindings(collection);
  const checked = new WeakMap<object, string>();

  async function check(program: OpenProgram): Promise<void> {
    if (program.model.current() === undefined) return;
    const { program: text, asOf } = await program.facts();
    if (checked.get(text) === asOf) return;
    checked.set(text, asOf);
    const byFile = groupBy(checkProgram(text, { asOf }), (finding) => finding.file);
    const files = [...byFile].map(([file, found]): [vscode.Uri, Finding[]] => [
      uriOf(program, file),
      found,
    ]);
    shown.replace(program.key, files);
    log.debug(`Checked ${text.files.size} files: findings in ${files.length}`);
  }

  async function checkAll(): Promise<void> {
    const open = await programs.find();
    shown.clearAllBut(open.map((program) => program.key));
    for (const program of open) await check(program);
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      checkAll().catch((error: unknown) => log.error(`Check: ${String(error)}`));
    }, PAUSE_MS);
  };
  const stop = programs.onDidChange(later);
  return vscode.Disposable.from(collection, new vscode.Disposable(stop), {
    dispose: () => clearTimeout(timer),
  });
}
