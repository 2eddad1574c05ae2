/** What a claim states, and what follows from it by the closure properties of operators. */
import type { Attribute, Declaration, Expr, Formula } from './ast.ts';
import { type Needs, collect, factors, transposedText } from './fact-terms.ts';
import { exprText, formulaText } from './text.ts';

const implied: Readonly<Record<Needs, readonly Attribute[]>> = {
  invertible: ['invertible', 'orthogonal', 'pd'],
  nonzero: ['nonzero', 'positive', 'unit', 'pd', 'invertible', 'orthogonal'],
  positive: ['positive'],
  nonnegative: ['nonnegative', 'positive'],
};

type Implication = Extract<Formula, { readonly kind: 'and' | 'or' | 'implies' | 'iff' }>;

/**
 * What a claim states of its variables and expressions: attributes, `is` and comparisons with 0.
 */
export class Facts {
  private readonly attributes: ReadonlyMap<string, readonly Attribute[]>;
  private readonly stated: ReadonlySet<string>;
  /** What is stated under a guard. */
  private readonly rules: readonly Implication[];

  constructor(
    attributes: ReadonlyMap<string, readonly Attribute[]> = new Map(),
    stated: ReadonlySet<string> = new Set(),
    rules: readonly Implication[] = [],
  ) {
    this.attributes = attributes;
    this.stated = stated;
    this.rules = rules;
  }

  declaring(declarations: readonly Declaration[]): Facts {
    return new Facts(
      new Map([...this.attributes, ...declarations.map((d) => [d.name, d.attributes] as const)]),
      this.stated,
      this.rules,
    );
  }

  stating(formula: Formula): Facts {
    const found = new Set(this.stated);
    collect(formula, found);
    const rules = formula.kind === 'implies' ? [...this.rules, formula] : this.rules;
    for (const { left, right } of rules) if (found.has(formulaText(left))) collect(right, found);
    return new Facts(this.attributes, found, rules);
  }

  /**
   * Whether a matrix is symmetric by what is stated, or as A + B, c A, A', A' A or B' A B of such.
   */
  isSymmetric(e: Expr): boolean {
    const named = ['symmetric', 'psd', 'pd', 'diagonal'];
    const text = exprText(e);
    if (
      e.shape.length === 0 ||
      e.kind === 'constant' ||
      named.some((a) => this.stated.has(`${text} ${a}`))
    )
      return true;
    if (e.kind === 'variable')
      return named.some(
        (a) => (this.attributes.get(e.name) as readonly string[] | undefined)?.includes(a) === true,
      );
    if (e.kind === 'reduce') return this.isSymmetric(e.body);
    if (e.kind !== 'operator')
      return e.kind === 'derivative' ? e.which === 'hess' : e.kind === 'jet' && e.which === 'hess';
    const [a, b] = e.args;
    if (['add', 'sub', 'neg', 'inv', 'transpose', 'hadamard', 'pow'].includes(e.operator)) {
      return e.args.every((x) => x.shape.length === 0 || this.isSymmetric(x));
    }
    if (!a) return false;
    if (e.operator === 'diag') return a.shape.length < 2;
    if (e.operator === 'div') return this.isSymmetric(a);
    if (e.operator !== 'mul' || !b) return false;
    if (a.shape.length === 0 || b.shape.length === 0)
      return this.isSymmetric(a.shape.length === 0 ? b : a);
    return this.isPalindrome(factors(e));
  }

  /** `A' Q A`: the factors from behind are the transposes of the factors from the front. */
  private isPalindrome(list: readonly Expr[]): boolean {
    return list.every((x, i) => {
      const y = list[list.length - 1 - i] as Expr;
      return x === y
        ? this.isSymmetric(x)
        : exprText(x) === transposedText(y) || (this.isSymmetric(x) && exprText(x) === exprText(y));
    });
  }

  /** Whether a matrix is psd, or pd where `strict`: as declared, I, A' A, c P or P + Q. */
  private isDefinite(e: Expr, strict: boolean): boolean {
    const named: readonly Attribute[] = strict ? ['pd'] : ['psd', 'pd'];
    const text = exprText(e);
    if (named.some((a) => this.stated.has(`${text} ${a}`))) return true;
    if (e.shape.length === 0) return this.meets(strict ? 'positive' : 'nonnegative', e);
    if (e.kind === 'constant') return e.which === 'identity' || (!strict && e.which === 'zero');
    if (e.kind === 'variable')
      return named.some((a) => this.attributes.get(e.name)?.includes(a) === true);
    if (e.kind !== 'operator') return false;
    const [a, b] = e.args;
    if (!a || !b) return false;
    const both = (p: boolean, q: boolean): boolean =>
      this.isDefinite(a, p) && this.isDefinite(b, q);
    if (e.operator === 'add') return both(strict, false) || both(false, strict);
    if (e.operator !== 'mul') return false;
    return a.shape.length === 0 || b.shape.length === 0
      ? both(strict, strict)
      : !strict && (exprText(a) === transposedText(b) || exprText(b) === transposedText(a));
  }

  /** Whether a condition follows: by name, or by a closure property of the operators. */
  imply(f: Formula): boolean {
    switch (f.kind) {
      case 'is':
        return this.has(f.subject, f.attribute);
      case 'and':
        return this.imply(f.left) && this.imply(f.right);
      case 'or':
        return this.imply(f.left) || this.imply(f.right) || this.stated.has(formulaText(f));
      case 'implies':
        return this.stating(f.left).imply(f.right) || this.stated.has(formulaText(f));
      case 'each':
        return this.imply(f.body) || this.stated.has(formulaText(f));
      case 'relation':
        return this.stated.has(formulaText(f)) || this.boundsBelow(f);
      case 'off':
        return (
          f.subject.shape.length === 0 &&
          f.kinks.every((k) => k === '0') &&
          this.meets('nonzero', f.subject)
        );
      default:
        return this.stated.has(formulaText(f));
    }
  }

  private has(e: Expr, attribute: Attribute): boolean {
    if (this.stated.has(`${exprText(e)} ${attribute}`)) return true;
    if (attribute === 'symmetric') return this.isSymmetric(e);
    if (attribute === 'psd' || attribute === 'pd') return this.isDefinite(e, attribute === 'pd');
    return attribute in implied && this.meets(attribute as Needs, e);
  }

  /** `n >= 3` where n >= 4 is stated. */
  private boundsBelow(f: Extract<Formula, { readonly kind: 'relation' }>): boolean {
    if (f.relation !== '>=' || f.right.kind !== 'number') return false;
    const [least, start] = [Number(f.right.value), `${exprText(f.left)} >= `];
    return [...this.stated].some(
      (text) => text.startsWith(start) && Number(text.slice(start.length)) >= least,
    );
  }

  /**
   * Whether the need is met by what is stated: by name, or by a closure property of the operators.
   */
  meets(needs: Needs, e: Expr): boolean {
    const text = exprText(e);
    if (implied[needs].some((a) => this.stated.has(`${text} ${a}`))) return true;
    switch (e.kind) {
      case 'number':
        return needs === 'nonnegative'
          ? !e.value.startsWith('-')
          : e.value !== '0' && (needs === 'nonzero' || !e.value.startsWith('-'));
      case 'dimension':
      case 'index':
        return true;
      case 'constant':
        return needs === 'invertible'
          ? e.which === 'identity'
          : needs === 'nonzero' && e.which !== 'zero';
      case 'variable':
        return implied[needs].some((a) => this.attributes.get(e.name)?.includes(a) === true);
      case 'call':
        return (
          e.builtin &&
          e.order === 0 &&
          e.shape.length === 0 &&
          ['sigmoid', 'softplus'].includes(e.fn)
        );
      case 'operator':
        return this.meetsOperator(needs, e);
      default:
        return false;
    }
  }

  private meetsOperator(needs: Needs, e: Extract<Expr, { kind: 'operator' }>): boolean {
    const [a, b] = e.args;
    if (!a) return false;
    const scalar = e.shape.length === 0;
    switch (e.operator) {
      case 'neg':
        return (needs === 'nonzero' || needs === 'invertible') && this.meets(needs, a);
      case 'transpose':
        return this.meets(needs, a);
      case 'inv':
        return needs === 'invertible' || needs === 'nonzero';
      case 'exp':
        return true;
      case 'mul':
      case 'div':
        return b !== undefined && this.meetsProduct(needs, a, b);
      case 'add':
        return scalar
          ? b !== undefined && this.meetsSum(needs, a, b)
          : needs !== 'positive' && needs !== 'nonnegative' && this.isDefinite(e, true);
      case 'pow':
        return b?.kind === 'number' && this.meetsPower(needs, a, b.value, scalar);
      case 'sqrt':
        return needs === 'nonnegative' || this.meets('positive', a);
      case 'bars':
      case 'abs':
      case 'norm':
      case 'normF':
        return needs === 'nonnegative' || this.meets('nonzero', a);
      case 'det':
        return needs === 'nonzero' && this.meets('invertible', a);
      default:
        return false;
    }
  }

  private meetsProduct(needs: Needs, a: Expr, b: Expr): boolean {
    const factor = (x: Expr): boolean =>
      x.shape.length === 0 && needs === 'invertible'
        ? this.meets('nonzero', x)
        : this.meets(needs, x);
    const scalars = a.shape.length === 0 || b.shape.length === 0;
    const square = (x: Expr): boolean => x.shape.length === 2 && x.shape[0] === x.shape[1];
    if (needs === 'invertible' && this.isGram(a, b)) return true;
    return (
      (needs === 'invertible' ? scalars || (square(a) && square(b)) : scalars) &&
      factor(a) &&
      factor(b)
    );
  }

  /** `W W'` of an onto W, `W' W` of a one-to-one W. */
  private isGram(a: Expr, b: Expr): boolean {
    const says = (e: Expr, attribute: Attribute): boolean =>
      this.stated.has(`${exprText(e)} ${attribute}`) ||
      (e.kind === 'variable' && this.attributes.get(e.name)?.includes(attribute) === true);
    if (a.kind === 'operator' && a.operator === 'transpose')
      return (
        a.args[0] !== undefined && says(b, 'one-to-one') && exprText(a.args[0]) === exprText(b)
      );
    return (
      b.kind === 'operator' &&
      b.operator === 'transpose' &&
      b.args[0] !== undefined &&
      says(a, 'onto') &&
      exprText(b.args[0]) === exprText(a)
    );
  }

  private meetsSum(needs: Needs, a: Expr, b: Expr): boolean {
    const one = (x: Expr, y: Expr): boolean =>
      this.meets('positive', x) && this.meets('nonnegative', y);
    return needs === 'nonnegative'
      ? this.meets(needs, a) && this.meets(needs, b)
      : one(a, b) || one(b, a);
  }

  private meetsPower(needs: Needs, base: Expr, exponent: string, scalar: boolean): boolean {
    if (!scalar) return this.meets('invertible', base);
    const even = !exponent.includes('/') && Number(exponent) % 2 === 0;
    if (!even) return this.meets(needs, base);
    return needs === 'nonnegative' || this.meets('nonzero', base);
  }
}
