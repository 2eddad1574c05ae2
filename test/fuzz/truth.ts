/**
 * Whether a claim of the fuzzer holds at a point: by its own evaluator, with margins for rounding.
 */
import * as l from './linear.ts';
import type { Claim, Declared, Expr, Formula } from './tree.ts';
import { isZero, Open, Undefined, value, type Point } from './value.ts';

export type Truth = 'holds' | 'fails' | 'open' | 'undefined';

/**
 * Differences up to `equal` count as equality, those above `apart` as inequality; the rest is open.
 */
const equal = 1e-10;
const apart = 1e-3;

/** Among numbers above this, a small positive one is lost in rounding. */
const vast = 1e6;

const order = (x: number, strict: boolean, scale: number): Truth => {
  if (Math.abs(x) > apart * scale) return x > 0 ? 'holds' : 'fails';
  if (Math.abs(x) > equal * scale || (strict && scale > vast)) return 'open';
  return strict ? 'fails' : 'holds';
};

const all = (list: readonly Truth[]): Truth =>
  list.includes('fails') ? 'fails' : list.includes('open') ? 'open' : 'holds';

const opposite = (t: Truth): Truth => (t === 'holds' ? 'fails' : t === 'fails' ? 'holds' : t);

function compare(sign: string, a: l.Matrix, b: l.Matrix): Truth {
  const scale = 1 + l.largest(a) + l.largest(b);
  if (!Number.isFinite(scale)) return 'open';
  const gap = l.sub(a, b);
  switch (sign) {
    case '=': {
      const size = l.largest(gap);
      return size <= equal * scale ? 'holds' : size > apart * scale ? 'fails' : 'open';
    }
    case '!=':
      return opposite(compare('=', a, b));
    case '<=':
    case '<':
      return all(gap.d.map((x) => order(-x, sign === '<', scale)));
    case '>=':
    case '>':
      return all(gap.d.map((x) => order(x, sign === '>', scale)));
    case '<<=':
      return compare('>>=', b, a);
    case '>>=': {
      if (l.largest(l.sub(gap, l.transposed(gap))) > apart * scale) return 'fails';
      return order(l.eigen(gap).values.at(-1) as number, false, scale);
    }
    case '~~':
      return proportional(a, b);
    default:
      return 'open';
  }
}

function proportional(a: l.Matrix, b: l.Matrix): Truth {
  const dot = a.d.reduce((s, x, i) => s + x * (b.d[i] as number), 0);
  const [p, q] = [a, b].map((m) => m.d.reduce((s, x) => s + x * x, 0)) as [number, number];
  if (isZero(p) || isZero(q)) return isZero(p) && isZero(q) ? 'holds' : 'fails';
  const off = p * q - dot * dot;
  if (off > apart * (1 + p * q)) return 'fails';
  return off > 1e-12 * p * q ? 'open' : dot > 0 ? 'holds' : 'fails';
}

const rankIs = (a: l.Matrix, full: number): Truth => {
  const r = l.rank(a);
  return r === null ? 'open' : r === full ? 'holds' : 'fails';
};

export function hasAttribute(a: l.Matrix, attribute: string): Truth {
  const t = l.transposed(a);
  const zeroWhere = (where: (i: number, j: number) => boolean): Truth =>
    compare(
      '=',
      l.matrix(a.r, a.c, (i, j) => (where(i, j) ? l.get(a, i, j) : 0)),
      l.scaled(0, a),
    );
  switch (attribute) {
    case 'symmetric':
      return compare('=', a, t);
    case 'antisymmetric':
      return compare('=', a, l.scaled(-1, t));
    case 'diagonal':
      return zeroWhere((i, j) => i !== j);
    case 'lower':
      return zeroWhere((i, j) => j > i);
    case 'upper':
      return zeroWhere((i, j) => j < i);
    case 'orthogonal':
      return compare('=', l.product(t, a), l.identity(a.c));
    case 'projector':
      return compare('=', l.product(a, a), a);
    case 'invertible':
      return rankIs(a, a.r);
    case 'psd':
      return compare('>>=', a, l.scaled(0, a));
    case 'pd': {
      const s = hasAttribute(a, 'symmetric');
      return s === 'holds' ? order(l.eigen(a).values.at(-1) as number, true, 1 + l.largest(a)) : s;
    }
    case 'onto':
      return rankIs(a, a.r);
    case 'one-to-one':
      return rankIs(a, a.c);
    case 'positive':
      return compare('>', a, l.scaled(0, a));
    case 'nonnegative':
      return compare('>=', a, l.scaled(0, a));
    case 'nonzero':
      return isZero(l.largest(a)) ? 'fails' : 'holds';
    case 'unit':
      return compare('=', l.scalar(a.d.reduce((s, x) => s + x * x, 0)), l.scalar(1));
    default:
      return 'open';
  }
}

/** Values for a bound name, from the caller's sampler. */
export type Draw = (d: Declared, p: Point) => readonly l.Matrix[];

const settled = (f: () => Truth): Truth => {
  try {
    return f();
  } catch (error) {
    if (error instanceof Undefined) return 'undefined';
    if (error instanceof Open) return 'open';
    throw error;
  }
};

export function truth(f: Formula, p: Point, draw: Draw): Truth {
  switch (f.kind) {
    case 'relation': {
      const [a, b] = f.sides;
      return settled(() => compare(f.sign, value(a, p), value(b, p)));
    }
    case 'is':
      return settled(() => hasAttribute(value(f.of, p), f.attribute));
    case 'not':
      return opposite(truth(f.body, p, draw));
    case 'and':
    case 'or':
    case '=>':
      return joined(f.kind, truth(f.parts[0], p, draw), () => truth(f.parts[1], p, draw));
    case '<=>': {
      const [a, b] = [truth(f.parts[0], p, draw), truth(f.parts[1], p, draw)];
      if (a === 'undefined' || b === 'undefined') return 'undefined';
      return a === 'open' || b === 'open' ? 'open' : a === b ? 'holds' : 'fails';
    }
    default: {
      const wanted = f.kind === 'forall' ? 'fails' : 'holds';
      const found = draw(f.by, p).some((x) => {
        const at = { ...p, values: new Map([...p.values, [f.by.name, x]]) };
        const meant = all(f.by.attributes.map((a) => settled(() => hasAttribute(x, a))));
        return meant === 'holds' && truth(f.body, at, draw) === wanted;
      });
      return found ? wanted : 'open';
    }
  }
}

const joined = (kind: 'and' | 'or' | '=>', a: Truth, second: () => Truth): Truth => {
  if (a === 'undefined') return a;
  if (kind === '=>') return joined('or', opposite(a), second);
  if (a === (kind === 'and' ? 'fails' : 'holds') || a === 'open') return a;
  return second();
};

/**
 * `fails` only where all hypotheses hold and the conclusion fails; `holds` only where it is plainly
 * true or idle.
 */
export function claimTruth(c: Claim, p: Point, draw: Draw): Truth {
  const fixed = c.declared.filter((d) => d.law === undefined && d.sort === 'tensor');
  const values = (d: Declared): readonly l.Matrix[] => {
    const v = p.values.get(d.name);
    return Array.isArray(v) ? (v as readonly l.Matrix[]) : [v as l.Matrix];
  };
  const granted = all([
    ...fixed.flatMap((d) =>
      values(d).flatMap((v) => d.attributes.map((a) => settled(() => hasAttribute(v, a)))),
    ),
    ...c.hypotheses.map((h) => truth(h, p, draw)).map((t) => (t === 'undefined' ? 'open' : t)),
  ]);
  if (granted !== 'holds') return granted === 'fails' ? 'holds' : 'open';
  return truth(c.conclusion, p, draw);
}

export const sidesAt = (e: readonly Expr[], p: Point): string =>
  e
    .map((side) => {
      try {
        return JSON.stringify(value(side, p).d);
      } catch (error) {
        return (error as Error).constructor.name;
      }
    })
    .join(' against ');
