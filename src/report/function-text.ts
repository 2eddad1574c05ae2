/** Prints functions and activations as formulas. */
import type { ActivationValue, FunctionMap, PolynomialTerm } from '../evaluate/assignment.ts';
import type { Rational } from '../numbers/field.ts';
import { rationalText } from '../numbers/rational-text.ts';
import { tensorJson } from '../records/value-json.ts';
import { matrixText } from './matrix-text.ts';

const isZero = (a: Rational): boolean => a.num === 0n;
const isOne = (a: Rational): boolean => a.num === a.den;

/**
 * `F(x) = x^2 + 1`, `F(x1, x2) = (x1 x2, x2)`, `F(x) = [1 2] relu([1; 1] x)`. Several arguments are
 * counted through.
 */
export function functionText(name: string, map: FunctionMap<Rational>): string {
  if (map.kind === 'network') return `${name}(x) = ${networkText(map)}`;
  const variables =
    map.inputs === 1 ? ['x'] : Array.from({ length: map.inputs }, (_, i) => `x${i + 1}`);
  const outputs = map.outputs.map((terms) => polynomialText(terms, variables));
  return `${name}(${variables.join(', ')}) = ${outputs.length === 1 ? outputs[0] : `(${outputs.join(', ')})`}`;
}

/** `phi = relu` or `phi(x) = x^2 + 1`. */
export function activationText(name: string, activation: ActivationValue<Rational>): string {
  if (activation.kind === 'builtin') return `${name} = ${activation.name}`;
  const terms = activation.coefficients.map((coefficient, power) => ({
    coefficient,
    powers: [power],
  }));
  return `${name}(x) = ${polynomialText(terms.toReversed(), ['x'])}`;
}

/** Terms as they come, higher degrees first; zero terms left out. */
function polynomialText(
  terms: readonly PolynomialTerm<Rational>[],
  variables: readonly string[],
): string {
  const degree = (term: PolynomialTerm<Rational>): number =>
    term.powers.reduce((sum, p) => sum + p, 0);
  const shown = terms
    .filter((term) => !isZero(term.coefficient))
    .toSorted((a, b) => degree(b) - degree(a));
  const text = shown.map((term, i) => {
    const negative = term.coefficient.num < 0n;
    const size: Rational = {
      num: negative ? -term.coefficient.num : term.coefficient.num,
      den: term.coefficient.den,
    };
    const monomial = term.powers
      .flatMap((p, j) => (p === 0 ? [] : [p === 1 ? variables[j]! : `${variables[j]}^${p}`]))
      .join(' ');
    const body =
      monomial === ''
        ? rationalText(size)
        : isOne(size)
          ? monomial
          : `${rationalText(size)} ${monomial}`;
    if (i === 0) return negative ? `-${body}` : body;
    return negative ? ` - ${body}` : ` + ${body}`;
  });
  return text.length === 0 ? '0' : text.join('');
}

function networkText(map: Extract<FunctionMap<Rational>, { kind: 'network' }>): string {
  let inner = 'x';
  let isSum = false;
  for (const { weights, bias, activation } of map.layers) {
    const product: string = isIdentity(weights.shape, weights.data)
      ? inner
      : `${matrixText(tensorJson(weights))} ${isSum ? `(${inner})` : inner}`;
    const shift: string = bias.every(isZero) ? '' : ` + ${matrixText(bias.map(rationalText))}`;
    isSum = activation === null && (shift !== '' || (isSum && product === inner));
    inner = activation === null ? product + shift : `${activation}(${product}${shift})`;
  }
  return inner;
}

const isIdentity = (shape: readonly number[], data: readonly Rational[]): boolean =>
  shape[0] === shape[1] &&
  data.every((entry, i) => (i % (shape[1]! + 1) === 0 ? isOne(entry) : isZero(entry)));
