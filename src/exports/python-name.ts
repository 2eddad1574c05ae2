/**
 * Names of a claim as names of Python: neither a keyword, nor a name that the module itself uses.
 */

const taken = new Set(
  `False None True and as assert async await break class continue def del elif else except
  finally for from global if import in is lambda nonlocal not or pass raise return try while with
  yield match case type
  np jnp jax torch pytest rng seed array gradient jacobian hessian softmax sum range abs float int
  close order left right point draw bool max min all any print`.split(/\s+/),
);

export function pythonName(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}_]/gu, '_');
  return taken.has(plain) ? `${plain}_` : plain;
}
