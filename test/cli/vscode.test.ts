/**
 * The extension for VS Code: packed, unpacked, and activated in a stand-in for the editor with the
 * real server.
 */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { mainFile, scratch } from './command.ts';
import { runPython } from '../exports/python.ts';

const folder = fileURLToPath(new URL('../../editors/vscode', import.meta.url));

test('is packed without network, and every file that it names is in the package', async () => {
  const cwd = await scratch();
  const file = join(cwd, 'elenchus.vsix');
  execFileSync(process.execPath, [join(folder, 'pack.js'), file]);
  const script = `
import json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
names = z.namelist()
assert "[Content_Types].xml" in names and "extension.vsixmanifest" in names
p = json.loads(z.read("extension/package.json"))
c = p["contributes"]
for path in [p["main"], *(g["path"] for g in c["grammars"]), *(l["configuration"] for l in c["languages"])]:
    z.read("extension/" + path.removeprefix("./"))
print("whole")
`;
  expect(runPython(['-c', script, file], cwd)).toEqual({ code: 0, out: 'whole\n' });
});

test('shows verdicts, hovers and fixes of the real server', async () => {
  const { activate, deactivate } = createRequire(import.meta.url)(join(folder, 'extension.js'));
  onTestFinished(deactivate);
  const given = new Map<string, unknown>();
  let heard: (all: readonly { code: string; severity: number }[]) => void = () => {};
  const text =
    '```claim a\nA: m×n; x: m\n|- A x = 0\n```\n\n' +
    "```claim b\nA: n×n symmetric |- tr(A') = tr(A)\n```\n\nSee n/b.\n";
  const document = {
    uri: { toString: () => 'file:///n.md' },
    languageId: 'markdown',
    version: 1,
    getText: () => text,
  };
  const keep = (name: string) => (_: unknown, provider: unknown) => given.set(name, provider);
  class Plain {
    readonly args: readonly unknown[];
    constructor(...args: readonly unknown[]) {
      this.args = args;
    }
  }
  class Diagnostic {
    code = '';
    readonly severity: number;
    constructor(_range: unknown, _message: string, severity: number) {
      this.severity = severity;
    }
  }
  const edits: unknown[] = [];
  const vscode = {
    workspace: {
      getConfiguration: () => ({ get: () => [process.execPath, mainFile, 'lsp', '--stdio'] }),
      textDocuments: [document],
      onDidOpenTextDocument: () => ({}),
      onDidCloseTextDocument: () => ({}),
      onDidChangeTextDocument: () => ({}),
      applyEdit: async () => true,
    },
    commands: { registerCommand: keep('command') },
    languages: {
      createDiagnosticCollection: () => ({
        set: (_: unknown, all: readonly Diagnostic[]) => heard(all),
        clear: () => {},
      }),
      registerHoverProvider: keep('hover'),
      registerCompletionItemProvider: keep('completion'),
      registerCodeActionsProvider: keep('fixes'),
      registerDefinitionProvider: keep('definition'),
    },
    window: { showErrorMessage: () => {}, showInformationMessage: () => {} },
    Uri: { parse: (uri: string) => uri },
    Range: Plain,
    Diagnostic,
    Hover: Plain,
    Location: Plain,
    MarkdownString: Plain,
    CompletionItem: Plain,
    CodeAction: Plain,
    CodeActionKind: { QuickFix: 'quickfix' },
    WorkspaceEdit: class {
      replace(...edit: readonly unknown[]): void {
        edits.push(edit[2]);
      }
    },
  };
  const shown = new Promise<readonly { code: string; severity: number }[]>((resolve) => {
    heard = (all) => void (all.length > 1 && resolve(all));
  });
  await activate({ subscriptions: [] }, vscode);
  expect((await shown).map(({ code, severity }) => [code, severity])).toEqual([
    ['ill-typed', 0],
    ['proved', 3],
  ]);
  const fixes = given.get('fixes') as {
    provideCodeActions(
      document: unknown,
      where: unknown,
    ): Promise<{ readonly command: { readonly arguments: readonly unknown[] } }[]>;
  };
  const start = { line: 2, character: 3 };
  expect(await fixes.provideCodeActions(document, { start })).toHaveLength(1);
  expect(edits).toEqual([expect.stringContaining("A' x = 0")]);
  const hover = given.get('hover') as {
    provideHover(document: unknown, at: unknown): Promise<Plain>;
  };
  expect(JSON.stringify(await hover.provideHover(document, start))).toContain('**ill-typed**');
  const [drop] = await fixes.provideCodeActions(document, { start: { line: 6, character: 0 } });
  const run = given.get('command') as (...args: readonly unknown[]) => Promise<unknown>;
  await run(...(drop?.command.arguments ?? []));
  expect(edits.at(-1)).toBe("A: n x n |- tr(A') = tr(A)");
  const definition = given.get('definition') as {
    provideDefinition(document: unknown, at: unknown): Promise<Plain>;
  };
  const found = await definition.provideDefinition(document, { line: 9, character: 5 });
  expect(found.args).toEqual(['file:///n.md', expect.objectContaining({ args: [5, 0, 5, 10] })]);
});
