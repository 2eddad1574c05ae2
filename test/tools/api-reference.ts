/**
 * The public names of the library with their types and docstrings, read from the sources, as
 * Markdown.
 */
import { join } from 'node:path';
import ts from 'typescript';

/** A path that programs import from, and the file behind it. */
export interface Entrance {
  readonly path: string;
  readonly file: string;
}

export const entrances: readonly Entrance[] = [
  { path: 'elenchus', file: 'src/index.ts' },
  { path: 'elenchus/arbitraries', file: 'src/arbitraries/index.ts' },
  { path: 'elenchus/vitest', file: 'src/vitest/index.ts' },
];

export interface ApiReference {
  readonly markdown: string;
  /** Public names that have no docstring. */
  readonly undocumented: readonly string[];
}

const isPublic = (member: ts.ClassElement): boolean =>
  (ts.getCombinedModifierFlags(member) &
    (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) ===
    0 && !(member.name && ts.isPrivateIdentifier(member.name));

/** What stands in a declaration before its body. */
const head = (node: ts.Node, body: ts.Node | undefined): string =>
  node
    .getText()
    .slice(0, body === undefined ? undefined : body.getStart() - node.getStart())
    .trim();

const classText = (node: ts.ClassDeclaration): string => {
  const members = node.members
    .filter(isPublic)
    .map(
      (m) =>
        `  ${head(m, ts.isConstructorDeclaration(m) || ts.isMethodDeclaration(m) ? m.body : undefined)}`,
    );
  const heritage = (node.heritageClauses ?? []).map((h) => ` ${h.getText()}`).join('');
  return `class ${node.name?.text ?? ''}${heritage} {\n${members.join('\n')}\n}`;
};

/** A declaration as a program sees it, without its body. */
function signature(node: ts.Declaration, checker: ts.TypeChecker): string {
  if (ts.isFunctionDeclaration(node)) return head(node, node.body).replace(/^export (async )?/, '');
  if (ts.isClassDeclaration(node)) return classText(node);
  if (ts.isVariableDeclaration(node))
    return `const ${node.name.getText()}: ${checker.typeToString(checker.getTypeAtLocation(node), node, ts.TypeFormatFlags.NoTruncation)}`;
  return node.getText().replace(/^export /, '');
}

/** Throws where an entrance cannot be read. */
export function apiReference(root: string): ApiReference {
  const files = entrances.map(({ file }) => join(root, file));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const undocumented: string[] = [];
  const seen = new Set<ts.Symbol>();
  const section = ({ path, file }: Entrance): string => {
    const source = program.getSourceFile(join(root, file));
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} has no exports`);
    const entries = checker.getExportsOfModule(module).flatMap((exported) => {
      const symbol =
        (exported.flags & ts.SymbolFlags.Alias) === 0
          ? exported
          : checker.getAliasedSymbol(exported);
      const node = symbol.declarations?.[0];
      if (node === undefined || seen.has(symbol)) return [];
      seen.add(symbol);
      const documentation = ts
        .displayPartsToString(symbol.getDocumentationComment(checker))
        .replaceAll('\n', ' ');
      if (documentation === '') undocumented.push(`${path}: ${exported.name}`);
      return [
        `### ${exported.name}\n\n${documentation}\n\n\`\`\`ts\n${signature(node, checker)}\n\`\`\`\n`,
      ];
    });
    return `## ${path}\n\n${entries.join('\n')}`;
  };
  return { markdown: `# The library\n\n${entrances.map(section).join('\n')}`, undocumented };
}
