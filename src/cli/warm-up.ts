/** Run once when the command is built: examines claims of each kind, and keeps the code that V8 made for that. */
import { answer, keep } from './cached-examining-code.ts';

const claims = [
  'A: m×n; B: n×m |- tr(A B) = tr(B A)',
  "W: m×n onto |- W' inv(W W') W W' inv(W W') W = W' inv(W W') W",
  'A: n×n psd; B: n×n psd |- tr(A B) >= 0',
  'A: n×n; B: n×n |- A B = B A',
  "x: n; f: R^n -> R; g: R^m -> R; W: m×n; forall z: n. f(z) = g(W z) |- grad(f)(x) = W' grad(g)(W x)",
  "x: n ~ normal(0, 1); A: n×n |- E[x' A x] = tr(A)",
];
const task = {
  proof: null,
  lemmas: [],
  time: 0.2,
  seed: 1,
  strict: false,
  filed: [],
  explain: true,
  thorough: false,
};
const patient = new AbortController().signal;

for (const text of claims)
  await answer({ kind: 'examine', task: { ...task, text } }, patient, () => undefined);
keep();
