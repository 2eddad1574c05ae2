/** Norms, eigenvalues, ranks and the cited theorems about them, stated a second time from their definitions. */
import { mentions } from './calculus.ts';
import { both, compare, equal, is, not, quantify, type Formula } from './formula.ts';
import type { Table } from './facts.ts';
import { demand, q, refuse } from './rational.ts';
import {
  add,
  constant,
  ein,
  identity,
  inverse,
  jet,
  less,
  operation,
  scale,
  size,
  variable,
  zeros,
  type Dim,
  type Term,
} from './term.ts';

const dim = (t: Term, axis: number): Dim => t.shape[axis] as Dim;
const all = (...f: readonly Formula[]): Formula => f.reduce((a, b) => both('and', a, b));
const ifThen = (hypotheses: readonly Formula[], then: Formula): Formula =>
  hypotheses.reduceRight((f, h) => both('implies', h, f), then);
const most = (a: Term, b: Term): Formula => compare(a, b, false);
const zero = zeros([]);
const one = constant(1n);
const minus = (t: Term): Term => scale(q(-1n), t);
const by = (...s: readonly Term[]): Term => s.reduce((a, b) => ein(',->', a, b));
const times = (s: Term, a: Term): Term => ein(',ij->ij', s, a);
const mul = (a: Term, b: Term): Term => ein('ij,jk->ik', a, b);
const flip = (a: Term): Term => ein('ij->ji', a);
const gram = (a: Term): Term => mul(flip(a), a);
const dot = (x: Term, y: Term): Term => ein('i,i->', x, y);
const at = (a: Term, v: Term): Term => ein('ij,j->i', a, v);
const reach = (a: Term, v: Term): Term => dot(at(a, v), at(a, v));
const form = (x: Term, a: Term, y: Term): Term => ein('i,ij,j->', x, a, y);
const squares = (a: Term): Term => ein('ij,ij->', a, a);
const trace = (a: Term): Term => ein('ii->', a);
const [norm, sigma, nuclear, rank] = ['norm', 'sigma_min', 'nuclear', 'rank'].map(
  (name) => (a: Term) => operation(name, a),
) as [(a: Term) => Term, (a: Term) => Term, (a: Term) => Term, (a: Term) => Term];
const det = (a: Term): Term => operation('det', a);
const teller = (m: Dim, p: Dim): Term => operation('pair', zeros([m, p]));
const kron = (a: Term, b: Term): Term =>
  ein('ikr,ij,kl,jls->rs', teller(dim(a, 0), dim(b, 0)), a, b, teller(dim(a, 1), dim(b, 1)));
const lambda = (k: number, a: Term): Term => operation(`lambda.${k}`, a);
const absolute = (s: Term): Term =>
  jet({ name: 'abs', family: [], inputs: [null], output: null }, [0], [s]);
const symmetric = (a: Term): Formula => equal(flip(a), a);

function fresh(stem: string, of: readonly Term[]): string {
  for (let k = 0; ; k++) {
    const name = k === 0 ? stem : `${stem}${k}`;
    if (!of.some((t) => mentions(t, name))) return name;
  }
}
const bound =
  (kind: 'forall' | 'exists') =>
  (
    stem: string,
    shape: readonly Dim[],
    of: readonly Term[],
    body: (x: Term) => Formula,
  ): Formula => {
    const name = fresh(stem, of);
    return quantify(kind, { kind: 'tensor', name, shape }, body(variable(name, shape)));
  };
const [every, some] = [bound('forall'), bound('exists')];
const unit = (v: Term): Formula => equal(dot(v, v), one);

const matrix = (a: Term | undefined): Term =>
  a?.shape.length === 2 ? a : refuse('a matrix is wanted');
const square = (a: Term | undefined): Term =>
  matrix(a).shape[0] === a?.shape[1] ? (a as Term) : refuse('a square matrix is wanted');
const scalar = (s: Term | undefined): Term =>
  s?.shape.length === 0 ? s : refuse('a scalar is wanted');
const vector = (v: Term | undefined, n?: Dim): Term =>
  v?.shape.length === 1 && (n === undefined || v.shape[0] === n)
    ? v
    : refuse('a vector of another dimension is wanted');
function whole(t: Term | undefined): number {
  const m = scalar(t).sum;
  demand(
    m.length === 1 &&
      m[0]?.factors.length === 0 &&
      m[0].powers.size === 0 &&
      m[0].c.d === 1n &&
      m[0].c.n >= 1n &&
      m[0].c.n <= 1000n,
    'a whole number is wanted',
  );
  return Number(m[0]?.c.n);
}
const there = (k: number, a: Term): Formula => most(constant(BigInt(k)), size(dim(a, 0)));

const ofOne = (f: (a: Term) => Formula): Table[string] => [1, (a) => f(matrix(a))];
const ofTwo = (f: (a: Term, b: Term) => Formula): Table[string] => [
  2,
  (a, b) => f(matrix(a), matrix(b)),
];
const ofScaled = (f: (s: Term, a: Term) => Formula): Table[string] => [
  2,
  (s, a) => f(scalar(s), matrix(a)),
];
const ofForm = (f: (a: Term, v: Term) => Formula): Table[string] => [
  2,
  (a, v) => f(matrix(a), vector(v, dim(matrix(a), 1))),
];
const ofKth = (f: (k: number, a: Term) => Formula): Table[string] => [
  2,
  (k, a) => ifThen([symmetric(square(a))], f(whole(k), square(a))),
];
const sends = (a: Term, v: Term): Formula => equal(at(a, v), zeros([dim(a, 0)]));
const tall = (a: Term): Formula => most(size(dim(a, 1)), size(dim(a, 0)));

export const spectra: Table = {
  'rank and shape': ofOne((a) =>
    all(most(zero, rank(a)), most(rank(a), size(dim(a, 0))), most(rank(a), size(dim(a, 1)))),
  ),
  'a dimension is at least 1': [1, (v) => most(one, size(dim(vector(v), 0)))],
  'rank of a product': ofTwo((a, b) =>
    all(most(rank(mul(a, b)), rank(a)), most(rank(mul(a, b)), rank(b))),
  ),
  'rank of a Kronecker product': ofTwo((a, b) => equal(rank(kron(a, b)), by(rank(a), rank(b)))),
  'rank of a sum': ofTwo((a, b) => most(rank(add(a, b)), add(rank(a), rank(b)))),
  'rank inequality of Sylvester': ofTwo((a, b) =>
    most(add(rank(a), rank(b)), add(size(dim(a, 1)), rank(mul(a, b)))),
  ),
  'rank inequality of Frobenius': [
    3,
    (a, b, c) => {
      const [A, B, C] = [matrix(a), matrix(b), matrix(c)];
      const [front, back] = [mul(A, B), mul(B, C)];
      return most(add(rank(front), rank(back)), add(rank(B), rank(mul(A, back))));
    },
  ],
  'rank by a kernel': ofTwo((a, b) => {
    demand(dim(a, 1) === dim(b, 1), 'matrices with as many columns are wanted');
    return ifThen(
      [every('v#', [dim(a, 1)], [a, b], (v) => ifThen([sends(a, v)], sends(b, v)))],
      most(rank(b), rank(a)),
    );
  }),
  'rank of a factorisation': [
    2,
    (a, x) => {
      const [A, k] = [matrix(a), dim(vector(x), 0)];
      return ifThen(
        [most(rank(A), size(k))],
        some('L#', [dim(A, 0), k], [A], (l) =>
          some('R#', [k, dim(A, 1)], [A, l], (r) => equal(A, mul(l, r))),
        ),
      );
    },
  ],
  'rank zero': ofOne((a) => ifThen([most(rank(a), zero)], equal(a, zeros(a.shape)))),
  'rank above a rank': ofTwo((a, b) =>
    ifThen([compare(rank(a), rank(b), true)], most(add(one, rank(a)), rank(b))),
  ),
  'a kernel that is not 0': ofOne((a) =>
    ifThen(
      [compare(rank(a), size(dim(a, 1)), true)],
      some('v#', [dim(a, 1)], [a], (v) => all(not(equal(v, zeros(v.shape))), sends(a, v))),
    ),
  ),

  'the norm is not negative': ofOne((a) => most(zero, norm(a))),
  'the norm bounds': ofForm((a, v) => most(reach(a, v), by(norm(a), norm(a), dot(v, v)))),
  'the norm is attained': ofOne((a) =>
    some('v#', [dim(a, 1)], [a], (v) => all(unit(v), equal(reach(a, v), by(norm(a), norm(a))))),
  ),
  'the norm is least': ofScaled((s, a) =>
    ifThen(
      [
        most(zero, s),
        every('v#', [dim(a, 1)], [a, s], (v) => most(reach(a, v), by(s, s, dot(v, v)))),
      ],
      most(norm(a), s),
    ),
  ),
  'the norm bounds a form': [
    3,
    (a, x, y) => {
      const [A, u, v] = [matrix(a), vector(x, dim(matrix(a), 0)), vector(y, dim(matrix(a), 1))];
      return most(by(form(u, A, v), form(u, A, v)), by(norm(A), norm(A), dot(u, u), dot(v, v)));
    },
  ],
  'the norm bounds a quadratic form': ofForm((a, v) => {
    const bar = by(norm(square(a)), dot(v, v));
    return all(most(form(v, a, v), bar), most(minus(form(v, a, v)), bar));
  }),
  'norm of the transpose': ofOne((a) => equal(norm(flip(a)), norm(a))),
  'norm of the negative': ofOne((a) => equal(norm(minus(a)), norm(a))),
  'norm of a sum': ofTwo((a, b) => most(norm(add(a, b)), add(norm(a), norm(b)))),
  'norm of a product': ofTwo((a, b) => most(norm(mul(a, b)), by(norm(a), norm(b)))),
  'norm of a multiple': ofScaled((s, a) => equal(norm(times(s, a)), by(absolute(s), norm(a)))),
  'norm of a positive multiple': ofScaled((s, a) =>
    ifThen([most(zero, s)], equal(norm(times(s, a)), by(s, norm(a)))),
  ),
  'norm of a Gram matrix': ofOne((a) => equal(norm(gram(a)), by(norm(a), norm(a)))),
  'norm of an outer product': [
    2,
    (x, y) => {
      const outer = ein('i,j->ij', vector(x), vector(y));
      return equal(
        by(norm(outer), norm(outer)),
        by(dot(vector(x), vector(x)), dot(vector(y), vector(y))),
      );
    },
  ],
  'norm of the identity': ofOne((a) => equal(norm(identity(dim(square(a), 0))), one)),
  'norm under an isometry': ofTwo((u, a) =>
    ifThen([equal(gram(u), identity(dim(u, 1)))], equal(norm(mul(u, a)), norm(a))),
  ),
  'norm and Frobenius norm': ofOne((a) =>
    all(most(by(norm(a), norm(a)), squares(a)), most(squares(a), by(rank(a), norm(a), norm(a)))),
  ),
  'Frobenius norm of a product': ofTwo((a, b) =>
    all(
      most(squares(mul(a, b)), by(norm(a), norm(a), squares(b))),
      most(squares(mul(a, b)), by(norm(b), norm(b), squares(a))),
    ),
  ),
  'norm of a symmetric matrix': ofOne((a) =>
    ifThen(
      [symmetric(square(a))],
      both('or', equal(norm(a), lambda(1, a)), equal(norm(a), lambda(1, minus(a)))),
    ),
  ),
  'norm of the inverse': ofOne((a) =>
    ifThen([is('invertible', square(a))], equal(by(norm(inverse(a)), sigma(a)), one)),
  ),

  'a pd matrix is psd': ofOne((a) => both('implies', is('pd', square(a)), is('psd', square(a)))),
  'det of a definite matrix': ofOne((a) =>
    all(
      ifThen([is('psd', square(a))], most(zero, det(a))),
      ifThen([is('pd', a)], compare(zero, det(a), true)),
    ),
  ),
  'trace of a definite matrix': ofOne((a) =>
    ifThen([is('pd', square(a))], compare(zero, trace(a), true)),
  ),
  'a form that vanishes': ofForm((a, v) =>
    ifThen([is('psd', square(a)), equal(form(v, a, v), zero)], equal(at(a, v), zeros([dim(a, 0)]))),
  ),
  'trace of a product of psd matrices': ofTwo((a, b) =>
    ifThen([is('psd', square(a)), is('psd', square(b))], most(zero, trace(mul(a, b)))),
  ),
  'product of commuting psd matrices': ofTwo((a, b) =>
    ifThen(
      [is('psd', square(a)), is('psd', square(b)), equal(mul(a, b), mul(b, a))],
      is('psd', mul(a, b)),
    ),
  ),
  'inverses in the opposite order': ofTwo((a, b) =>
    ifThen(
      [is('pd', square(b)), is('psd', less(square(a), b))],
      is('psd', less(inverse(b), inverse(a))),
    ),
  ),
  'determinants in the same order': ofTwo((a, b) =>
    ifThen([is('psd', square(b)), is('psd', less(square(a), b))], most(det(b), det(a))),
  ),

  'sigma_min is not negative': ofOne((a) => most(zero, sigma(a))),
  'sigma_min bounds': ofForm((a, v) =>
    ifThen([tall(a)], most(by(sigma(a), sigma(a), dot(v, v)), reach(a, v))),
  ),
  'sigma_min is attained': ofOne((a) =>
    ifThen(
      [tall(a)],
      some('v#', [dim(a, 1)], [a], (v) => all(unit(v), equal(reach(a, v), by(sigma(a), sigma(a))))),
    ),
  ),
  'sigma_min of the transpose': ofOne((a) => equal(sigma(flip(a)), sigma(a))),
  'sigma_min and norm': ofOne((a) => most(sigma(a), norm(a))),
  'sigma_min and rank': ofOne((a) => {
    const positive = compare(zero, sigma(a), true);
    const full = ['onto', 'one-to-one'].map((p) => is(p, a)) as [Formula, Formula];
    return all(
      ifThen([full[0]], positive),
      ifThen([full[1]], positive),
      ifThen([positive], both('or', ...full)),
    );
  }),

  'the nuclear norm is not negative': ofOne((a) => most(zero, nuclear(a))),
  'nuclear duality': ofTwo((a, b) => most(ein('ij,ij->', a, b), by(norm(a), nuclear(b)))),
  'the nuclear norm is attained': ofOne((b) =>
    some('U#', b.shape, [b], (u) =>
      all(most(norm(u), one), equal(ein('ij,ij->', u, b), nuclear(b))),
    ),
  ),
  'nuclear norm of the transpose': ofOne((a) => equal(nuclear(flip(a)), nuclear(a))),
  'nuclear norm of a sum': ofTwo((a, b) => most(nuclear(add(a, b)), add(nuclear(a), nuclear(b)))),
  'nuclear norm of a multiple': ofScaled((s, a) =>
    equal(nuclear(times(s, a)), by(absolute(s), nuclear(a))),
  ),
  'nuclear norm and norm': ofOne((a) =>
    all(most(norm(a), nuclear(a)), most(nuclear(a), by(rank(a), norm(a)))),
  ),
  'nuclear norm and Frobenius norm': ofOne((a) =>
    all(
      most(squares(a), by(nuclear(a), nuclear(a))),
      most(by(nuclear(a), nuclear(a)), by(rank(a), squares(a))),
    ),
  ),
  'nuclear norm of a psd matrix': ofOne((a) => ifThen([is('psd', a)], equal(nuclear(a), trace(a)))),

  'the largest eigenvalue bounds': ofForm((a, v) =>
    ifThen([symmetric(square(a))], most(form(v, a, v), by(lambda(1, a), dot(v, v)))),
  ),
  'an eigenvalue is attained': ofKth((k, a) =>
    ifThen(
      [there(k, a)],
      some('v#', [dim(a, 0)], [a], (v) =>
        all(unit(v), equal(at(a, v), ein(',i->i', lambda(k, a), v))),
      ),
    ),
  ),
  'eigenvalues descend': ofKth((k, a) =>
    ifThen([there(k + 1, a)], most(lambda(k + 1, a), lambda(k, a))),
  ),
  'the second eigenvalue bounds': [
    3,
    (a, x, y) => {
      const [A, v, w] = [square(a), vector(x, dim(square(a), 0)), vector(y, dim(square(a), 0))];
      return ifThen(
        [
          symmetric(A),
          there(2, A),
          unit(v),
          equal(at(A, v), ein(',i->i', lambda(1, A), v)),
          equal(dot(v, w), zero),
        ],
        most(form(w, A, w), by(lambda(2, A), dot(w, w))),
      );
    },
  ],
  'eigenvalue and norm': ofKth((k, a) =>
    ifThen([there(k, a)], all(most(lambda(k, a), norm(a)), most(minus(norm(a)), lambda(k, a)))),
  ),
  'largest eigenvalue of a Gram matrix': ofOne((a) =>
    equal(lambda(1, gram(a)), by(norm(a), norm(a))),
  ),
  'eigenvalues of a psd matrix': [
    2,
    (k, a) =>
      ifThen(
        [is('psd', square(a)), there(whole(k), square(a))],
        all(
          most(zero, lambda(whole(k), square(a))),
          most(lambda(whole(k), square(a)), trace(square(a))),
        ),
      ),
  ],
  'eigenvalue of a multiple': [
    3,
    (s, k, a) => {
      const [c, A] = [scalar(s), square(a)];
      return ifThen(
        [symmetric(A), there(whole(k), A), most(zero, c)],
        equal(lambda(whole(k), times(c, A)), by(c, lambda(whole(k), A))),
      );
    },
  ],
  'eigenvalue of a shift': [
    3,
    (s, k, a) => {
      const [c, A] = [scalar(s), square(a)];
      return ifThen(
        [symmetric(A), there(whole(k), A)],
        equal(lambda(whole(k), add(A, times(c, identity(dim(A, 0))))), add(lambda(whole(k), A), c)),
      );
    },
  ],
  'square root': ofOne((a) =>
    ifThen(
      [is('psd', a)],
      some('R#', a.shape, [a], (r) => all(is('psd', r), equal(a, mul(r, r)))),
    ),
  ),
  'spectral theorem': ofOne((a) =>
    ifThen(
      [symmetric(square(a))],
      some('U#', a.shape, [a], (u) =>
        some('d#', [dim(a, 0)], [a, u], (d) =>
          all(
            equal(gram(u), identity(dim(a, 0))),
            equal(gram(flip(u)), identity(dim(a, 0))),
            equal(a, ein('ik,k,jk->ij', u, d, u)),
          ),
        ),
      ),
    ),
  ),
};

const ofPair =
  (f: (a: Term, b: Term) => Formula): ((a: Term | undefined, b: Term | undefined) => Formula) =>
  (a, b) =>
    ifThen([symmetric(square(a)), symmetric(square(b))], f(square(a), square(b)));

export const citedSpectra: Table = {
  Weyl: [
    3,
    (k, a, b) =>
      ofPair((A, B) => {
        const [x, y, gap, i] = [
          lambda(whole(k), A),
          lambda(whole(k), B),
          norm(less(A, B)),
          whole(k),
        ];
        return ifThen([there(i, A)], all(most(less(x, y), gap), most(less(y, x), gap)));
      })(a, b),
  ],
  'Weyl, sums': [
    4,
    (j, k, a, b) =>
      ofPair((A, B) => {
        const i = whole(j) + whole(k) - 1;
        return ifThen(
          [there(i, A)],
          most(lambda(i, add(A, B)), add(lambda(whole(j), A), lambda(whole(k), B))),
        );
      })(a, b),
  ],
  'Weyl, monotone': [
    3,
    (k, a, b) =>
      ofPair((A, B) =>
        ifThen(
          [there(whole(k), A), is('psd', less(A, B))],
          most(lambda(whole(k), B), lambda(whole(k), A)),
        ),
      )(a, b),
  ],
  'Weyl, singular values': ofTwo((a, b) =>
    all(
      most(less(sigma(a), sigma(b)), norm(less(a, b))),
      most(less(sigma(b), sigma(a)), norm(less(a, b))),
    ),
  ),
  'Eckart and Young': ofTwo((a, b) =>
    ifThen(
      [0, 1].map((axis) => compare(rank(b), size(dim(a, axis)), true)),
      most(sigma(a), norm(less(a, b))),
    ),
  ),
  'Yu, Wang and Samworth': [
    4,
    (a, b, x, y) =>
      ofPair((A, B) => {
        const [v, u] = [vector(x, dim(A, 0)), vector(y, dim(A, 0))];
        const [gap, moved] = [less(lambda(1, A), lambda(2, A)), norm(less(B, A))];
        const top = (M: Term, w: Term): Formula => equal(at(M, w), ein(',i->i', lambda(1, M), w));
        return ifThen(
          [there(2, A), unit(v), unit(u), top(A, v), top(B, u)],
          most(by(gap, gap, less(one, by(dot(u, v), dot(u, v)))), by(constant(4n), moved, moved)),
        );
      })(a, b),
  ],
  'polar decomposition': ofOne((a) => {
    const [m, n] = [dim(a, 0), dim(a, 1)];
    return ifThen(
      [most(size(m), size(n))],
      some('S#', [m, m], [a], (s) =>
        some('R#', [m, n], [a, s], (r) =>
          all(is('psd', s), equal(a, mul(s, r)), equal(mul(r, flip(r)), identity(m))),
        ),
      ),
    );
  }),
  'Ky Fan': [
    2,
    (a, u) => {
      const [A, U] = [square(a), matrix(u)];
      const k = dim(U, 1);
      demand(dim(U, 0) === dim(A, 0) && /^[1-9]\d?$/.test(k), 'a number of columns is wanted');
      const sum = [...Array(Number(k)).keys()]
        .map((j) => lambda(j + 1, A))
        .reduce((p, t) => add(p, t));
      return ifThen(
        [symmetric(A), equal(gram(U), identity(k))],
        most(ein('ia,ij,ja->', U, A, U), sum),
      );
    },
  ],
};
