import * as vscode from 'vscode';
import type { OpenProgram, Programs } from '../program/programs.ts';
import type { TreeRow } from '../program/tree-row.ts';
import { themeIcon } from './theme-icon.ts';

/** A row and the program it belongs to: what a command gets when it is called on a row. */
export type ProgramNode = { program: OpenProgram; row: TreeRow };

function treeItem({ program, row }: ProgramNode): vscode.TreeItem {
  const state = row.open
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(
    { label: row.label },
    row.children ? state : vscode.TreeItemCollapsibleState.None,
  );
  item.id = `${program.key}/${row.key}`;
  item.description = row.description;
  item.tooltip = row.tooltip;
  item.iconPath = themeIcon(row.icon);
  item.contextValue = row.context;
  item.accessibilityInformation = { label: row.spoken };
  if (row.subject?.path && !row.children)
    item.command = {
      command: 'milepost.openRecord',
      title: 'Open Record',
      arguments: [{ program, row }],
    };
  return item;
}

/** One program shows its rows at once; several get a row each. */
async function topNodes(programs: Programs): Promise<ProgramNode[]> {
  const open = await programs.find();
  const [only] = open;
  if (only !== undefined && open.length === 1)
    return (await only.rows()).map((row) => ({ program: only, row }));
  return Promise.all(
    open.map(async (program): Promise<ProgramNode> => {
      const rows = await program.rows();
      const facts = await program.facts();
      const name = facts.program.charter.name;
      const row: TreeRow = {
        key: 'program',
        label: name,
        description: program.model.folder.name,
        tooltip: `${name}\n${program.model.folder.name}`,
        spoken: `Program ${name}`,
        icon: { glyph: 'mark' },
        context: 'group',
        open: true,
        children: () => rows,
      };
      return { program, row };
    }),
  );
}

/** The *Program* view. Nothing is read before the view is seen. */
export function registerProgramView(programs: Programs): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const view = vscode.window.createTreeView<ProgramNode>('milepost.program', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: treeItem,
      getChildren: async (node) =>
        node === undefined
          ? topNodes(programs)
          : (node.row.children?.() ?? []).map((row) => ({ program: node.program, row })),
    },
  });
  const stop = programs.onDidChange(() => changed.fire(undefined));
  return vscode.Disposable.from(view, changed, new vscode.Disposable(stop));
}
