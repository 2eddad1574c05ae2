/** The extension for VS Code: starts the language server and shows what it knows. It has no dependencies. */
'use strict';
const { startClient } = require('./client.js');

const languages = ['markdown', 'latex', 'elenchus'];
/** The editor's name for the server's command. */
const stronger = 'elenchus.dropHypotheses';
let client = null;

/** `vscode` is the editor's own module; a test gives another one. */
async function activate(context, vscode = require('vscode')) {
  const command = vscode.workspace.getConfiguration('elenchus').get('command');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const shown = vscode.languages.createDiagnosticCollection('elenchus');
  const range = ({ start, end }) =>
    new vscode.Range(start.line, start.character, end.line, end.character);
  const edit = ({ changes }) => {
    const made = new vscode.WorkspaceEdit();
    for (const [uri, edits] of Object.entries(changes))
      for (const one of edits)
        made.replace(vscode.Uri.parse(uri), range(one.range), one.newText);
    return made;
  };
  const notified = (method, params) => {
    if (method === 'window/showMessage') void vscode.window.showInformationMessage(params.message);
    if (method !== 'textDocument/publishDiagnostics') return;
    const all = params.diagnostics.map((one) => {
      // the editor counts from 0, the protocol from 1
      const found = new vscode.Diagnostic(range(one.range), one.message, one.severity - 1);
      found.source = one.source;
      found.code = one.code;
      return found;
    });
    shown.set(vscode.Uri.parse(params.uri), all);
  };
  const asked = async (method, params) =>
    method === 'workspace/applyEdit'
      ? { applied: await vscode.workspace.applyEdit(edit(params.edit)) }
      : null;
  const ended = (why) => {
    if (client !== running) return;
    client = null;
    shown.clear();
    void vscode.window.showErrorMessage(
      `elenchus: ${why}. Install elenchus in this folder, or set elenchus.command.`,
    );
  };
  const running = startClient(command, folder, { notified, asked, ended });
  client = running;
  const known = (document) => client === running && languages.includes(document.languageId);
  const open = (document) => {
    if (!known(document)) return;
    const { languageId, version } = document;
    const textDocument = {
      uri: document.uri.toString(),
      languageId,
      version,
      text: document.getText(),
    };
    running.notify('textDocument/didOpen', { textDocument });
  };
  const at = (document, position) => ({
    textDocument: { uri: document.uri.toString() },
    position: { line: position.line, character: position.character },
  });
  const ask = async (method, params) =>
    client === running ? running.request(method, params) : null;

  const capabilities = { workspace: { applyEdit: true } };
  await ask('initialize', { processId: process.pid, rootUri: null, capabilities });
  running.notify('initialized', {});
  for (const document of vscode.workspace.textDocuments) open(document);
  context.subscriptions.push(
    shown,
    { dispose: () => running.close() },
    vscode.workspace.onDidOpenTextDocument(open),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (known(document))
        running.notify('textDocument/didClose', {
          textDocument: { uri: document.uri.toString() },
        });
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!known(document) || contentChanges.length === 0) return;
      running.notify('textDocument/didChange', {
        textDocument: { uri: document.uri.toString(), version: document.version },
        contentChanges: contentChanges.map((one) => ({ range: one.range, text: one.text })),
      });
    }),
    vscode.languages.registerHoverProvider(languages, {
      async provideHover(document, position) {
        const hover = await ask('textDocument/hover', at(document, position));
        return hover && new vscode.Hover(new vscode.MarkdownString(hover.contents.value));
      },
    }),
    vscode.languages.registerCompletionItemProvider(languages, {
      async provideCompletionItems(document, position) {
        const items = (await ask('textDocument/completion', at(document, position))) ?? [];
        return items.map(({ label, kind, detail }) => {
          const item = new vscode.CompletionItem(label, kind - 1);
          item.detail = detail;
          return item;
        });
      },
    }),
    vscode.languages.registerCodeActionsProvider(languages, {
      async provideCodeActions(document, where) {
        const { textDocument, position } = at(document, where.start);
        const params = { textDocument, range: { start: position, end: position } };
        const fixes = await ask('textDocument/codeAction', {
          ...params,
          context: { diagnostics: [] },
        });
        return (fixes ?? []).map((fix) => {
          const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
          if (fix.edit) action.edit = edit(fix.edit);
          else action.command = { ...fix.command, command: stronger };
          return action;
        });
      },
    }),
    vscode.languages.registerDefinitionProvider(languages, {
      async provideDefinition(document, position) {
        const found = await ask('textDocument/definition', at(document, position));
        return found && new vscode.Location(vscode.Uri.parse(found.uri), range(found.range));
      },
    }),
    vscode.commands.registerCommand(stronger, (...args) =>
      ask('workspace/executeCommand', { command: 'elenchus.stronger', arguments: args }),
    ),
  );
}

function deactivate() {
  const running = client;
  client = null;
  running?.close();
}

module.exports = { activate, deactivate };
