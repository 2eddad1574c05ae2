/**
 * Small changes to a claim, of which most make a true one false; and rewritings of a term that keep
 * its value.
 */
import type { Dice } from './dice.ts';
import { same } from './draw-terms.ts';
import {
  mapFormula,
  node,
  number,
  type Claim,
  type Declared,
  type Expr,
  type Formula,
} from './tree.ts';

const neighbours: readonly (readonly string[])[] = [
  ['norm', 'normF', 'nuclear', 'sigma_max', 'sigma_min'],
  ['lambda_min', 'lambda_max'],
  ['tr', 'det', 'logdet', 'rank'],
  ['norm1', 'norminf', 'sum', 'mean', 'max', 'min'],
  ['sin', 'cos', 'tanh', 'exp', 'sigmoid', 'softplus', 'relu', 'silu', 'gelu', 'erf', 'abs'],
  ['inv', 'adj', 'pinv', 'expm'],
];
const weaker: readonly (readonly string[])[] = [
  ['pd', 'psd', 'symmetric', 'invertible'],
  ['orthogonal', 'invertible'],
  ['projector', 'symmetric', 'psd'],
  ['antisymmetric', 'symmetric', 'invertible'],
  ['lower', 'upper', 'diagonal'],
  ['onto', 'one-to-one', 'nonzero'],
  ['positive', 'nonnegative', 'nonzero', 'unit'],
];
const relations: ReadonlyMap<string, readonly string[]> = new Map([
  ['=', ['!=', '<=', '=']],
  ['!=', ['=']],
  ['<=', ['<', '>=', '=']],
  ['>=', ['>', '<=', '=']],
  ['<', ['<=', '>']],
  ['>', ['>=', '<']],
  ['>>=', ['<<=', '=']],
  ['<<=', ['>>=', '=']],
  ['~~', ['=']],
]);

const square = (e: Expr): boolean => e.shape.length === 2 && e.shape[0] === e.shape[1];

/** Words that a function may be exchanged for: some take square matrices alone. */
const fits = (list: readonly string[], e: Expr): boolean =>
  list.includes(e.name) && (!/tr|inv/.test(list[0] as string) || square(e.args[0] as Expr));

function changed(dice: Dice, e: Expr, declared: readonly Declared[]): Expr {
  const [a, b] = e.args;
  const ways: (() => Expr)[] = [];
  if (e.op === 'add') ways.push(() => ({ ...e, op: 'sub' }));
  if (e.op === 'sub')
    ways.push(
      () => ({ ...e, op: 'add' }),
      () => ({ ...e, args: [b as Expr, a as Expr] }),
    );
  if (e.op === 'neg') ways.push(() => a as Expr);
  if (e.op === 'mul' && a && b && square(a) && square(b)) ways.push(() => ({ ...e, args: [b, a] }));
  if (e.op === 'transpose' && a && same(a.shape, e.shape)) ways.push(() => a);
  if (e.op === 'number') ways.push(() => number(dice.pick(['0', '1', '2', '-1', '1/2', '3'])));
  if (e.op === 'power') ways.push(() => ({ ...e, name: dice.pick(['2', '3', '4', '1']) }));
  if (e.op === 'fn')
    for (const list of neighbours.filter((l) => fits(l, e)))
      ways.push(() => ({ ...e, name: dice.pick(list) }));
  if (e.op === 'variable') {
    const others = declared.filter(
      (d) =>
        d.sort === 'tensor' &&
        same(d.shape, e.shape) &&
        !d.family === (e.at.length === 0) &&
        d.name !== e.name,
    );
    if (others.length > 0) ways.push(() => ({ ...e, name: dice.pick(others).name }));
  }
  if (square(e) && e.op !== 'transpose') ways.push(() => node('transpose', e.shape, [e]));
  if (dice.chance(0.2))
    ways.push(() => node('mul', e.shape, [number(dice.pick(['2', '-1', '0'])), e]));
  return ways.length === 0 ? e : dice.pick(ways)();
}

const countOf = (f: Formula): number => {
  let count = 0;
  mapFormula(f, (e) => (count++, e));
  return count;
};

/** One random node of the formula changed. */
export function onOneNode(dice: Dice, f: Formula, change: (e: Expr) => Expr): Formula {
  const chosen = dice.below(Math.max(1, countOf(f)));
  let at = 0;
  return mapFormula(f, (e) => (at++ === chosen ? change(e) : e));
}

const otherRelation = (dice: Dice, f: Formula): Formula =>
  f.kind === 'relation'
    ? { ...f, sign: dice.pick(relations.get(f.sign) ?? [f.sign]) }
    : f.kind === 'is'
      ? {
          ...f,
          attribute: dice.pick(weaker.filter((l) => l.includes(f.attribute)).flat()) ?? f.attribute,
        }
      : f;

const weakened = (dice: Dice, d: Declared): Declared => {
  if (d.attributes.length === 0) return d;
  if (dice.chance(0.5)) return { ...d, attributes: d.attributes.slice(1) };
  const lists = weaker.filter((l) => d.attributes.some((a) => l.includes(a)));
  return lists.length === 0 ? d : { ...d, attributes: [dice.pick(dice.pick(lists))] };
};

export function mutated(dice: Dice, claim: Claim): Claim {
  const { declared, hypotheses, conclusion } = claim;
  const node1 = (f: Formula): Formula => onOneNode(dice, f, (e) => changed(dice, e, declared));
  const way = dice.below(10);
  if (way === 0 && hypotheses.length > 0) return { ...claim, hypotheses: hypotheses.slice(1) };
  if (way === 1) {
    const which = dice.below(declared.length);
    return { ...claim, declared: declared.map((d, i) => (i === which ? weakened(dice, d) : d)) };
  }
  if (way === 2) return { ...claim, conclusion: otherRelation(dice, conclusion) };
  if (way === 3 && hypotheses.length > 0) return { ...claim, hypotheses: hypotheses.map(node1) };
  return { ...claim, conclusion: node1(conclusion) };
}

/** A step that keeps the value wherever there is one, at one node. */
export function rewritten(dice: Dice, e: Expr): Expr {
  const [a, b] = e.args;
  const ways: (() => Expr)[] = [() => node('neg', e.shape, [node('neg', e.shape, [e])])];
  const t = (x: Expr): Expr => node('transpose', [x.shape[1] as string, x.shape[0] as string], [x]);
  const matrix = (x: Expr | undefined): boolean => x?.shape.length === 2 && x.shape[0] !== '1';
  if (e.op === 'add') ways.push(() => ({ ...e, args: [b as Expr, a as Expr] }));
  if (e.op === 'sub')
    ways.push(() => node('neg', e.shape, [{ ...e, args: [b as Expr, a as Expr] }]));
  if (matrix(e)) ways.push(() => t(t(e)));
  if (e.op === 'mul' && a && b) {
    if (matrix(a) && matrix(b))
      ways.push(() => t(node('mul', [b.shape[1] as string, a.shape[0] as string], [t(b), t(a)])));
    if (a.shape.length === 0 || b.shape.length === 0) ways.push(() => ({ ...e, args: [b, a] }));
    if (b.op === 'add' || b.op === 'sub')
      ways.push(() =>
        node(
          b.op,
          e.shape,
          b.args.map((c) => node('mul', e.shape, [a, c])),
        ),
      );
    if (a.op === 'add' || a.op === 'sub')
      ways.push(() =>
        node(
          a.op,
          e.shape,
          a.args.map((c) => node('mul', e.shape, [c, b])),
        ),
      );
  }
  if (e.op === 'fn' && a) {
    if (e.name === 'tr' && a.op === 'mul' && a.args.every(matrix)) {
      const [p, q] = a.args as [Expr, Expr];
      const inner = node('mul', [q.shape[0] as string, p.shape[1] as string], [q, p]);
      ways.push(() => ({ ...e, args: [inner] }));
    }
    if (
      ['tr', 'det', 'rank', 'norm', 'normF', 'nuclear', 'sigma_max'].includes(e.name) &&
      matrix(a)
    )
      ways.push(() => ({ ...e, args: [t(a)] }));
  }
  if (e.op === 'hadamard') ways.push(() => ({ ...e, args: [b as Expr, a as Expr] }));
  if (e.shape.length === 0) ways.push(() => node('mul', [], [e, number('1')]));
  return dice.pick(ways)();
}
