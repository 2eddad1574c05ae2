/** The language server: documents come in, what is known of their claims goes out. */
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  CodeActionKind,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeAction,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver/node.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  citesOthers,
  claimAt,
  claimsIn,
  claimsWithLemmas,
  type ClaimIn,
  type Position,
  type Read,
} from './claims-in.ts';
import { completionsFor } from './completion.ts';
import { definitionOf, lemmaAt } from './definition.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { fixesFor, mayBeStronger } from './fixes.ts';
import { hoverText } from './hover.ts';
import { schedule, type Schedule } from './schedule.ts';
import type { LspWork } from './work.ts';

/** Looks for hypotheses that a claim does not need, and drops them. */
const stronger = 'elenchus.stronger';
const drop = (uri: string, { key }: ClaimIn): CodeAction => {
  const title = 'Drop the hypotheses that are not needed';
  return {
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: stronger, arguments: [uri, key] },
  };
};

const capabilities = (edits: boolean): ServerCapabilities => ({
  textDocumentSync: TextDocumentSyncKind.Incremental,
  hoverProvider: true,
  completionProvider: {},
  definitionProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  ...(edits ? { executeCommandProvider: { commands: [stronger] } } : {}),
});

const nameOf = (uri: string): string => {
  try {
    return fileURLToPath(uri);
  } catch {
    return uri.slice(uri.lastIndexOf('/') + 1);
  }
};

/** Serves until the other side goes away. */
export function serveEditor(
  work: LspWork,
  version: string,
  input: Readable,
  output: Writable,
): Promise<void> {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
  );
  const documents = new TextDocuments(TextDocument);
  const read = new Map<string, Read>();
  const claims = schedule(work, (error) => connection.console.error(String(error)));
  const client = { edits: false };
  connection.onInitialize(({ capabilities: { workspace } }) => {
    client.edits = workspace?.applyEdit === true;
    return {
      serverInfo: { name: 'elenchus', version },
      capabilities: capabilities(client.edits),
    };
  });
  followDocuments(connection, documents, read, claims);
  answerAtPlaces(connection, documents, read, claims, client);
  connection.onExecuteCommand(async ({ command, arguments: [uri, key] = [] }) => {
    if (command !== stronger || typeof uri !== 'string') return;
    const claim = read.get(uri)?.claims.find((one) => one.key === key);
    if (claim === undefined) return;
    const newText = await work.stronger(claim.task.text);
    // what was typed meanwhile has other places
    const now = read.get(uri)?.claims.find((one) => one.key === key);
    if (newText === null || now === undefined)
      connection.window.showInformationMessage(
        now === undefined ? 'The claim has changed meanwhile.' : 'No hypothesis can be dropped.',
      );
    else
      await connection.workspace.applyEdit({
        changes: { [uri]: [{ range: now.body, newText }] },
      });
  });
  documents.listen(connection);
  connection.listen();
  return new Promise((resolve) => input.on('end', resolve));
}

/** Reads each document as it changes, and sends what is known of its claims. */
function followDocuments(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  read: Map<string, Read>,
  claims: Schedule,
): void {
  documents.onDidChangeContent(({ document }) => {
    const { uri, version: edition } = document;
    const alone = claimsIn(nameOf(uri), document.getText());
    read.set(uri, alone);
    const follow = (now: Read): void => {
      // what is known of an older text has other places
      if (read.get(uri) !== alone) return;
      read.set(uri, now);
      void claims.changed(uri, now.claims, () => {
        if (read.get(uri) !== now) return;
        const diagnostics = diagnosticsOf(now, claims.found);
        void connection.sendDiagnostics({ uri, version: edition, diagnostics });
      });
    };
    if (uri.startsWith('file:') && citesOthers(alone))
      void claimsWithLemmas(nameOf(uri), document.getText()).then(follow);
    else follow(alone);
  });
  documents.onDidClose(({ document: { uri } }) => {
    claims.closed(uri);
    read.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}

/** Hovers, completions, quick fixes and definitions at a place of a document. */
function answerAtPlaces(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  read: ReadonlyMap<string, Read>,
  claims: Schedule,
  client: { readonly edits: boolean },
): void {
  const claimUnder = (uri: string, position: Position): ClaimIn | null =>
    claimAt(read.get(uri)?.claims ?? [], position);
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const claim = claimUnder(uri, position);
    const found = claim && claims.found(claim);
    if (!claim || !found) return null;
    return {
      contents: { kind: 'markdown' as const, value: await hoverText(found) },
      range: claim.body,
    };
  });
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const claim = claimUnder(uri, position);
    return claim === null ? [] : completionsFor(claim);
  });
  connection.onCodeAction(({ textDocument: { uri }, range, context }): CodeAction[] => {
    const claim = claimUnder(uri, range.start);
    const found = claim && claims.found(claim);
    if (!claim || !found) return [];
    const fixes = fixesFor(claim, found).map(
      (fix): CodeAction => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: context.diagnostics,
        edit: { changes: { [uri]: [{ range: fix.range, newText: fix.newText }] } },
      }),
    );
    return client.edits && mayBeStronger(found) ? [...fixes, drop(uri, claim)] : fixes;
  });
  connection.onDefinition(async ({ textDocument: { uri }, position }) => {
    const line = documents.get(uri)?.getText().split('\n')[position.line] ?? '';
    const id = lemmaAt(read.get(uri)?.claims ?? [], line, position);
    return id === null ? null : definitionOf(id, uri, read);
  });
}
