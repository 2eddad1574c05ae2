/** The rules of the kernel: what each concludes, and why it is sound. */
import type { Sketches } from './sketch.ts';

/** Each has `says`. The names are those that derivations write. */
export const ruleSketches: Sketches = {
  mean: {
    says: `where the law of x exists: from a ≤ b for every x, E a ≤ E b; |E h|² ≤ E |h|²; and
      (E g·h)² ≤ E |g|² E |h|²`,
    sketch: `The mean of what is never negative is not negative. Applied to b − a, to |h − E h|² and
        to |g − t h|² for every number t it gives the three. The rule works out each mean from the
        law and from what is averaged.`,
  },
  'mean value': {
    says: 'from φ: φ with means in the place of their values, or with values in the place of means',
    sketch: `A mean is a function of what its body and its laws mention. Its value follows from these
        alone: by the moments of the laws, by parts, by changes of sign, or as a function with a
        name of its own. The rule works the value out and puts it in the place of the mean, in the
        hypotheses too.`,
  },
  assume: {
    says: 'φ, under the hypothesis φ',
    sketch: `Every statement follows from itself. The theorem lists φ among its hypotheses until
        another rule drops it.`,
  },
  discharge: {
    says: 'from ψ under the hypothesis φ: φ ⇒ ψ, without it',
    sketch: 'If φ holds, then ψ does by the premise. If φ does not hold, the implication holds.',
  },
  'modus ponens': { says: 'from φ ⇒ ψ and φ: ψ', sketch: 'This is what the implication means.' },
  and: { says: 'from φ and ψ: φ ∧ ψ', sketch: 'Both hold under the hypotheses of both.' },
  'and, left': { says: 'from φ ∧ ψ: φ', sketch: 'A conjunction holds only if both parts do.' },
  'and, right': { says: 'from φ ∧ ψ: ψ', sketch: 'A conjunction holds only if both parts do.' },
  or: {
    says: 'from φ: φ ∨ ψ, or ψ ∨ φ',
    sketch: 'One part that holds is enough for a disjunction.',
  },
  cases: {
    says: 'from φ ∨ ψ, χ under φ, and χ under ψ: χ',
    sketch: 'One of φ and ψ holds, and in each case χ follows.',
  },
  contradiction: {
    says: 'from a contradiction under the hypothesis φ: not φ',
    sketch: 'If φ held, so would a false statement.',
  },
  classical: {
    says: 'from a contradiction under the hypothesis not φ: φ',
    sketch: `Every statement holds or does not hold, and not φ is impossible. The logic of the kernel
        is classical.`,
  },
  explode: {
    says: 'from φ and not φ: false',
    sketch: 'No statement holds together with its negation.',
  },
  generalise: {
    says: 'from φ, where no hypothesis mentions x: φ for all x',
    sketch: 'The premise holds for whatever value x has, since the hypotheses do not restrict it.',
  },
  specialise: {
    says: 'from φ for all x: φ with x replaced by a term of its shape, or by a function',
    sketch: `A statement about all values holds for each of them. Bound names are renamed, so that
        none captures a name of the term.`,
  },
  instance: {
    says: 'from φ with x replaced by a term: there is x with φ',
    sketch: `The term is such an x. The rule checks its shape, and that the premise is φ with the
        term in place of x.`,
  },
  unpack: {
    says: 'from “there is x with φ”, and ψ under the hypothesis φ, x not free elsewhere: ψ',
    sketch: `Choose an x with φ. Neither ψ nor any other hypothesis mentions x, so ψ holds whichever
        was chosen.`,
  },
  ring: {
    says: 'two terms are equal that have the same normal form',
    sketch: `A term is a sum of graphs: products of entries, summed over the indices they share. Each
        label pairs two equal graphs up to the names of indices. Sums and products of reals may
        be reordered, and the paired graphs cancel.`,
  },
  linear: {
    says: `from equations aᵢ = bᵢ: left = right, if left − right is the sum of Cᵢ[aᵢ] − Cᵢ[bᵢ], up to
      ring; a proved symmetry may swap two slots of a factor`,
    sketch:
      'aᵢ = bᵢ gives Cᵢ[aᵢ] = Cᵢ[bᵢ], so each of these differences is 0, and so is their sum.',
  },
  'every entry': {
    says: `two terms are equal, if all dimensions are numbers and every entry multiplies out to the
      same polynomial`,
    sketch: `With numbers as dimensions each sum over an index is finite. The rule multiplies out
        every entry of left − right, and all coefficients cancel.`,
  },
  replace: {
    says: 'from a = b and φ[a]: φ[b]',
    sketch: `Equal terms have the same value at every point, so a statement about one holds for the
        other.`,
  },
  differentiate: {
    says: 'from a = b, where no hypothesis mentions x: ∂a/∂x = ∂b/∂x',
    sketch: `Both sides are one function of x, so their derivatives are equal. The rule refuses an x
        in an inverse or in a function with kinks: there the derivative may not exist
        everywhere.`,
  },
  dimensions: {
    says: 'from a theorem: the same with dimensions renamed, made equal or made numbers',
    sketch: `A dimension name ranges over all positive whole numbers, so a theorem holds for each
        choice of them.`,
  },
  definition: {
    says: `a matrix is onto, one-to-one, invertible, psd or pd ⟺ it has a right inverse, a left
      inverse, an inverse; it is symmetric and its form is not negative, or positive off 0`,
    sketch: 'The word abbreviates the statement. The bound name is new.',
  },
  inverse: {
    says: 'from A invertible: A inv(A) = inv(A) A = I; from s ≠ 0: s · (1/s) = 1',
    sketch:
      'An inverse exists by the premise, and a matrix has at most one: B = B (A C) = (B A) C = C.',
  },
  squares: {
    says: 'from Σ t² = 0 over all entries of t: t = 0',
    sketch: 'Squares of reals are not negative. If one were positive, so would be the sum.',
  },
  order: {
    says: `left ≤ right, or left < right, if right − left is a sum of positive numbers times known 0
      ≤ a or 0 < a times sums of squares`,
    sketch: `Products and sums of numbers that are not negative are not negative. For < one summand
        must have strict factors only, and no squares, which may vanish.`,
  },
  comparable: { says: 'a ≤ b or b < a', sketch: 'The order of the reals is total.' },
  asymmetry: { says: 'from a < a: false', sketch: 'No real number is smaller than itself.' },
  weak: { says: 'from a = b: a ≤ b', sketch: 'a ≤ b means a < b or a = b.' },
  antisymmetry: {
    says: 'from a ≤ b and b ≤ a: a = b',
    sketch: 'If a < b, then b ≤ a would be false; the order of the reals is total.',
  },
  'sum over the basis': {
    says: 'from a(v) ≤ b(v) for all v, or for all coordinate vectors: Σₖ a(eₖ) ≤ Σₖ b(eₖ)',
    sketch: 'Put in each vector of the standard basis, and add the n ≥ 1 inequalities.',
  },
  'at each of the basis': {
    says: 'from a(v) = b(v) for all v, or for all coordinate vectors: a(eₖ) = b(eₖ) for each k',
    sketch: 'Put in each vector of the standard basis; k becomes a further index of both sides.',
  },
  'rank of the identity': {
    says: 'from A B = I with A m×n: m ≤ n',
    sketch: 'm = rank(I) = rank(A B) ≤ rank(A) ≤ n.',
  },
  'one-sided inverse': {
    says: 'from A B = I with A square: B A = I',
    sketch: `B v = 0 gives v = A B v = 0. So B is one-to-one, and since it is square it is onto. Each
        y is B x, and B A y = B A B x = B x = y.`,
  },
  'rank by kernels': {
    says: 'if A and B have the same kernel: rank(A) = rank(B)',
    sketch: 'Both have n columns, and the rank is n minus the dimension of the kernel.',
  },
  'rank of an onto matrix': {
    says: 'A m×n is onto ⟺ rank(A) = m',
    sketch: `A R = I says that every coordinate vector lies in the range, so the range is all of Rᵐ.
        If it is, choose a preimage of each coordinate vector as a column of R.`,
  },
  'rank of the transpose': {
    says: "rank(A') = rank(A)",
    sketch: `With r = rank(A), A = L R with L m×r, so A' = R'L' has at most rank r. Apply this to A'
        too.`,
  },
  'at least one': {
    says: '1 ≤ d for a dimension d',
    sketch: 'A dimension is a positive whole number; claims do not include empty matrices.',
  },
  'over a range': {
    says: `from φ under a ≤ l and l ≤ b, where no other hypothesis mentions l: φ for each l from a to
      b`,
    sketch: `The premise holds for each whole number l in the range. If the range is empty, there is
        nothing to show.`,
  },
  'at an index': {
    says: 'from φ for each l from a to b, a ≤ e and e ≤ b: φ with l = e',
    sketch: 'e is one of the whole numbers in the range.',
  },
  induction: {
    says: 'from φ(a), and φ(k) ⇒ φ(k+1) for each k from a to b − 1: φ(k) for each k from a to b',
    sketch: 'Induction on whole numbers. If the range is empty, there is nothing to show.',
  },
  law: {
    says: "the k-th law of a named function, as tanh'(z) = 1 − tanh(z)², at an argument",
    sketch: `The laws are equations between a function and its derivatives, from its definition: see
        src/kernel/laws.ts. The argument is put in, entry by entry.`,
  },
  sign: {
    says: '0 < φ(s) or 0 ≤ φ(s), for a function φ of known sign, as exp or abs',
    sketch: `The sign is part of the definition of the function: exp, sigmoid and softplus are
        positive, abs and relu are not negative.`,
  },
  root: {
    says: `from 0 ≤ s: √s √s = s and 0 ≤ √s; from 0 < s: 0 < √s and the first two derivatives of √
      and log at s`,
    sketch: `A number s ≥ 0 has exactly one root that is not negative. For s > 0 differentiate √s √s
        = s and exp(log(s)) = s twice.`,
  },
  fact: {
    says: 'a fact of the table, at given terms',
    sketch: `Each fact has a page of its own with its source. Its statement includes every hypothesis
        it needs; other rules discharge these.`,
  },
  cite: {
    says: 'a theorem of the literature, at given terms',
    sketch: `Each cited theorem has a page of its own. Every theorem that rests on it lists its name
        among its axioms.`,
  },
};
