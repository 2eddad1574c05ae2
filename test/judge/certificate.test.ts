/** Tests that the judge checks certificates. */
import { describe, expect, it } from 'vitest';
import { judgeCertificate, type Certificate } from '../../src/judge/certificate.ts';
import {
  add,
  contract,
  dimension,
  identity,
  inverse,
  jet,
  number,
  permute,
  scale,
  operation,
  variable,
  zeros,
} from '../../src/kernel/graph.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import type { FunctionSymbol, Term } from '../../src/kernel/term.ts';
import { hole } from '../../src/kernel/theorem.ts';
import { hole as judgesHole } from '../../src/judge/hole.ts';
import { random } from '../../src/numbers/random.ts';

const times = (...terms: readonly Term[]): Term =>
  terms.reduce((a, b) => contract([a, b], ['ij', 'jk'], 'ik'));
const transposed = (a: Term): Term => permute(a, [1, 0]);
const minus = (a: Term, b: Term): Term => add(a, scale(ratio(-1n), b));
const [W, Q, c] = [variable('W', ['m', 'n']), variable('Q', ['m', 'm']), variable('c', [])];
const [R, A, B] = [variable('R', ['n', 'm']), variable('A', ['n', 'n']), variable('B', ['n', 'n'])];
const box = (...shape: readonly string[]): Term => variable(hole, shape);
const tr = (a: Term): Term => contract([a], ['ii'], '');

const ring = (
  left: Term,
  right: Term,
  symmetries: Certificate['symmetries'] = [],
): Certificate => ({ left, right, uses: [], symmetries });
const passes = (certificate: Certificate): boolean => {
  const ruling = judgeCertificate(certificate, random(3));
  if (ruling.holds) expect(ruling.decisive).toBe(true);
  return ruling.holds;
};

/** I = c Q, from W'W = c W'QW inside R' □ R and W R = I inside three more contexts. */
function cancellation(): Certificate {
  const gram = {
    left: times(transposed(W), W),
    right: contract([c, times(transposed(W), Q, W)], ['', 'ij'], 'ij'),
  };
  const onto = { left: times(W, R), right: identity('m') };
  const wr = times(W, R);
  // R'W'WR − I and its weighted form, each taken apart by W R = I twice
  return {
    left: identity('m'),
    right: contract([c, Q], ['', 'ij'], 'ij'),
    symmetries: [],
    uses: [
      { equation: gram, context: times(transposed(R), box('n', 'n'), R) },
      {
        equation: onto,
        context: scale(ratio(-1n), contract([box('m', 'm'), wr], ['ji', 'jk'], 'ik')),
      },
      { equation: onto, context: scale(ratio(-1n), box('m', 'm')) },
      {
        equation: onto,
        context: contract([c, box('m', 'm'), Q, wr], ['', 'ji', 'jk', 'kl'], 'il'),
      },
      { equation: onto, context: contract([c, Q, box('m', 'm')], ['', 'ij', 'jk'], 'ik') },
    ],
  };
}

describe('a certificate', () => {
  it('marks its hole as the kernel does', () => expect(judgesHole).toBe(hole));

  it('that is right passes', () => {
    expect(passes(ring(tr(times(W, R)), tr(times(R, W))))).toBe(true);
    expect(passes(ring(transposed(times(A, B)), times(transposed(B), transposed(A))))).toBe(true);
    expect(passes(cancellation())).toBe(true);
  });

  it('that is wrong fails', () => {
    expect(passes(ring(times(A, B), times(B, A)))).toBe(false);
    expect(passes(ring(tr(times(A, A)), tr(times(transposed(A), A))))).toBe(false);
    expect(passes(ring(identity('n'), scale(ratio(2n), identity('n'))))).toBe(false);
    expect(passes(ring(A, zeros(['n', 'n'])))).toBe(false);
  });

  it.each([0, 1, 2, 3, 4])(
    'without its use %i fails, and with the use doubled, turned round or about another equation',
    (at) => {
      const whole = cancellation();
      const changed = (uses: Certificate['uses']): boolean => passes({ ...whole, uses });
      const use = whole.uses[at] as Certificate['uses'][number];
      expect(changed(whole.uses.toSpliced(at, 1))).toBe(false);
      expect(changed([...whole.uses, use])).toBe(false);
      expect(
        changed(
          whole.uses.with(at, {
            ...use,
            equation: { left: use.equation.right, right: use.equation.left },
          }),
        ),
      ).toBe(false);
      expect(changed(whole.uses.with(at, { ...use, context: scale(ratio(3n), use.context) }))).toBe(
        false,
      );
      expect(
        changed(
          whole.uses.with(at, {
            ...use,
            equation: { left: use.equation.left, right: scale(ratio(2n), use.equation.right) },
          }),
        ),
      ).toBe(false);
    },
  );

  it('fails where only large dimensions tell: Cayley–Hamilton for 2×2 matrices', () => {
    const square = add(times(A, A), scale(ratio(-1n), contract([tr(A), A], ['', 'ij'], 'ij')));
    const half = contract(
      [
        number(ratio(1n, 2n)),
        minus(contract([tr(A), tr(A)], ['', ''], ''), tr(times(A, A))),
        identity('n'),
      ],
      ['', '', 'ij'],
      'ij',
    );
    expect(passes(ring(add(square, half), zeros(['n', 'n'])))).toBe(false);
  });

  it('fails where only other dimensions tell: 5 tr(A) is not n tr(A), and (n − 5)(n − 6) is not 0', () => {
    expect(
      passes(
        ring(
          contract([number(ratio(5n)), tr(A)], ['', ''], ''),
          contract([dimension('n'), tr(A)], ['', ''], ''),
        ),
      ),
    ).toBe(false);
    for (let k = 1n; k < 9n; k++) {
      const both = [k, k + 1n].map((root) => minus(dimension('n'), number(ratio(root)))) as [
        Term,
        Term,
      ];
      expect(passes(ring(contract(both, ['', ''], ''), number(ratio(0n))))).toBe(false);
      const filled: Certificate = {
        left: contract([number(ratio(k)), c], ['', ''], ''),
        right: number(ratio(0n)),
        symmetries: [],
        uses: [
          {
            equation: { left: identity('n'), right: zeros(['n', 'n']) },
            context: contract([box('n', 'n'), c], ['ii', ''], ''),
          },
        ],
      };
      expect(passes(filled)).toBe(false);
    }
  });

  it('takes symmetries that it names, and no others', () => {
    const symmetric = { left: A, right: transposed(A) };
    const anti = { left: A, right: scale(ratio(-1n), transposed(A)) };
    const [left, right] = [times(A, B), times(transposed(A), B)];
    expect(passes(ring(left, right))).toBe(false);
    expect(passes(ring(left, right, [symmetric]))).toBe(true);
    expect(passes(ring(left, scale(ratio(-1n), right), [anti]))).toBe(true);
    expect(passes(ring(left, right, [anti]))).toBe(false);
    expect(passes(ring(tr(A), number(ratio(0n)), [anti]))).toBe(true);
    const inverted = { left: inverse(A), right: transposed(inverse(A)) };
    expect(passes(ring(times(inverse(A), B), times(transposed(inverse(A)), B), [inverted]))).toBe(
      true,
    );
    expect(passes(ring(left, right, [{ left: A, right: transposed(B) }]))).toBe(false);
    expect(passes(ring(left, right, [{ left: times(A, B), right: transposed(times(A, B)) }]))).toBe(
      false,
    );
  });

  it('takes functions, inverses and named scalars as functions of what stands in them', () => {
    const f: FunctionSymbol = { name: 'f', family: [], inputs: ['n'], output: null };
    const x = variable('x', ['n']);
    const at = (order: number, u: Term): Term => jet(f, [order], [u]);
    expect(passes(ring(at(2, x), transposed(at(2, x))))).toBe(true);
    expect(passes(ring(at(0, add(x, x)), at(0, scale(ratio(2n), x))))).toBe(true);
    expect(passes(ring(at(0, add(x, x)), scale(ratio(2n), at(0, x))))).toBe(false);
    expect(passes(ring(inverse(add(A, B)), inverse(add(B, A))))).toBe(true);
    expect(passes(ring(inverse(times(A, B)), times(inverse(A), inverse(B))))).toBe(false);
    expect(passes(ring(operation('rank', times(A, B)), operation('rank', times(B, A))))).toBe(
      false,
    );
    // inv(A) A = I is not a ring identity: A may be singular
    expect(passes(ring(times(inverse(A), A), identity('n')))).toBe(false);
    const inside: Certificate = {
      left: at(1, contract([A, x], ['ij', 'j'], 'i')),
      right: at(1, x),
      symmetries: [],
      uses: [
        {
          equation: { left: A, right: identity('n') },
          context: at(1, contract([box('n', 'n'), x], ['ij', 'j'], 'i')),
        },
      ],
    };
    expect(passes(inside)).toBe(true);
  });

  it('refuses an equation that mentions the hole', () => {
    const use = { equation: { left: box('n', 'n'), right: A }, context: box('n', 'n') };
    expect(passes({ left: A, right: A, uses: [use], symmetries: [] })).toBe(false);
  });
});
