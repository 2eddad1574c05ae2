/** The Python module and exported tests, run by Python against the built command. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { available, runPython } from '../exports/python.ts';
import { elenchus, mainFile, scratch } from './command.ts';

const folder = fileURLToPath(new URL('../../python', import.meta.url));
const installed = available(['numpy', 'pytest', 'sympy']);

/** Runs a script that imports the module. */
async function python(script: string): Promise<{ code: number | null; out: string }> {
  const cwd = await scratch();
  const head = `import os, sys\nsys.path.insert(0, ${JSON.stringify(folder)})\nos.environ["ELENCHUS"] = ${JSON.stringify(`'${process.execPath}' '${mainFile}'`)}\n`;
  await writeFile(join(cwd, 'script.py'), head + script);
  return runPython(['script.py'], cwd);
}

describe('elenchus.py', () => {
  test('gives verdicts as objects, with exact numbers', async () => {
    const { code, out } = await python(`
from fractions import Fraction
import elenchus
proved = elenchus.require("A: m×n; B: n×m |- tr(A B) = tr(B A)")
assert proved.proved and proved.derivation and proved.hash
try:
    elenchus.require("a: scalar; 3 a = 1 |- a = 1")
except elenchus.Refuted as refuted:
    at = refuted.verdict.counterexample
    assert at.values == {"a": Fraction(1, 3)}, at
    assert at.floats() == {"a": 1 / 3}
    assert (at.left, at.right) == (Fraction(1, 3), Fraction(1)), at
    assert "a = 1/3" in str(refuted)
else:
    raise SystemExit("not refuted")
wrong = elenchus.examine("A: m×n |- A = A + B")
assert wrong.verdict == "ill-typed" and "B" in wrong.message
try:
    bool(wrong)
except TypeError:
    pass
else:
    raise SystemExit("a verdict is not true or false")
found = elenchus.answer("X: n×d; y: n; w: d |- grad[w](|X w - y|^2) = ?")
assert found.text == "2 X' (X w - y)", found
assert "X.T" in found.code["numpy"]
for command, words in {
    "no-such-command": "set ELENCHUS",
    "'no end": "cannot be read as a command",
    "/": "cannot be run",
    "echo hello": "does not answer as elenchus does: hello",
    "true": "elenchus ended with 0",
}.items():
    os.environ["ELENCHUS"] = command
    try:
        elenchus.examine("|- 1 = 1")
    except elenchus.ElenchusError as error:
        assert words in str(error), error
    else:
        raise SystemExit(command)
os.environ["ELENCHUS"] = " "
os.environ["PATH"] = ""
try:
    elenchus.examine("|- 1 = 1")
except elenchus.ElenchusError as error:
    assert "there is no command 'elenchus'" in str(error)
print("done")
`);
    expect({ code, out }).toEqual({ code: 0, out: 'done\n' });
  });

  test('has a cell magic for notebooks, and checks files', async () => {
    const { code, out } = await python(`
import elenchus
magics = {}
class IPython:
    def register_magic_function(self, function, kind, name):
        magics[kind, name] = function
elenchus.load_ipython_extension(IPython())
for line in ("fast", "5 s", "-1"):
    try:
        magics["cell", "claim"](line, "|- 1 = 1")
    except ValueError as error:
        assert "not a valid time" in str(error), error
    else:
        raise SystemExit(line)
assert magics["cell", "claim"](" 500ms ", "|- 1 = 1").proved
shown = magics["cell", "claim"]("5s", "A, B: n×n\\n|- A B = B A\\n")
assert shown.refuted
assert shown._repr_markdown_().startswith("**refuted**")
open("n.md", "w").write("\`\`\`claim a expect=proved\\nA: n×n |- tr(A') = tr(A)\\n\`\`\`\\n")
assert {key: one.verdict for key, one in elenchus.check("n.md").items()} == {"n/a": "proved"}
try:
    elenchus.check("missing.md")
except elenchus.ElenchusError as error:
    print(error)
`);
    expect(out).toContain('missing.md');
    expect(code).toBe(0);
  });

  test.runIf(installed.includes('sympy'))('prints relations of SymPy as claims', async () => {
    const { code, out } = await python(`
from sympy import BlockMatrix, Determinant, Eq, ImmutableMatrix, Identity, Inverse, MatrixSymbol, exp, symbols, trace
import elenchus
m, n = symbols("m n", integer=True, positive=True)
s = symbols("s", positive=True)
A, B, C = MatrixSymbol("A", m, n), MatrixSymbol("B", n, m), MatrixSymbol("C", n, n)
x = MatrixSymbol("x", n, 1)
def eq(left, right, *more, **attributes):
    print(elenchus.claim_of(Eq(left, right, evaluate=False), *more, **attributes))
eq(trace(A * B), trace(B * A))
eq(Determinant(s * C), s**n * Determinant(C))
eq((A + B.T) * x, A * x + B.T * x)
eq(C.T, C, C="symmetric")
eq(x.T * C * x, x.T * C.T * x, "n >= 2")
eq(abs(symbols("t", real=True, nonzero=True)), symbols("u", nonnegative=True))
eq(C[0, 1], C.T[1, 0])
eq(BlockMatrix([[C, C], [C, C]]), BlockMatrix([[C, C], [C, C]]))
eq(Determinant(ImmutableMatrix([[1, 2], [3, 4]])), -2)
assert elenchus.require(Eq(trace(A * B), trace(B * A), evaluate=False)).proved
for wrong in (A * B, Eq(trace(C), symbols("f", cls=__import__("sympy").Function)(s), evaluate=False)):
    try:
        elenchus.claim_of(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
`);
    expect(out.trimEnd().split('\n')).toEqual([
      'A: m×n; B: n×m |- tr(A B) = tr(B A)',
      's: scalar positive; C: n×n |- det(s C) = (s^n) det(C)',
      "A: m×n; B: n×m; x: n |- (A + B') x = (A x) + (B' x)",
      "C: n×n symmetric |- C' = C",
      "x: n; C: n×n; n >= 2 |- x' C x = x' C' x",
      't: scalar nonzero; u: scalar nonnegative |- abs(t) = u',
      'C: n×n |- C[1, 2] = C[1, 2]',
      'C: n×n |- [C, C; C, C] = [C, C; C, C]',
      '|- det([1, 2; 3, 4]) = -2',
      'TypeError',
      'ValueError',
    ]);
    expect(code).toBe(0);
  });
});

test('signatures of functions and parameters of modules are printed as declarations', async () => {
  const torch = available(['torch']).length > 0;
  const { code, out } = await python(`
from typing import Annotated
import elenchus
class Float:
    # as jaxtyping makes it
    def __class_getitem__(cls, item):
        return type("Float", (), {"dim_str": item[1]})
class Array: ...
def loss(X: Float[Array, "n d"], w: Float[Array, "d"], y: Annotated[Array, "n"], c: float, n: int): ...
claim = elenchus.claim_for(loss, "grad[w](|X w - y|^2 + c w' w) = 2 X' (X w - y) + 2 c w", c="positive")
print(claim)
assert elenchus.require(claim).proved
def later(A: 'Float[Array, "n n"]', s: 'Float[Array, ""]'): ...
print(elenchus.claim_for(later, "tr(s A) = s tr(A)", "n >= 2"))
def bare(A): ...
def spread(A: Float[Array, "... n"]): ...
for wrong in (bare, spread):
    try:
        elenchus.claim_for(wrong, "A = A")
    except ValueError as error:
        print(error)
try:
    elenchus.claim_for(later, "A = A", B="symmetric")
except ValueError as error:
    print(error)
${
  torch
    ? `import torch
layers = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Linear(4, 2, bias=False))`
    : `class Shaped:
    def __init__(self, *shape): self.shape = shape
class Layers:
    def named_parameters(self): return [("0.weight", Shaped(4, 3)), ("0.bias", Shaped(4)), ("1.weight", Shaped(2, 4))]
layers = Layers()`
}
print(elenchus.claim_for(layers, "tr(p1_weight p1_weight') >= 0"))
`);
  expect(out.trimEnd().split('\n')).toEqual([
    "X: n×d; w: d; y: n; c: scalar positive |- grad[w](|X w - y|^2 + c w' w) = 2 X' (X w - y) + 2 c w",
    'A: n×n; s: scalar; n >= 2 |- tr(s A) = s tr(A)',
    'A has no shape: annotate it as Float[Array, "m n"] or Annotated[Tensor, "m n"]',
    'the size ... of A is not a name or a number',
    'B is not an argument of later',
    "p0_weight: 4×3; p0_bias: 4; p1_weight: 2×4 |- tr(p1_weight p1_weight') >= 0",
  ]);
  expect(code).toBe(0);
});

test('export writes a note as tests, and lists the claims that cannot be tests', async () => {
  const cwd = await scratch();
  const block = (name: string, claim: string): string =>
    `\`\`\`claim ${name}\n${claim}\n\`\`\`\n\n`;
  await writeFile(
    join(cwd, 'n.md'),
    block('cyclic', 'A: m×n; B: n×m |- tr(A B) = tr(B A)') +
      block('commute', 'A, B: n×n |- A B = B A') +
      block('mean', 'x: n ~ normal(0, 1) |- E[|x|^2] = n'),
  );
  const done = await elenchus(['export', 'n.md', '--pytest', '--out', 'test_n.py'], { cwd });
  expect(done.err).toContain('n/mean has no test: there is no code for random variables');
  expect(done.out).toBe('test_n.py: 2 of 3 claims\n');
  expect(done.code).toBe(0);
  if (installed.includes('numpy') && installed.includes('pytest'))
    expect(runPython(['-m', 'pytest', '-q', 'test_n.py'], cwd).out).toContain(
      '10 passed, 1 xfailed',
    );
  const one = await elenchus(['export', 'A: m×n |- A = A + 0', '--torch'], { cwd });
  expect(one.out).toContain('import torch');
  const both = await elenchus(['export', 'n.md', '--torch', '--jax'], { cwd });
  expect(both.code).toBe(2);
});
