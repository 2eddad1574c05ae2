/**
 * Nine properties of a network on data, and which of them imply which: the properties are declared
 * once, here, and every ordered pair of them is a claim, `a-implies-b`. The pairs of `implied` are
 * lemmas of this file, all others stand refuted in properties/implications.ts;
 * proofs/findings/implication-table.md is made from both.
 */
import { family, lemma } from 'elenchus';

export const source =
  'comments on the behaviour-manifold post: level sets of F: R^N -> R^k, J its Jacobian; table of implications';

/**
 * One hidden unit with all its weights trained, on two inputs: F(θ) = (e'θ) φ(Z θ). The rows of Z
 * are the inputs, with 0 at the place of the readout weight e'θ, and u = (c, -c) takes differences
 * of rows, so Z'u != 0 says that the inputs are two. N, φ and the targets y are arbitrary.
 */
export const setting = `theta, psi, e: N; Z: 2×N; y, u: 2; phi: activation
      e != 0; Z e = 0; u != 0; ones' u = 0; Z' u != 0`;

const F = (point: string): string => `(e' ${point}) phi(Z ${point})`;
const loss = (point: string): string => `|${F(point)} - y|^2`;
const J = `jac[theta](${F('theta')})`;

/** A property: its name in the claims' ids, in words, and its statement in the setting. */
export interface Property {
  readonly name: string;
  readonly words: string;
  readonly formula: string;
}

export const nine: readonly Property[] = [
  { name: 'same-behaviour', words: 'same behaviour', formula: `${F('theta')} = ${F('psi')}` },
  { name: 'same-loss', words: 'same loss', formula: `${loss('theta')} = ${loss('psi')}` },
  {
    name: 'one-level-set',
    words: 'on one level set',
    formula: `exists c: 2. ${F('theta')} = c and ${F('psi')} = c`,
  },
  { name: 'critical', words: 'critical', formula: `grad[theta](${loss('theta')}) = 0` },
  { name: 'interpolating', words: 'interpolating', formula: `${F('theta')} = y` },
  { name: 'onto', words: 'J onto', formula: `${J} is onto` },
  { name: 'singular', words: 'G singular', formula: `not (${J}' ${J} is invertible)` },
  { name: 'merged', words: 'inputs merged', formula: `u' phi(Z theta) = 0` },
  { name: 'dead', words: 'dead unit', formula: `phi'(Z theta) = 0` },
];

/** What implies what, and why. */
const implied: Readonly<Record<string, string>> = {
  'same-behaviour-implies-same-loss': 'The loss is a function of the behaviour.',
  'same-behaviour-implies-one-level-set': 'The level set {F = F(θ)} holds both.',
  'one-level-set-implies-same-behaviour':
    'Level set is meant of F; of the loss it says the same as same-loss.',
  'one-level-set-implies-same-loss': 'Through same-behaviour.',
  'interpolating-implies-critical': 'The residual is 0, and with it the gradient.',
  'dead-implies-singular':
    "J = φ(Zθ) e' maps Z'u, which is not 0, to 0: no weight into a dead unit moves an output.",
};

export interface Implication {
  readonly name: string;
  readonly from: Property;
  readonly to: Property;
  readonly claim: string;
  /** Why it holds, null where it does not. */
  readonly why: string | null;
}

/** All ordered pairs, by rows. */
export const implications: readonly Implication[] = nine.flatMap((from) =>
  nine
    .filter((to) => to !== from)
    .map((to) => {
      const name = `${from.name}-implies-${to.name}`;
      return {
        name,
        from,
        to,
        claim: `${setting}\n      ${from.formula}\n      |- ${to.formula}`,
        why: implied[name] ?? null,
      };
    }),
);

const proved = implications.flatMap(({ name, claim, why }) =>
  why === null ? [] : [lemma(name, { claim, source, note: why })],
);
const under = (hypotheses: readonly string[], conclusion: string): string =>
  `${setting}\n      ${hypotheses.join('; ')}\n      |- ${conclusion}`;
const formulaOf = (name: string): string => nine.find((p) => p.name === name)?.formula ?? name;

export default family('implications', [
  ...proved,
  lemma('level-set-of-the-loss', {
    claim: under(
      [],
      `(exists c: scalar. ${loss('theta')} = c and ${loss('psi')} = c) <=> ${formulaOf('same-loss')}`,
    ),
    source,
    note: 'Where a level set of the loss is meant, on-one-level-set has the row and the column of same-loss.',
  }),
  lemma('interpolating-by-the-gradient', {
    claim: `z, y: k
      |- grad[z](|z - y|^2) = 0 <=> z = y`,
    source,
    note: 'For squared error the gradient of the loss by the outputs vanishes exactly at the targets.',
  }),
  lemma('critical-and-onto-implies-interpolating', {
    claim: under([formulaOf('critical'), formulaOf('onto')], formulaOf('interpolating')),
    source,
    note: 'Neither alone does: a critical point that does not interpolate is one where J is not onto.',
  }),
  lemma('silent-unit', {
    claim: under(
      [formulaOf('dead'), 'phi(Z theta) = 0'],
      `(${formulaOf('critical')}) and (${formulaOf('merged')}) and not (${formulaOf('onto')})`,
    ),
    source,
    note: 'A dead unit that is also silent, as one of a ReLU network: it is critical and merges the inputs. A unit that saturates at two values need not.',
  }),
]);
