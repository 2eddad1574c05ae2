/**
 * Derivatives of a formula in one variable x by computer algebra packages, for comparison with the
 * jets; in no trusted path.
 */

/**
 * The derivative of the given order at a number; null where the package cannot take it or is known
 * to take it wrongly.
 */
export type DerivativeBy = (formula: string, order: number, at: number) => Promise<number | null>;

/** mathjs knows no derivative of erf. */
export const byMathjs: DerivativeBy = async (formula, order, at) => {
  if (/\berf\b/.test(formula)) return null;
  const { derivative, parse } = await import('mathjs');
  let node = parse(formula);
  // its simplification is not trusted even here
  for (let i = 0; i < order; i++) node = derivative(node, 'x', { simplify: false });
  return Number(node.evaluate({ x: at }));
};

/**
 * nerdamer is wrong about products with roots of x, and so is nerdamer-prime 1.5.0: none are let
 * through. What it differentiates is evaluated by mathjs, since its own numbers were off in the
 * third digit where e^-x stands.
 */
export const byNerdamer: DerivativeBy = async (formula, order, at) => {
  if (/sqrt\([^)]*x/.test(formula)) return null;
  const { default: nerdamer } = await import('nerdamer');
  await import('nerdamer/Calculus.js');
  try {
    const expression = order === 0 ? nerdamer(formula) : nerdamer.diff(formula, 'x', order);
    const { evaluate } = await import('mathjs');
    return Number(evaluate(expression.toString(), { x: at }));
  } finally {
    nerdamer.flush();
  }
};
