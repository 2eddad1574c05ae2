/**
 * Trials per second of work on true claims of several kinds. Run with `npx jiti
 * test/bench/speed.ts`.
 */
import { parseClaim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/index.ts';
import { table, worked } from './table.ts';

const claims: readonly (readonly [string, number])[] = [
  ['A, B: n×n |- tr(A B) = tr(B A)', 40_000],
  ["W: m×n onto; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q", 8000],
  ['A, B: n×n invertible |- inv(A B) = inv(B) inv(A)', 8000],
  ["J: k×n; H: k×k pd |- rank(J' H J) = rank(J)", 8000],
  ["W: m×n; h: n; p: R^m -> R |- grad[h](p(W h)) = W' grad(p)(W h)", 4000],
  [
    "F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0 |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
    1500,
  ],
  ['x, y: n |- |x + y| <= |x| + |y|', 4000],
  ['A: n×n symmetric; n >= 2 |- lambda[1](A) >= lambda[2](A)', 2000],
];
const rows = claims.map(([text, trials]) => {
  const claim = parseClaim(text);
  searchSync(claim, { time: 60_000, seed: 9, trials: trials / 10 });
  const start = worked();
  const {
    trials: { run, met },
    verdict,
  } = searchSync(claim, { time: 60_000, seed: 1, trials });
  return [text, verdict, `${met}/${run}`, ((run / (worked() - start)) * 1000).toFixed(0)];
});
console.log(table(['claim', 'verdict', 'met', 'per second'], rows));
