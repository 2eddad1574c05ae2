/** The exact judge: a second opinion, by numbers modulo a prime, on what the kernel accepted. */
export { judgeTheorem, type Judged, type JudgeOptions } from './judge-theorem.ts';
export { judgeClaim, type Finding } from './judge-claim.ts';
