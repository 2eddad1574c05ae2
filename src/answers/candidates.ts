/** Texts that may be the answer, shortest first; each still has to be proved. */
import type { Claim, Expr } from '../language/ast.ts';
import { exprText } from '../language/text.ts';
import { weight } from './weight.ts';
import { factored } from './factored.ts';
import { withAttributes } from './with-attributes.ts';
import { writtenText } from './written.ts';
import { NoRule } from './target.ts';
import { positiveSigmoids, withoutLogarithms } from './without-logarithms.ts';
import { slopeInWords } from './known-derivatives.ts';
import { guesses } from './guesses.ts';
import { expanded } from './expanded.ts';
import { valueText } from './literals.ts';
import { normalForm } from './normal-form.ts';
import { recognised } from './recognised.ts';
import { groupedSums } from './grouped-factors.ts';
import { withOneDirection, withPowers } from './scalar-chains.ts';
import { resolved, type Declared } from './resolve.ts';

/** Most candidates that are tried. */
const most = 24;

/** A text that may be the answer. A guess was not derived: it is an answer only if it is proved. */
export interface Candidate {
  readonly text: string;
  readonly guessed: boolean;
}

export function candidates(claim: Claim, asked: Expr): Candidate[] {
  const value = valueText(asked);
  if (value !== null) return [{ text: value, guessed: false }];
  const declared = declaredIn(claim);
  const found = new Set<string>();
  const words = wordsFor(asked);
  const offer = (e: Expr): void => {
    for (const form of forms(e).flatMap((f) => [f, ...withAttributes(claim, f)]))
      found.add(writtenText(form));
  };
  if (words !== null) offer(words);
  const simple = attempt(() => resolved(asked, declared));
  if (simple !== null) offer(simple);
  const other = withoutLogarithms(asked);
  const soft = other && attempt(() => resolved(other, declared));
  for (const e of soft ? [soft, ...(simple ? [simple] : [])] : []) {
    offer(e);
    offer(expanded(positiveSigmoids(e)));
  }
  for (const text of normalForm(claim, asked, declared)) {
    if (typeof text === 'string') found.add(text);
    else offer(text);
  }
  const derived = new Set(found);
  for (const guess of guesses(claim, asked)) found.add(guess);
  found.delete(exprText(asked));
  return [...found]
    .filter((text) => isShown(text))
    .toSorted((a, b) => weight(a) - weight(b))
    .slice(0, most)
    .map((text) => ({ text, guessed: !derived.has(text) }));
}

/** A slope that is asked for by itself, in other words. */
const wordsFor = (asked: Expr): Expr | null => {
  const [u] = asked.kind === 'call' && asked.builtin ? asked.args : [];
  return asked.kind === 'call' && u && asked.args.length === 1
    ? slopeInWords(asked.fn, asked.order, u)
    : null;
};

/** The same value in the forms that people write. */
function forms(e: Expr): Expr[] {
  const known = withOneDirection(recognised(e));
  const grouped = groupedSums(known);
  const all = [e, known, factored(e), factored(known), recognised(factored(e)), ...grouped];
  return all.flatMap((one) => [one, withPowers(one)]);
}

/** An answer has no derivative that could be taken and no auxiliary name. */
const isShown = (text: string): boolean =>
  !/#|\b(?:log|sqrt|exp|identity|square)'|\b(?:grad|jac|hess)\[/.test(text);

function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof NoRule) return null;
    throw error;
  }
}

function declaredIn(claim: Claim): Declared {
  const all = [...claim.declarations, ...claim.random.map((r) => r.declaration)];
  return {
    shapes: new Map(
      all.flatMap(({ name, type }) => (type.kind === 'tensor' ? [[name, type.shape]] : [])),
    ),
    activations: new Set(
      all.filter(({ type }) => type.kind === 'activation').map(({ name }) => name),
    ),
  };
}
