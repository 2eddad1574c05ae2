/**
 * What is typed, set in two dimensions: the tree of a claim as the tree that LaTeX and MathML are
 * written from.
 */
import { activations } from '../operators/activations.ts';
import { operator } from '../operators/registry.ts';
import {
  type Sign,
  type Typeset,
  applied,
  below,
  fenced,
  fraction,
  letter,
  list,
  numeral,
  parentheses,
  plainWord,
  row,
  sign,
  tight,
  words,
} from '../operators/typeset.ts';
import type { Claim, Expr, Formula, RandomVariable, Range, Relation } from './ast.ts';
import { typesetDeclaration } from './typeset-declaration.ts';
import { asWritten } from './complex/written.ts';
import { attributeText, numberStrength } from './text.ts';
import { indexed, typesetDim, typesetName, typesetPlace } from './typeset-names.ts';

interface Written {
  readonly set: Typeset;
  readonly strength: number;
}

const atom = (set: Typeset): Written => ({ set, strength: 5 });
const wrap = (w: Written, wanted: number): Typeset =>
  w.strength < wanted ? parentheses(w.set) : w.set;

const typesetNumber = (value: string): Typeset => {
  const [p = '0', q] = value.split('/');
  if (q === undefined)
    return p.startsWith('-') ? tight(sign('-'), numeral(p.slice(1))) : numeral(p);
  return p.startsWith('-')
    ? tight(sign('-'), fraction(numeral(p.slice(1)), numeral(q)))
    : fraction(numeral(p), numeral(q));
};

const nabla = sign('\\nabla');
const derivativeSign: Readonly<Record<'grad' | 'jac' | 'hess', Typeset>> = {
  grad: nabla,
  jac: letter('J'),
  hess: { kind: 'scripts', base: nabla, below: null, above: numeral('2') },
};
const constant: Readonly<Record<'identity' | 'zero' | 'ones', Typeset>> = {
  identity: letter('I'),
  zero: numeral('0'),
  ones: sign('\\mathbf{1}'),
};

const sumOver = (range: Range): Typeset => ({
  kind: 'large',
  sign: '\\sum',
  below: tight(typesetName(range.index), sign('='), numeral('1')),
  above: typesetDim(range.to),
});

/** A fraction's bar groups its two sides, and bases are put in brackets where they are made. */
const groupsItself: ReadonlySet<string> = new Set(['div', 'transpose', 'pow', 'matpow']);

const write = (e: Expr): Written => {
  switch (e.kind) {
    case 'number':
      return {
        set: typesetNumber(e.value),
        strength: e.value.includes('/') && !e.value.startsWith('-') ? 3 : numberStrength(e.value),
      };
    case 'dimension':
      return atom(typesetDim(e.dim));
    case 'index':
      return atom(typesetName(e.name));
    case 'variable':
      return atom(indexed(e.name, e.index));
    case 'constant':
      return atom(constant[e.which]);
    case 'operator':
      return writeOperator(e);
    case 'call':
      return writeCall(e);
    case 'jet':
      return atom(
        applied(
          e.which === 'jac'
            ? below(derivativeSign.jac, indexed(e.fn, e.index))
            : row(derivativeSign[e.which], indexed(e.fn, e.index)),
          ...e.args.map(typesetExpr),
        ),
      );
    case 'derivative': {
      const by = indexed(e.by, e.index);
      const of = derivativeSign[e.which];
      const head: Typeset = of.kind === 'scripts' ? { ...of, below: by } : below(of, by);
      return atom(row(head, parentheses(typesetExpr(e.body))));
    }
    case 'reduce': {
      const sum = row(sumOver(e.range), wrap(write(e.body), 2));
      return {
        set: e.how === 'sum' ? sum : row(fraction(numeral('1'), typesetDim(e.range.to)), sum),
        strength: 1,
      };
    }
    case 'entry':
      return atom(below(wrap(write(e.body), 5), list(e.places.map(typesetPlace))));
    case 'expectation':
      return atom(tight(sign('\\mathbb{E}'), fenced('brackets', typesetExpr(e.body))));
    case 'product':
      return writeProduct(e);
    case 'kernel':
      return atom(applied({ kind: 'word', word: 'ker', how: 'known' }, typesetExpr(e.of)));
  }
};

type ExprOf<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

const writeOperator = (e: ExprOf<'operator'>): Written => {
  const { printed } = operator(e.operator);
  const wants = groupsItself.has(e.operator) ? [] : printed.wants;
  return {
    set: printed.typeset(
      ...e.params.map((p) => numeral(String(p))),
      ...e.args.map((a, i) => wrap(write(a), wants[i] ?? 1)),
    ),
    strength: printed.strength,
  };
};

const writeCall = (e: ExprOf<'call'>): Written => {
  const fn = e.builtin
    ? (activations.get(e.fn)?.typeset ?? typesetName(e.fn))
    : indexed(e.fn, e.index);
  return atom(
    applied(
      e.order === 0 ? fn : { kind: 'primed', base: fn, primes: e.order },
      ...e.args.map(typesetExpr),
    ),
  );
};

const writeProduct = (e: ExprOf<'product'>): Written => {
  const [first, last] = [numeral(String(e.from)), typesetDim(e.range.to)];
  const product: Typeset = {
    kind: 'large',
    sign: '\\prod',
    below: tight(typesetName(e.range.index), sign('='), e.falling ? last : first),
    above: e.falling ? first : last,
  };
  return { set: row(product, wrap(write(e.body), 4)), strength: 2 };
};

export const typesetExpr = (e: Expr): Typeset => write(e).set;

export const relationSign: Readonly<Record<Relation, Sign>> = {
  '=': '=',
  '!=': '\\neq',
  '<': '<',
  '<=': '\\leq',
  '>': '>',
  '>=': '\\geq',
  '~~': '\\propto',
  '>>=': '\\succeq',
  '<<=': '\\preceq',
  in: '\\in',
};

export const typesetRandom = ({ declaration, law }: RandomVariable): Typeset => {
  const bare = typesetDeclaration({ ...declaration, family: null });
  const of =
    law.kind === 'rademacher'
      ? plainWord(law.kind)
      : applied(plainWord(law.kind), ...law.params.map(typesetExpr));
  const whole = row(bare, sign(','), row(typesetName(declaration.name), sign('\\sim'), of));
  return declaration.family
    ? tight(
        whole,
        sign(',\\ '),
        row(
          typesetName(declaration.family.index),
          sign('='),
          list([numeral('1'), sign('\\dots'), typesetDim(declaration.family.to)]),
        ),
      )
    : whole;
};

/** Sign of a connective and how binding it is, with what it wants of its two sides. */
export const connectives = {
  and: ['\\land', 4, 4, 5],
  or: ['\\lor', 3, 3, 4],
  implies: ['\\Rightarrow', 2, 3, 2],
  iff: ['\\Leftrightarrow', 1, 2, 2],
} as const;

const writeFormula = (f: Formula): Written => {
  switch (f.kind) {
    case 'relation':
      return {
        set: row(typesetExpr(f.left), sign(relationSign[f.relation]), typesetExpr(f.right)),
        strength: 6,
      };
    case 'is':
      return {
        set: row(
          typesetExpr(f.subject),
          words(`is ${attributeText(f.attribute, f.adjoint === true)}`),
        ),
        strength: 6,
      };
    case 'off':
      return { set: row(typesetExpr(f.subject), words(`off the kinks of ${f.fn}`)), strength: 6 };
    case 'unsaid':
      return { set: words(f.text), strength: 6 };
    case 'not':
      return { set: row(sign('\\lnot'), typesetPart(f.body, 7)), strength: 5 };
    case 'forall':
    case 'exists':
      return {
        set: tight(
          row(sign(`\\${f.kind}`), list(f.variables.map(typesetDeclaration))),
          sign('.\\ '),
          typesetFormula(f.body),
        ),
        strength: 0,
      };
    case 'each': {
      const range = row(
        sign('\\forall'),
        typesetName(f.range.index),
        sign('\\in'),
        tight(
          sign('\\{'),
          list([numeral('1'), sign('\\dots'), typesetDim(f.range.to)]),
          sign('\\}'),
        ),
      );
      return { set: tight(range, sign('.\\ '), typesetFormula(f.body)), strength: 0 };
    }
    default: {
      const [name, strength, left, right] = connectives[f.kind];
      return {
        set: row(typesetPart(f.left, left), sign(name), typesetPart(f.right, right)),
        strength,
      };
    }
  }
};

/** A formula in a place that wants it at least so binding: in parentheses where it is not. */
export const typesetPart = (f: Formula, wanted: number): Typeset => wrap(writeFormula(f), wanted);

export const typesetFormula = (f: Formula): Typeset => writeFormula(f).set;

/** Declarations and hypotheses, and the conclusion. */
export const typesetClaim = (
  of: Claim,
): { readonly given: readonly Typeset[]; readonly conclusion: Typeset } => {
  const claim = asWritten(of);
  return {
    given: [
      ...claim.declarations.map(typesetDeclaration),
      ...claim.random.map(typesetRandom),
      ...claim.hypotheses.map(typesetFormula),
    ],
    conclusion: typesetFormula(claim.conclusion),
  };
};
