/** Exported claims, run by Python: proved ones pass, refuted ones fail at their counterexample. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pythonModule, type Exported } from '../../src/exports/module.ts';
import { examine } from '../../src/library/examine.ts';
import { available, runPython, standIn } from './python.ts';

const proved = [
  ['cyclic', 'A: m×n; B: n×m |- tr(A B) = tr(B A)'],
  ['inverse', 'A, B: n×n invertible |- inv(A B) = inv(B) inv(A)'],
  ['least-squares', "X: n×d; y: n; w: d |- grad[w](|X w - y|^2) = 2 X' (X w - y)"],
  ['chain', "W: m×n; h: n; phi: activation |- jac[h](phi(W h)) = diag(phi'(W h)) W"],
  ['pullback', "W: m×n; h: n; p: R^m -> R |- grad[h](p(W h)) = W' grad(p)(W h)"],
  ['log-sum-exp', "z: n |- hess[z](log(ones' exp(z))) = diag(softmax(z)) - softmax(z) softmax(z)'"],
  ['frame', "q[i]: m for i in 1..N; v: m |- sum[i]((q[i]' v)^2) = v' sum[i](q[i] q[i]') v"],
  ['positive', "A: n×n pd; x: n nonzero |- x' A x > 0"],
  ['rows', 'A: n×n |- tr(A) = sum[i in 1..n](A[i,i])'],
  ['onto', 'W: m×n onto |- W pinv(W) = I'],
  ['lambda', "lambda_: n; A: n×n symmetric |- lambda_' A lambda_ = (A lambda_)' lambda_"],
  ['vec', "A: m×n; X: n×p; B: p×q |- vec(A X B) = kron(B', A) vec(X)"],
  ['ones', "A: m×n |- ones' A ones = sum(A ones)"],
  ['sigmoid', 'x: n |- jac[x](softplus(x)) = diag(sigmoid(x))'],
  ['projected', "P: n×n symmetric projector; x: n |- |P x|^2 = x' P x"],
  ['oblique', 'P: n×n projector |- (I - P) (I - P) = I - P'],
] as const;
const refuted = [
  ['commute', 'A, B: n×n |- A B = B A'],
  ['order', "x: n; y: n |- x' y <= 0"],
  ['third', 'a: scalar; 3 a = 1 |- a = 1'],
  ['relu', 'phi: activation; x: scalar |- phi(x) = x'],
] as const;
const without = [
  ['mean', 'x: n ~ normal(0, 1) |- E[|x|^2] = n'],
  ['equation', 'A: n×n; A A = I |- inv(A) = A'],
  ['wrong', "A: m×n |- A = A'"],
] as const;

let claims: Exported[];
let directory: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'elenchus-exports-'));
  claims = [];
  for (const [id, claim] of [...proved, ...refuted, ...without])
    claims.push({ id: `n/${id}`, verdict: await examine(claim, { time: 1 }) });
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const module = (to: 'numpy' | 'jax' | 'torch', pytest: boolean, of = claims) =>
  pythonModule(of, { package: to, pytest, source: 'n.md', version: '0.1.0' });

test('the verdicts are those that the tests are about', () => {
  const verdicts = claims.map(({ id, verdict }) => [id, verdict.verdict]);
  expect(verdicts.slice(0, proved.length).filter(([, verdict]) => verdict !== 'proved')).toEqual(
    [],
  );
  const next = verdicts.slice(proved.length, proved.length + refuted.length);
  expect(next.filter(([, verdict]) => verdict !== 'refuted')).toEqual([]);
});

test('a claim without code is named with the reason, and stands as a comment', () => {
  const { missing, text, count } = module('numpy', true);
  expect(missing).toEqual([
    { id: 'n/mean', why: 'there is no code for random variables' },
    { id: 'n/equation', why: 'there is no code for a hypothesis that random points do not meet' },
    { id: 'n/wrong', why: 'it is ill-typed' },
  ]);
  expect(text).toContain('# n/mean has no test: there is no code for random variables.');
  expect(count).toBe(proved.length + refuted.length);
});

test('a counterexample has its exact numbers', () => {
  const { text } = module('numpy', true);
  expect(text).toContain('a = np.array(1/3, dtype=float)');
  expect(text).toContain('raises=AssertionError');
});

test('is code that people keep: no needless bracket, no name that is not used, no wide line', () => {
  for (const to of ['numpy', 'jax', 'torch'] as const) {
    const { text } = module(to, true);
    expect(text).toContain('trace(A @ B)');
    expect(text).not.toContain('lambda u');
    expect(text).not.toContain('phi_2');
    expect(text.match(/def test_commute\(\):[^]*?\n\n\n/)?.[0]).not.toContain('n = 2');
    expect(text.split('\n').filter((line) => line.length > 130)).toEqual([]);
  }
});

const installed = available(['numpy', 'pytest', 'torch']);
const pytest = installed.includes('numpy') && installed.includes('pytest');
describe.runIf(installed.includes('numpy'))('in NumPy', () => {
  test('the module runs by itself', () => {
    const file = join(directory, 'claims.py');
    writeFileSync(file, module('numpy', false).text);
    const { code, out } = runPython([file], directory);
    expect(
      out.split('\n').filter((line) => line.endsWith('holds at 10 random points')),
    ).toHaveLength(proved.length);
    expect(out.split('\n').filter((line) => line.endsWith('as expected'))).toHaveLength(
      refuted.length,
    );
    expect(code).toBe(0);
  });
  test('a wrong claim is noticed (so the test above can fail)', () => {
    const [cyclic] = claims as [Exported];
    const verdict = { ...cyclic.verdict, claim: 'A: m×n; B: n×m |- tr(A B) = 2 tr(B A)' };
    const file = join(directory, 'wrong.py');
    writeFileSync(file, module('numpy', false, [{ ...cyclic, verdict }]).text);
    expect(runPython([file], directory)).toMatchObject({ code: 1 });
  });
});
describe.each(['numpy', 'torch', 'jax'] as const)('in pytest, with %s', (to) => {
  // `jax` is a stand-in made of PyTorch: what these tests show of JAX is that its names are right
  test.runIf(pytest && (to === 'numpy' || installed.includes('torch')))(
    'proved claims pass and refuted ones fail as expected',
    () => {
      const file = `test_${to}_claims.py`;
      writeFileSync(join(directory, file), module(to, true).text);
      const { code, out } = runPython(
        ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', file],
        directory,
        to === 'jax' ? standIn : '',
      );
      expect(out).toContain(`${proved.length * 10} passed, ${refuted.length} xfailed`);
      expect(code).toBe(0);
    },
  );
});

test.each(['jax', 'torch'] as const)('the code for %s compiles', (to) => {
  const { text, count } = module(to, true);
  expect(count).toBeGreaterThan(10);
  const file = join(directory, `${to}_claims.py`);
  writeFileSync(file, text);
  const { code, out } = runPython(
    ['-c', `import ast; ast.parse(open("${file}").read())`],
    directory,
  );
  expect({ code, out }).toEqual({ code: 0, out: '' });
});
