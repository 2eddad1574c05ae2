/** Typesets papers that use the generated LaTeX files. */
import { execFile, spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readCatalogue, readHere } from '../../src/catalogue/read-catalogue.ts';
import type { ClaimEntry } from '../../src/catalogue/claim-entry.ts';
import * as elenchus from '../../src/index.ts';
import { latexOf } from '../../src/language/latex.ts';
import { claimLatex, parseClaim } from '../../src/language/index.ts';
import { letter, numeral } from '../../src/operators/typeset.ts';
import { operators } from '../../src/operators/registry.ts';
import { examine } from '../../src/verdict/examine.ts';
import { accepts } from '../../src/writeup/citation.ts';
import { latexPackage } from '../../src/writeup/latex-package.ts';
import { latexText } from '../../src/writeup/latex-text.ts';
import { readDocument } from '../../src/writeup/read-document.ts';
import { citedClaim } from '../../src/writeup/record.ts';
import type { CitationRecord } from '../../src/writeup/record.ts';

const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name);
const root = join(import.meta.dirname, '../..');

const scratch = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'elenchus-latex-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
};

const recordOf = async (
  document: string,
  entries: readonly ClaimEntry[],
): Promise<CitationRecord> => {
  const claims = [];
  for (const entry of entries) {
    const verdict = await examine(entry.claim, {
      time: 0.5,
      seed: 1,
      ...(entry.proof === null ? {} : { proof: entry.proof }),
    });
    claims.push(citedClaim(entry, verdict, [], null));
  }
  return { format: 1, document, version: '0.0.0', claims };
};

/** A directory with the fixture and the elenchus.sty that belongs to it. */
const paper = async (name: string): Promise<string> => {
  const cwd = await scratch();
  await copyFile(fixture(name), join(cwd, name));
  const { entries } = await readCatalogue(
    [join(root, 'proofs'), join(root, 'properties')],
    readHere(elenchus),
  );
  const { citations } = await readDocument(join(cwd, name), 'latex');
  const wanted = [...new Set(citations.map(({ id }) => id))].map(
    (id) => entries.find((entry) => entry.id === id)!,
  );
  const record = await recordOf(name, wanted);
  for (const { id, kind } of citations)
    expect(accepts[kind]).toContain(record.claims.find((claim) => claim.id === id)!.verdict);
  await writeFile(join(cwd, 'elenchus.sty'), latexPackage(record));
  return cwd;
};

const pdflatex = (cwd: string, file: string): Promise<{ log: string; failed: boolean }> =>
  new Promise((resolve) => {
    execFile(
      'pdflatex',
      ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', file],
      { cwd },
      (error, stdout) => {
        resolve({ log: stdout.replaceAll('\n', ''), failed: error !== null });
      },
    );
  });

const hasLatex = spawnSync('pdflatex', ['--version']).status === 0;
if (!hasLatex)
  process.stderr.write(
    'NO PDFLATEX HERE: the tests that compile papers are left out. Install texlive-latex-base and texlive-latex-recommended.\n',
  );

describe.skipIf(!hasLatex)('the paper compiles', () => {
  test("a stranger's minimal one", async () => {
    const cwd = await paper('minimal.tex');
    const { failed, log } = await pdflatex(cwd, 'minimal.tex');
    expect(failed).toBe(false);
    expect(log).not.toMatch(/Warning|Overfull/);
    expect(await readdir(cwd)).toContain('minimal.pdf');
  });
  test('headings, tables, theorems of the same names and bookmarks', async () => {
    const cwd = await paper('torture.tex');
    for (const _ of ['contents', 'bookmarks', 'pages'])
      expect((await pdflatex(cwd, 'torture.tex')).failed).toBe(false);
    const { log } = await pdflatex(cwd, 'torture.tex');
    expect(log).not.toContain('Warning');
    const out = await readFile(join(cwd, 'torture.out'), 'latin1');
    expect(out.replaceAll('\\000', '')).toContain('A\\040heading\\040with\\040dnfa/cancellation');
  });
  test('a citation that does not resolve is printed as such', async () => {
    const cwd = await scratch();
    const entry: ClaimEntry = {
      id: 'demo/commute',
      family: 'demo',
      claim: 'A, B: n×n |- A B = B A',
      proof: null,
      expect: null,
      source: null,
      note: null,
      uses: [],
      place: { file: 'x.ts', line: 1, column: 1 },
      claimStart: null,
    };
    await writeFile(join(cwd, 'elenchus.sty'), latexPackage(await recordOf('p.tex', [entry])));
    await writeFile(
      join(cwd, 'p.tex'),
      '\\documentclass{article}\\usepackage{elenchus}\\begin{document}\\lemma{demo/commute} \\lemma{demo/none_such}\\counterexample{demo/commute}\\end{document}',
    );
    const { failed, log } = await pdflatex(cwd, 'p.tex');
    expect(failed).toBe(false);
    expect(log).toContain("'demo/commute' is refuted, not lemma");
    expect(log).toMatch(/'demo\/none_such'\s*is not among the claims/);
    expect(log.match(/Package elenchus Warning/g)).toHaveLength(2);
  });
  test('every operator, every kind of declaration and formula, and any text', async () => {
    const cwd = await scratch();
    const each = [...operators.values()].map(({ printed, params = 0, arity }) =>
      latexOf(
        printed.typeset(
          ...Array.from({ length: params }, () => numeral('2')),
          ...Array.from({ length: arity }, (_, i) => letter('ABC'[i]!)),
        ),
      ),
    );
    const claims = [
      ...everything,
      ...(
        await readCatalogue([join(root, 'proofs'), join(root, 'properties')], readHere(elenchus))
      ).entries.map(({ claim }) => claim),
    ].flatMap((text) => {
      try {
        return [claimLatex(parseClaim(text))];
      } catch {
        // Some of the catalogue are ill-typed on purpose; those of this file are looked at below.
        return [];
      }
    });
    for (const text of everything) expect(() => parseClaim(text)).not.toThrow();
    const texts = [
      'Łódź, Erdős & Gröbner: “100 % of $x_1^2$” – #{\\}~',
      'θ ∈ ℝⁿ, ∇ℓ ⪰ 0, x² ≤ ½, W₁ᵀ',
      '<a|b> "q" `c` \' 漢',
    ].map(latexText);
    const body = [...[...each, ...claims].map((one) => `$${one}$`), ...texts].join('\n\n');
    await writeFile(
      join(cwd, 'p.tex'),
      `\\documentclass{article}\\usepackage{amsmath,amsfonts}\\sloppy\\begin{document}${body}\\end{document}`,
    );
    const { failed, log } = await pdflatex(cwd, 'p.tex');
    expect(failed ? log : '').toBe('');
    expect(body).toMatch(/^[\n -~]*$/);
  });
});

/** Claims that between them use everything that the language has. */
const everything: readonly string[] = [
  'A: m×n; B: n×m; c: scalar positive |- tr(A B) + c tr(B A) - tr(A B) / c = tr(-(B A)) .* c',
  'A: n×n invertible; B: m×n; x: n; k: scalar |- inv(A) x = pinv(B) B x and det(A) = exp(logdet(A)) and rank(A) <= n and vec(A) = vec(A) and kron(A, B) = kron(A, B)',
  "A: n×n symmetric; x, y: n; c: scalar |- norm(A) >= |x| and dot(x, y) = x' y and sigma_max(A) >= sigma_min(A) and lambda[1](A) = c^2 and normF(A) > 0 and diag(A) = x and log(c) < sqrt(c) and abs(c) != |c| - 1/2",
  "x: n; phi: activation |- relu(x) = leakyrelu(x) and tanh(x) = sigmoid(x) and softplus(x) = gelu(x) and silu(x) = erf(x) and square(x) = identity(x) and softmax(x) = phi''(x)",
  "F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0 |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
  'q[i]: m for i in 1..N; W_1, theta_ab, loss2, ell: m×m |- (forall v: m nonzero. sum[i](q[i]) = mean[i](q[i]) => not v = 0) <=> (exists c: scalar. W_1 ~~ loss2 or theta_ab >>= ell and loss2 <<= I)',
  "A: n×n psd; B: n×n pd; P: n×n projector; u: n unit; x: n |- x in ker(A) and forall i in 1..n. A is invertible and ones' x = n",
];
