/** Rules of the source tree: one direction of imports, size of files, names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { longest } from './longest-first.ts';

const root = join(import.meta.dirname, '../src');

/** The rooms from the ground up: each imports only from those before it. */
const floors = [
  'second-checker',
  'numbers',
  'experiments',
  'kernel',
  'derivations',
  'language/ast',
  'operators',
  'evaluate',
  'language',
  'verdict/verdict',
  'verdict/disagreement',
  'prover',
  'narration',
  'networks',
  'refuter',
  'judge',
  'necessity',
  'opinions',
  'verdict',
  'answers',
  'records',
  'catalogue',
  'report',
  'reference',
  'ci',
  'exports',
  'writeup',
  'campaign',
  'library',
  'documents',
  'mcp',
  'lsp',
  'arbitraries',
  'engine',
  'index',
  'vitest',
  'playground',
  'cli',
];

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (f) => f.endsWith('.ts') && !f.endsWith('.d.ts'),
);

const floorOf = (file: string): string => {
  const path = file.replace(/\.ts$/, '');
  const folder = path.split('/')[0] as string;
  return floors.includes(path) ? path : folder;
};

/** What a file imports: paths within src, and names of packages. */
function importsOf(file: string): { inside: string[]; packages: string[] } {
  const text = readFileSync(join(root, file), 'utf8');
  const all = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import '([^']+)'/g,
    ),
  ].map((m) => (m[1] ?? m[2] ?? m[3]) as string);
  return {
    inside: all.filter((t) => t.startsWith('.')).map((t) => normalize(join(file, '..', t))),
    packages: all.filter((t) => !t.startsWith('.')),
  };
}

/**
 * What a browser gets in place of a file: `x.browser.ts` for `x.node.ts`, as the build of the
 * playground does it.
 */
const inBrowser = (file: string): string => file.replace(/\.node\.ts$/, '.browser.ts');

/** The files that a browser runs when it runs these. */
function closureInBrowser(entries: readonly string[]): string[] {
  const found = new Set(entries);
  for (const file of found)
    for (const target of importsOf(file).inside) found.add(inBrowser(target));
  return [...found].filter((f) => f.endsWith('.ts'));
}

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g, '');

/** What only Node has. */
const ofNode =
  /(?<![\w.'`-])(?:process\.|setImmediate\b|Buffer\b|__dirname\b|__filename\b|require\(|createRequire\b|global\.|import\.meta\b)/;

describe('the house', () => {
  it('has a floor for every room', () => {
    expect([...new Set(files.map(floorOf))].filter((f) => !floors.includes(f))).toEqual([]);
  });

  it('has imports that run one way', () => {
    const upwards = files.flatMap((file) =>
      importsOf(file)
        .inside.filter((target) => floors.indexOf(floorOf(target)) > floors.indexOf(floorOf(file)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(upwards).toEqual([]);
  });

  it('has an engine without Node, for browsers: no module of Node, and no name that only Node has', () => {
    const engine = closureInBrowser([
      'engine.ts',
      'verdict/examine.ts',
      'answers/answer.ts',
      'playground/engine-worker.ts',
      'playground/page/main.ts',
    ]);
    expect(engine.length).toBeGreaterThan(300);
    expect(engine).toContain('numbers/ml-matrix.browser.ts');
    expect(
      engine.flatMap((f) =>
        importsOf(f)
          .packages.filter((p) => !/^(@noble\/hashes\/|ml-matrix$|nerdamer$)/.test(p))
          .map((p) => `${f} imports ${p}`),
      ),
    ).toEqual([]);
    expect(
      engine.filter((f) => ofNode.test(withoutComments(readFileSync(join(root, f), 'utf8')))),
    ).toEqual([]);
    expect(ofNode.test(readFileSync(join(root, 'numbers/ml-matrix.node.ts'), 'utf8'))).toBe(true);
    // the twins of what needs Node, one by one
    expect(files.filter((f) => f.endsWith('.node.ts'))).toEqual(['numbers/ml-matrix.node.ts']);
  });

  it('has a kernel that imports nothing from outside its folder, no package either', () => {
    const kernel = files.filter((f) => f.startsWith('kernel/'));
    expect(kernel.length).toBeGreaterThan(5);
    const outside = kernel.flatMap((f) => [
      ...importsOf(f).inside.filter((t) => !t.startsWith('kernel/')),
      ...importsOf(f).packages,
    ]);
    expect(outside).toEqual([]);
  });

  it('has no computer algebra in what a verdict rests on', () => {
    const trusted = files.filter((f) =>
      /^(kernel|prover|numbers|operators|evaluate|language|judge|refuter\/certify|records)/.test(f),
    );
    const allowed = new Set(
      ['decompositions', 'ml-matrix.node', 'ml-matrix.browser'].map((f) => `numbers/${f}.ts`),
    );
    const found = trusted.filter(
      (f) =>
        !allowed.has(f) && /'(mathjs|nerdamer|ml-matrix)/.test(readFileSync(join(root, f), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  it('has an exact judge that shares no code with the kernel', () => {
    const shared = files
      .filter((f) => f.startsWith('judge/'))
      .flatMap((f) => {
        const text = readFileSync(join(root, f), 'utf8');
        return [...text.matchAll(/import ([^;]*?) from '\.\.\/(kernel|prover)\/[^']+'/g)]
          .filter((m) => !/^type\b/.test(m[1] as string))
          .map((m) => `${relative(root, f)}: ${m[0]}`);
      });
    expect(shared).toEqual([]);
  });

  it('has a second checker that stands alone: it shares no code with the house, and nothing of the house with it', () => {
    const alone = files.filter((f) => f.startsWith('second-checker/'));
    expect(alone.length).toBeGreaterThan(5);
    const imports = alone.flatMap((f) => [
      ...importsOf(f).inside.filter((t) => !t.startsWith('second-checker/')),
      ...importsOf(f).packages,
    ]);
    expect([...new Set(imports)]).toEqual(['node:fs']);
    expect(
      files.filter(
        (f) =>
          !f.startsWith('second-checker/') &&
          importsOf(f).inside.some((t) => t.startsWith('second-checker/')),
      ),
    ).toEqual([]);
  });

  it('has a kernel that knows nothing of how derivations are written down', () => {
    const used = files
      .filter((f) => f.startsWith('derivations/'))
      .flatMap((f) => importsOf(f).inside.filter((t) => !t.startsWith('derivations/')));
    expect(used.every((t) => t.startsWith('kernel/'))).toBe(true);
  });
});

/** Groups of files of which each imports, directly or not, every other one (Tarjan 1972). */
function circles(): string[][] {
  const found: string[][] = [];
  const [stack, number, low] = [
    [] as string[],
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const visit = (file: string): void => {
    number.set(file, number.size);
    low.set(file, number.get(file)!);
    stack.push(file);
    for (const target of importsOf(file).inside.filter((t) => files.includes(t))) {
      if (!number.has(target)) visit(target);
      if (stack.includes(target)) low.set(file, Math.min(low.get(file)!, low.get(target)!));
    }
    if (low.get(file) !== number.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) found.push(circle.toSorted());
  };
  for (const file of files) if (!number.has(file)) visit(file);
  return found;
}

describe('a circle of imports', () => {
  it('stands only where rules call one another, as in a grammar', () => {
    expect(
      circles()
        .map(([first]) => first)
        .toSorted(),
    ).toEqual(['language/elaborate-apply.ts', 'language/parse-atom.ts']);
  });
});

/** The text of a comment at the very beginning of a source, null if there is none. */
const opening = (source: string): string | null => {
  const found = /^(?:#!.*\n)?(?:\/\*\*?([\s\S]*?)\*\/|((?:\/\/.*\n)+))/.exec(source);
  return found ? (found[1] ?? (found[2] as string)).replace(/[\s*/]+/g, ' ').trim() : null;
};

describe('the first line of a file', () => {
  it('says what the file is for', () => {
    const sources = ['src', 'test', 'proofs', 'properties'].flatMap((folder) =>
      readdirSync(join(root, '..', folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|js|mjs)$/.test(name) && !/(^|\/)fixtures\//.test(name))
        .map((name) => join(folder, name)),
    );
    expect(sources.length).toBeGreaterThan(1000);
    const silent = sources.filter(
      (f) => (opening(readFileSync(join(root, '..', f), 'utf8')) ?? '').split(' ').length < 3,
    );
    expect(silent).toEqual([]);
  });

  it('is found where it is, and missed where it is not', () => {
    expect(opening('/** Parses a claim. */\nimport x;')).toBe('Parses a claim.');
    expect(opening('#!/usr/bin/env node\n// Runs the command.\n')).toBe('Runs the command.');
    expect(opening("import x from 'y';\n/** Parses a claim. */")).toBeNull();
  });
});

describe('the size of a file', () => {
  // a little above the largest file and line: lower these figures, never raise them
  it('is at most 300 lines, each of at most 120 columns', () => {
    const sources = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
    const long = sources.filter(({ text }) => text.split('\n').length > 301);
    expect(long.map(({ file }) => file)).toEqual([]);
    const wide = sources.filter(({ text }) => text.split('\n').some((line) => line.length > 120));
    expect(wide.map(({ file }) => file)).toEqual([]);
  });

  it('is over 250 lines for some files only', () => {
    const over = files.filter((f) => readFileSync(join(root, f), 'utf8').split('\n').length > 251);
    expect(over.length).toBeLessThanOrEqual(64);
  });
});

/** Functions of a source with more lines than fit a screen, each with its number of lines. */
function longFunctions(name: string, source: string): { name: string; lines: number }[] {
  const tree = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const found: { name: string; lines: number }[] = [];
  const lineAt = (at: number): number => tree.getLineAndCharacterOfPosition(at).line;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const lines = lineAt(node.end) - lineAt(node.getStart()) + 1;
      const called = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : null);
      if (lines > 60) found.push({ name: called?.getText() ?? 'a function', lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

describe('the length of a function', () => {
  it('is at most 60 lines', () => {
    const long = files.flatMap((f) => longFunctions(f, readFileSync(join(root, f), 'utf8')));
    expect(long).toEqual([]);
  });

  it('is counted with everything inside, by its name', () => {
    const body = Array.from({ length: 60 }, () => '  spend(1);').join('\n');
    expect(longFunctions('a.ts', `const climb = () => {\n${body}\n};`)).toEqual([
      { name: 'climb', lines: 62 },
    ]);
    expect(longFunctions('a.ts', `function climb() {\n${body.slice(13 * 2)}\n}`)).toEqual([]);
  });
});

it('the test files that are begun first are there', () => {
  expect(longest.filter((file) => !existsSync(join(root, '..', file)))).toEqual([]);
});
