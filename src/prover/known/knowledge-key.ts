/**
 * A name for what is known at a point: the same knowledge has the same name, so that failures can
 * be remembered for it.
 */
import { write } from '../../kernel/formula.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import type { Context } from './context.ts';

const numbers = new Map<string, number>();
const ofTheorem = new WeakMap<Theorem, number>();
const most = 200_000;

/** A number for a theorem: what it says, and what it says it under. */
function numberOf(theorem: Theorem): number {
  const known = ofTheorem.get(theorem);
  if (known !== undefined) return known;
  const text = `${write(theorem.conclusion)} ⊣ ${theorem.hypotheses.map(write).join(' ; ')}`;
  const number = numbers.get(text) ?? counter++;
  if (numbers.size > most) numbers.clear();
  numbers.set(text, number);
  ofTheorem.set(theorem, number);
  return number;
}
let counter = 0;

const names = new WeakMap<Context, string>();

export function knowledgeKey(ctx: Context): string {
  const known = names.get(ctx);
  if (known !== undefined) return known;
  const all = [
    ...ctx.facts,
    ...ctx.equations,
    ...ctx.schemas,
    ...ctx.recursions,
    ...ctx.symmetries.map((theorem) => ({ theorem })),
  ].map(({ theorem }) => numberOf(theorem));
  const name =
    `${ctx.purposes.join()} ${ctx.means.length} ${ctx.replaced.join(',')} ` +
    `${[...new Set(all)].toSorted((a, b) => a - b).join(',')}`;
  names.set(ctx, name);
  return name;
}
