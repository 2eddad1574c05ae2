/** Equations of matrices whose sizes are numbers, decided over all their entries. */
import type { Dim, Term } from '../../kernel/term.ts';
import { variable, zeros } from '../../kernel/graph.ts';
import { substitute } from '../../kernel/calculus.ts';
import { literal } from '../../kernel/dimension.ts';
import { equal, type FormulaOf } from '../../kernel/formula.ts';
import { everyEntry, fact, first, hole, replace, second } from '../../kernel/theorem.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { spend } from '../agenda/effort.ts';
import { equation, Ledger } from '../derived/equations.ts';
import { simplify, type Rewrite } from '../derived/simplify.ts';
import { operationsIn } from '../graphs/heads.ts';
import { termOf } from '../graphs/sum.ts';
import { bookOf, type Context } from '../known/context.ts';
import { ruleOf } from '../known/rules.ts';
import { safely, strategyFor } from '../known/strategy.ts';
import { solvedForms } from './solved-forms.ts';

/** Upper limit on the products of entries that are worth the work. */
const most = 300_000;

/** How many products of entries the terms are; null where a size is not a number. */
function productsIn(...terms: readonly Term[]): number | null {
  let total = 0;
  for (const m of terms.flatMap((t) => t.monomials)) {
    let here = 1;
    for (const d of m.wires) {
      const size = literal(d);
      if (size === null) return null;
      here *= Number(size);
    }
    total += here;
  }
  return total;
}

/** What determinants and adjugates at sizes 1 to 3 are as polynomials. */
function polynomialsOf(name: string, arg: Term): Theorem[] {
  const n = arg.shape[0] as Dim;
  if (n === '1') return name === 'det' ? [fact('det of a 1×1 matrix', arg)] : [];
  if (n === '2') {
    const both = fact('det of a 2×2 matrix', arg);
    return [name === 'det' ? first(both) : second(both)];
  }
  if (n !== '3') return [];
  return [fact(name === 'det' ? 'det of a 3×3 matrix' : 'adjugate of a 3×3 matrix', arg)];
}

const polynomialRules = (terms: readonly Term[], known: Context): Rewrite[] =>
  operationsIn(terms, 'det', 'adj').flatMap(({ name, arg, params }) =>
    params.length > 0
      ? []
      : polynomialsOf(name, arg).flatMap((t) => ruleOf(t, known, 'determinants') ?? []),
  );

/** The term is 0 by its entries, those of matrices of a known form told by that form. */
function vanishes(t: Term, known: Context): Theorem | null {
  const nought = zeros(t.shape);
  const forms = solvedForms(known).filter(({ name }) => termsName(t, name));
  const plain = forms.reduce(
    (u, { name, form }) => substitute(u, name, { kind: 'term', term: form }),
    t,
  );
  const size = productsIn(plain);
  if (size === null || size > most) return null;
  spend(size);
  const zero = safely(() => everyEntry(plain, nought));
  if (!zero) return null;
  return forms.reduceRight<Theorem>((u, { name, equation: said, form }, i) => {
    const before = forms
      .slice(0, i)
      .reduce((x, f) => substitute(x, f.name, { kind: 'term', term: f.form }), t);
    const at = substitute(before, name, { kind: 'term', term: variable(hole, form.shape) });
    return replace(equal(at, nought), said, u);
  }, zero);
}
const termsName = (t: Term, name: string): boolean =>
  t.monomials.some((m) =>
    m.factors.some(({ head }) =>
      head.kind === 'variable'
        ? head.name === name
        : (head.kind === 'jet' ? head.args : [head.arg]).some((u) => termsName(u, name)),
    ),
  );

function decided({ left, right }: FormulaOf<'equal'>, known: Context): Theorem | null {
  const bare = { ...known, symmetries: [] };
  const ledger = new Ledger(left, right, bookOf(bare));
  const rules = polynomialRules([left, right], bare);
  if (rules.length > 0) simplify(ledger, rules, 400, known.deadline);
  if (ledger.done) return ledger.theorem();
  const rest = termOf(ledger.rest, left.shape);
  const zero = vanishes(rest, known);
  if (!zero) return null;
  ledger.use(equation(zero, 'entry by entry'), variable(hole, left.shape));
  return ledger.done ? ledger.theorem() : null;
}

export const fixedSizes = strategyFor('equal', {
  name: 'every entry',
  summary: 'A = B at sizes that are numbers, because all entries agree as polynomials',
  notFor: ['bounds', 'squares'],
  promise: ({ left, right }) => {
    const size = productsIn(left, right);
    return size !== null && size > 1 && size <= most ? 0.5 : null;
  },
  prove: decided,
});
