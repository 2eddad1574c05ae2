/** Property test: a printed claim parses to the same claim. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  claimHash,
  claimLatex,
  claimText,
  definedness,
  formulaText,
  parseClaim,
  type Claim,
  type Expr,
  type Formula,
  type Shape,
} from '../../src/language/index.ts';
import { bare } from './bare.ts';

/** Declarations of every kind that the random formulas below draw on. */
const header = parseClaim(
  'A, B: n×n; W: m×n; x, y: n; u: m; r: 1×n; a, b: scalar positive; p: R^n -> R; F: R^n -> R^m; g: R -> R; f: R^n × R -> R; phi: activation; q[i]: n for i in 1..N; Q[i]: n×n symmetric for i in 1..N |- A = A',
);

const span = { start: 0, end: 0 };
const op = (operator: string, shape: Shape, ...args: readonly Expr[]): Expr => ({
  kind: 'operator',
  operator,
  args,
  params: [],
  shape,
  span,
});
const variable = (name: string, shape: Shape): Expr => ({
  kind: 'variable',
  name,
  index: null,
  shape,
  span,
});

interface Exprs {
  readonly scalar: fc.Arbitrary<Expr>;
  readonly vector: fc.Arbitrary<Expr>;
  readonly matrix: fc.Arbitrary<Expr>;
}

const leaves: Exprs = {
  scalar: fc.oneof(
    fc
      .constantFrom('0', '1', '2', '1/2', '-1', '-3/4', '12')
      .map((value): Expr => ({ kind: 'number', value, shape: [], span })),
    fc.constantFrom('a', 'b').map((name) => variable(name, [])),
    fc
      .constantFrom('n', 'm', 'N')
      .map((dim): Expr => ({ kind: 'dimension', dim, shape: [], span })),
  ),
  vector: fc.constantFrom('x', 'y').map((name) => variable(name, ['n'])),
  matrix: fc.constantFrom('A', 'B').map((name) => variable(name, ['n', 'n'])),
};

/**
 * Random typed trees of one more level, in the form that reading gives: numbers folded, shapes
 * settled.
 */
const higher = ({ scalar: s, vector: v, matrix: M }: Exprs): Exprs => {
  const notNumber = s.filter((e) => e.kind !== 'number');
  const member = fc.constantFrom<{ name: string | null; offset: number }>(
    { name: null, offset: 1 },
    { name: null, offset: 2 },
  );
  const sum = (body: fc.Arbitrary<Expr>, shape: Shape, of: string): fc.Arbitrary<Expr> =>
    fc
      .tuple(body, fc.constantFrom<'sum' | 'mean'>('sum', 'mean'))
      .map(
        ([e, how]): Expr => ({
          kind: 'reduce',
          how,
          range: { index: 'k', to: 'N', span },
          told: true,
          shape,
          span,
          body: op(
            'add',
            shape,
            e,
            of === 'q'
              ? { kind: 'variable', name: 'q', index: { name: 'k', offset: 0 }, shape, span }
              : { kind: 'variable', name: 'Q', index: { name: 'k', offset: 0 }, shape, span },
          ),
        }),
      )
      .filter(
        (e) =>
          e.kind === 'reduce' &&
          !JSON.stringify(
            bare(e.kind === 'reduce' && e.body.kind === 'operator' ? e.body.args[0] : null),
          ).includes('"reduce"'),
      );
  return {
    scalar: fc.oneof(
      leaves.scalar,
      fc.tuple(fc.constantFrom('add', 'sub', 'mul'), s, s).map(([o, l, r]) => op(o, [], l, r)),
      fc.tuple(s, notNumber).map(([l, r]) => op('div', [], l, r)),
      notNumber.map((e) => op('neg', [], e)),
      fc
        .tuple(s, fc.constantFrom('2', '3', '-1', '1/2'))
        .map(([e, k]) => op('pow', [], e, { kind: 'number', value: k, shape: [], span })),
      fc.tuple(v, v).map(([l, r]) => op('mul', [], op('transpose', ['1', 'n'], l), r)),
      fc
        .tuple(fc.constantFrom('tr', 'det', 'norm', 'rank', 'sigma_max'), M)
        .map(([o, e]) => op(o, [], e)),
      v.map((e) => op('bars', [], e)),
      s.map((e) => op('bars', [], e)),
      v.map(
        (e): Expr => ({
          kind: 'call',
          fn: 'p',
          builtin: false,
          index: null,
          order: 0,
          args: [e],
          shape: [],
          span,
        }),
      ),
      fc.tuple(v, s).map(
        ([e, t]): Expr => ({
          kind: 'call',
          fn: 'f',
          builtin: false,
          index: null,
          order: 0,
          args: [e, t],
          shape: [],
          span,
        }),
      ),
      fc.tuple(s, fc.nat({ max: 2 })).map(
        ([e, order]): Expr => ({
          kind: 'call',
          fn: 'g',
          builtin: false,
          index: null,
          order,
          args: [e],
          shape: [],
          span,
        }),
      ),
      M.map(
        (e): Expr => ({
          kind: 'operator',
          operator: 'lambda',
          args: [e],
          params: [2],
          shape: [],
          span,
        }),
      ),
    ),
    vector: fc.oneof(
      leaves.vector,
      fc.constant(op('transpose', ['n'], variable('r', ['1', 'n']))),
      member.map((index): Expr => ({ kind: 'variable', name: 'q', index, shape: ['n'], span })),
      fc
        .tuple(fc.constantFrom('add', 'sub', 'hadamard'), v, v)
        .map(([o, l, r]) => op(o, ['n'], l, r)),
      fc.tuple(M, v).map(([l, r]) => op('mul', ['n'], l, r)),
      fc.tuple(s, v).map(([l, r]) => op('mul', ['n'], l, r)),
      fc
        .tuple(v, s)
        .map(([l, r]) => op('div', ['n'], l, r))
        .filter(
          (e) =>
            e.kind === 'operator' &&
            bare(e.args[1]) !== null &&
            !JSON.stringify(bare(e.args[1])).includes('"value":"0","shape":[]}'),
        ),
      v.map((e) => op('neg', ['n'], e)),
      fc.tuple(fc.constantFrom('relu', 'phi', 'tanh'), fc.nat({ max: 2 }), v).map(
        ([fn, order, e]): Expr => ({
          kind: 'call',
          fn,
          builtin: fn !== 'phi',
          index: null,
          order,
          args: [e],
          shape: ['n'],
          span,
        }),
      ),
      v.map(
        (e): Expr => ({
          kind: 'jet',
          which: 'grad',
          fn: 'p',
          index: null,
          args: [e],
          shape: ['n'],
          span,
        }),
      ),
      s.map(
        (e): Expr => ({
          kind: 'derivative',
          which: 'grad',
          by: 'x',
          index: null,
          body: e,
          shape: ['n'],
          span,
        }),
      ),
      fc.tuple(s, member).map(
        ([e, index]): Expr => ({
          kind: 'derivative',
          which: 'grad',
          by: 'q',
          index,
          body: e,
          shape: ['n'],
          span,
        }),
      ),
      sum(v, ['n'], 'q'),
    ),
    matrix: fc.oneof(
      leaves.matrix,
      fc
        .tuple(fc.constantFrom('add', 'sub', 'hadamard', 'mul'), M, M)
        .map(([o, l, r]) => op(o, ['n', 'n'], l, r)),
      fc.tuple(M).map(([l]) =>
        op('add', ['n', 'n'], l, {
          kind: 'constant',
          which: 'identity',
          shape: ['n', 'n'],
          span,
        }),
      ),
      fc
        .tuple(M)
        .map(([l]) =>
          op('sub', ['n', 'n'], { kind: 'constant', which: 'zero', shape: ['n', 'n'], span }, l),
        ),
      fc
        .tuple(fc.constantFrom('neg', 'transpose', 'inv', 'pinv'), M)
        .map(([o, e]) => op(o, ['n', 'n'], e)),
      M.map((e) => op('pow', ['n', 'n'], e, { kind: 'number', value: '2', shape: [], span })),
      fc.tuple(v, v).map(([l, r]) => op('mul', ['n', 'n'], l, op('transpose', ['1', 'n'], r))),
      v.map((e) => op('diag', ['n', 'n'], e)),
      fc.tuple(s, M).map(([l, r]) => op('mul', ['n', 'n'], l, r)),
      s.map(
        (e): Expr => ({
          kind: 'derivative',
          which: 'hess',
          by: 'x',
          index: null,
          body: e,
          shape: ['n', 'n'],
          span,
        }),
      ),
      v.map(
        (e): Expr => ({
          kind: 'derivative',
          which: 'jac',
          by: 'y',
          index: null,
          body: e,
          shape: ['n', 'n'],
          span,
        }),
      ),
      v.map(
        (e): Expr => ({
          kind: 'jet',
          which: 'hess',
          fn: 'p',
          index: null,
          args: [e],
          shape: ['n', 'n'],
          span,
        }),
      ),
      sum(M, ['n', 'n'], 'Q'),
    ),
  };
};

const { scalar, vector, matrix } = higher(higher(higher(leaves)));

const simple: fc.Arbitrary<Formula> = fc.oneof(
  fc
    .tuple(scalar, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), scalar)
    .map(
      ([left, relation, right]): Formula =>
        ({ kind: 'relation', relation, left, right, span }) as Formula,
    ),
  fc
    .tuple(vector, fc.constantFrom('=', '!=', '~~'), vector)
    .map(
      ([left, relation, right]): Formula =>
        ({ kind: 'relation', relation, left, right, span }) as Formula,
    ),
  fc
    .tuple(matrix, fc.constantFrom('=', '>>=', '<<=', '~~'), matrix)
    .map(
      ([left, relation, right]): Formula =>
        ({ kind: 'relation', relation, left, right, span }) as Formula,
    ),
  matrix.map((subject): Formula => ({ kind: 'is', subject, attribute: 'one-to-one', span })),
  vector.chain((of) =>
    fc.constantFrom<'forall' | 'exists'>('forall', 'exists').map(
      (kind): Formula => ({
        kind,
        span,
        variables: [
          {
            name: 'v',
            type: { kind: 'tensor', shape: ['n'] },
            attributes: ['nonzero'],
            family: null,
            span,
          },
        ],
        body: { kind: 'relation', relation: '=', left: variable('v', ['n']), right: of, span },
      }),
    ),
  ),
  fc.constant<Formula>({
    kind: 'each',
    range: { index: 'j', to: 'N', span },
    span,
    body: {
      kind: 'relation',
      relation: '>',
      left: { kind: 'index', name: 'j', shape: [], span },
      right: { kind: 'number', value: '0', shape: [], span },
      span,
    },
  }),
);

const joined = (f: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> =>
  fc.oneof(
    f,
    fc
      .tuple(fc.constantFrom('and', 'or', 'implies', 'iff'), f, f)
      .map(([kind, left, right]): Formula => ({ kind, left, right, span }) as Formula),
    f.map((body): Formula => ({ kind: 'not', body, span })),
  );

const formula = joined(joined(joined(simple)));

/**
 * Trees that no text denotes: a plain 0 next to a number is a number, numbers are folded, 0 divides
 * nothing.
 */
const readable = (f: Formula): boolean => {
  const text = formulaText(f);
  return text.length < 3000 && !/\/ \(?0\)?(?![.\d])/.test(text);
};

test('a random claim is printed, read and printed to the same text and tree', () => {
  fc.assert(
    fc.property(
      fc.array(formula.filter(readable), { maxLength: 2 }),
      formula.filter(readable),
      (hypotheses, conclusion) => {
        const claim: Claim = { ...header, hypotheses, conclusion };
        const text = claimText(claim);
        const read = parseClaim(text);
        expect(claimText(read)).toBe(text);
        expect(bare(read)).toEqual(bare(claim));
        expect(claimHash(read)).toBe(claimHash(claim));
        expect(() => definedness(read)).not.toThrow();
        const latex = claimLatex(read);
        expect(latex).not.toMatch(/undefined|\[object|\?/);
        expect(latex.split('{').length).toBe(latex.split('}').length);
        expect(latex.split('\\left').length).toBe(latex.split('\\right').length);
      },
    ),
    { numRuns: 400 },
  );
});

test('the range of a sum is left out where it is that of the family behind the index, and there alone', () => {
  const written = (sum: string): string =>
    claimText(parseClaim(`x[i]: n for i in 1..N |- forall l in 1..N. ${sum} = 0`));
  expect(written('sum[k in 1..N](x[k])')).toBe(written('sum[k](x[k])'));
  for (const range of ['1..N-1', '1..l', '1..l-1'])
    expect(written(`sum[k in ${range}](x[k])`)).toContain(`sum[k in ${range}](x[k])`);
});
