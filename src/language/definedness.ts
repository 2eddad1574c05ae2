import { operator } from '../operators/registry.ts';
import type { Claim, Condition, Declaration, Expr, Formula, Index, Span } from './ast.ts';
import { Facts } from './facts.ts';
import { dependsOn, smoothnessOf } from './smoothness.ts';
import { exprText } from './text.ts';

type Need = Omit<Condition, 'span'>;

/** Functions that grow no faster than a polynomial. */
const tame: ReadonlySet<string> = new Set([
  'relu',
  'leakyrelu',
  'tanh',
  'sigmoid',
  'softplus',
  'gelu',
  'silu',
  'erf',
  'square',
  'identity',
  'softmax',
]);

/** Is a function that may grow fast applied to something random? */
const appliesFunction = (e: Expr, random: readonly string[]): boolean => {
  const moves = (x: Expr): boolean => random.some((name) => dependsOn(x, name));
  if (
    (e.kind === 'jet' || (e.kind === 'call' && !(e.builtin && tame.has(e.fn)))) &&
    e.args.some(moves)
  )
    return true;
  return ('args' in e ? e.args : 'body' in e ? [e.body] : []).some((x) =>
    appliesFunction(x, random),
  );
};

/** Collects the conditions under which a claim is defined, each once, those that are stated left out. */
class Collector {
  readonly found = new Map<string, Condition>();
  private readonly families: ReadonlyMap<string, string>;

  constructor(declarations: readonly Declaration[]) {
    this.families = new Map(
      declarations.flatMap((d) => (d.family ? [[d.name, d.family.to] as const] : [])),
    );
  }

  formula(f: Formula, facts: Facts): void {
    switch (f.kind) {
      case 'relation':
        this.expr(f.left, facts, []);
        this.expr(f.right, facts, []);
        return;
      case 'is':
        return this.expr(f.subject, facts, []);
      case 'not':
      case 'each':
        return this.formula(f.body, facts);
      case 'forall':
      case 'exists':
        return this.formula(f.body, facts.declaring(f.variables));
      case 'implies':
        this.formula(f.left, facts);
        return this.formula(f.right, facts.stating(f.left));
      default:
        this.formula(f.left, facts);
        this.formula(f.right, facts);
    }
  }

  private expr(e: Expr, facts: Facts, by: readonly string[]): void {
    const smoothness = smoothnessOf(e, by);
    if (smoothness) this.need(smoothness, e.span, facts);
    if (e.kind === 'operator') {
      for (const need of operator(e.operator).defined?.(e.args, exprText, e.params) ?? [])
        this.need(need, e.span, facts);
    }
    if (e.kind === 'entry')
      e.places.forEach((at, k) => this.place(at, e.body.shape[k], e.span, facts));
    if ('index' in e)
      this.member(
        e.kind === 'derivative'
          ? e.by
          : e.kind === 'variable'
            ? e.name
            : e.kind === 'call' || e.kind === 'jet'
              ? e.fn
              : '',
        e.index,
        e.span,
        facts,
      );
    if (e.kind === 'derivative') this.expr(e.body, facts, [...by, e.by]);
    else if (e.kind === 'expectation') this.expectation(e, facts, by);
    else if (e.kind === 'reduce' || e.kind === 'product' || e.kind === 'entry')
      this.expr(e.body, facts, by);
    else if (e.kind === 'kernel') this.expr(e.of, facts, by);
    else if ('args' in e) for (const a of e.args) this.expr(a, facts, by);
  }

  /** A variance is not negative, a covariance matrix psd, and further moments are those of some law. */
  private expectation(
    e: Extract<Expr, { kind: 'expectation' }>,
    facts: Facts,
    by: readonly string[],
  ): void {
    for (const { declaration, law } of e.random) {
      for (const p of law.params) this.expr(p, facts, by);
      const [, variance, ...more] = law.params;
      if (!variance) continue;
      const text = exprText(variance);
      const psd = variance.shape.length > 0;
      const met = psd
        ? facts.says(`${text} psd`) ||
          facts.says(`${text} pd`) ||
          (variance.kind === 'variable' && facts.isDefinite(variance.name))
        : false;
      if (!met)
        this.need(
          {
            needs: psd ? 'other' : 'nonnegative',
            text: `${text} ${psd ? 'psd' : 'nonnegative'}`,
            subject: variance,
          },
          variance.span,
          facts,
        );
      if (more.length > 0)
        this.need(
          {
            needs: 'other',
            text: `some law has the moments of ${declaration.name}`,
            subject: null,
          },
          variance.span,
          facts,
        );
    }
    // polynomials have the moments that their laws have; of functions it is assumed
    if (
      appliesFunction(
        e.body,
        e.random.map((r) => r.declaration.name),
      )
    )
      this.need(
        {
          needs: 'smooth',
          text: `${exprText(e.body)} integrable, with its derivatives`,
          subject: null,
        },
        e.span,
        facts,
      );
    this.expr(e.body, facts, by);
  }

  /** `q[3]` of a family over 1..N needs N >= 3. */
  private member(name: string, index: Index | null, span: Span, facts: Facts): void {
    const end = this.families.get(name);
    if (!index || index.name !== null || index.offset < 2 || end === undefined || /^\d/.test(end))
      return;
    this.need({ needs: 'other', text: `${end} >= ${index.offset}`, subject: null }, span, facts);
  }

  /** `x[3]` of n entries needs n >= 3, `x[n-1]` needs n >= 2. */
  private place(at: Index | null, dim: string | undefined, span: Span, facts: Facts): void {
    if (!at || dim === undefined || /^\d+$/.test(dim)) return;
    const least = at.name === null ? at.offset : at.name === dim ? 1 - at.offset : 1;
    if (least > 1)
      this.need({ needs: 'other', text: `${dim} >= ${least}`, subject: null }, span, facts);
  }

  private need(need: Need, span: Span, facts: Facts): void {
    if (this.found.has(need.text) || facts.says(need.text)) return;
    if (
      need.subject &&
      facts.meets(need.needs, need.subject) &&
      ['invertible', 'nonzero', 'positive', 'nonnegative'].includes(need.needs)
    )
      return;
    if (
      need.needs === 'other' &&
      need.text.endsWith(' symmetric') &&
      need.subject &&
      facts.isSymmetric(need.subject)
    )
      return;
    this.found.set(need.text, { ...need, span });
  }
}

/**
 * What the claim needs, beyond its hypotheses and attributes, for everything in it to be defined: inverses, divisors,
 * logarithms, derivatives at kinks. In order of appearance.
 */
export const definedness = (claim: Claim): Condition[] => {
  const collector = new Collector(claim.declarations);
  let facts = new Facts().declaring(claim.declarations);
  for (const h of claim.hypotheses) facts = facts.stating(h);
  for (const f of [...claim.hypotheses, claim.conclusion]) collector.formula(f, facts);
  return [...collector.found.values()];
};
