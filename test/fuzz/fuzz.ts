/** Draws claims, has each cross-examined, and counts: the fuzzer without its command line. */
import { contradiction, verdictOf, type Budget, type Contradiction } from './cross-examine.ts';
import { Dice } from './dice.ts';
import { drawClaim, drawDeclared } from './draw-claims.ts';
import { Terms } from './draw-terms.ts';
import { identities } from './identities.ts';
import { mutated, onOneNode, rewritten } from './mutate.ts';
import { readIdentity } from './parse.ts';
import { claimText, relation, type Claim, type Shape } from './tree.ts';
import { variant } from './variants.ts';

export interface Outcome {
  readonly claims: number;
  readonly verdicts: ReadonlyMap<string, number>;
  readonly contradictions: readonly Contradiction[];
  /**
   * Verdicts that another wording loses, without a contradiction: proved here, and not found there.
   */
  readonly lost: readonly Contradiction[];
  /** Messages of claims that the language does not take: the fuzzer means them to be well-typed. */
  readonly illTyped: ReadonlyMap<string, string>;
}

/** A random term and what it is rewritten to: equal wherever it has a value. */
function equation(dice: Dice): Claim {
  const declared = drawDeclared(dice);
  const term = new Terms(dice, declared).term(
    dice.pick<Shape>([[], ['n'], ['n', 'n'], ['m', 'n']]),
    3,
  );
  let conclusion = relation('=', term, term);
  for (let k = 1 + dice.below(4); k > 0; k--)
    conclusion = onOneNode(dice, conclusion, (e) => rewritten(dice, e)) as typeof conclusion;
  return { declared, hypotheses: [], conclusion };
}

export function nextClaim(dice: Dice): Claim {
  const way = dice.below(10);
  if (way < 4) return drawClaim(dice);
  const start = way < 8 ? readIdentity(dice.pick(identities)) : equation(dice);
  const times = dice.pick([0, 1, 1, 1, 2, 3]);
  return Array.from({ length: times }).reduce((c: Claim) => mutated(dice, c), start);
}

const decided = new Set(['proved', 'refuted']);

export async function fuzz(
  count: number,
  seed: number,
  budget: Budget,
  tell: (line: string) => void,
): Promise<Outcome> {
  const verdicts = new Map<string, number>();
  const contradictions: Contradiction[] = [];
  const lost: Contradiction[] = [];
  const illTyped = new Map<string, string>();
  let examined = 0;
  const found = (c: Contradiction, list: Contradiction[], word: string): void => {
    list.push(c);
    tell(`${word}\t${c.claim}\t${c.why}`);
  };
  const put = async (claim: Claim, own: number): Promise<string> => {
    examined++;
    const verdict = await verdictOf(claim, budget);
    const name = verdict instanceof Error ? 'threw' : verdict.verdict;
    verdicts.set(name, (verdicts.get(name) ?? 0) + 1);
    if (!(verdict instanceof Error) && name === 'ill-typed')
      illTyped.set((verdict.message ?? '').slice(0, 60), claimText(claim));
    const wrong = contradiction(claim, verdict, own, budget.points);
    if (wrong) found(wrong, contradictions, 'CONTRADICTION');
    return name;
  };
  let k = 0;
  const next = async (): Promise<void> => {
    const own = seed * 1_000_003 + k++;
    const dice = new Dice(own);
    const claim = nextClaim(dice);
    const before = await put(claim, own);
    if (!decided.has(before) || !dice.chance(0.3)) return;
    const [how, other] = variant(dice, claim);
    const after = await put(other, own);
    if (after === before) return;
    const change = {
      claim: claimText(claim),
      why: `${before}, but ${after} when ${how}: ${claimText(other)}`,
    };
    if (decided.has(after) || after === 'ill-typed') found(change, contradictions, 'CONTRADICTION');
    else found(change, lost, 'LOST');
  };
  const more = async (): Promise<boolean> => {
    await next();
    if (k % 500 === 0) tell(`${examined} claims, ${contradictions.length} contradictions`);
    return examined < count;
  };
  while (await more());
  return { claims: examined, verdicts, contradictions, lost, illTyped };
}
