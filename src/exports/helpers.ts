/** Functions that the tests of a module call, each written where it is used. */
import type { CodePackage } from '../answers/code.ts';
import type { Helper } from './expression.ts';

const differences = `def gradient(f, x, h=1e-5):
    """Central differences of a scalar function."""
    x = np.asarray(x, dtype=float)
    g = np.empty_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return g`;

const numpy: Readonly<Record<Helper, string>> = {
  gradient: differences,
  jacobian: `def jacobian(f, x, h=1e-5):
    """Central differences of a function with an array as its value: outputs by inputs."""
    x = np.asarray(x, dtype=float)
    columns = []
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        columns.append((f(x + e) - f(x - e)) / (2 * h))
    return np.stack(columns, axis=-1).reshape(np.shape(columns[0]) + x.shape)`,
  hessian: `def hessian(f, x):
    """Central differences of the gradient of a scalar function."""
    return jacobian(lambda x: gradient(f, x, 1e-4), x, 1e-4)`,
  softmax: `def softmax(x, axis=-1):
    """Softmax, row by row for a matrix."""
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)`,
};

const jax: Readonly<Record<Helper, string>> = {
  gradient: 'def gradient(f, x):\n    return jax.grad(f)(x)',
  jacobian: 'def jacobian(f, x):\n    return jax.jacobian(f)(x)',
  hessian: 'def hessian(f, x):\n    return jax.hessian(f)(x)',
  softmax: '',
};

// in every version of PyTorch since 1.5; of a scalar function, the Jacobian is the gradient
const torch: Readonly<Record<Helper, string>> = {
  gradient: 'def gradient(f, x):\n    return torch.autograd.functional.jacobian(f, x)',
  jacobian: 'def jacobian(f, x):\n    return torch.autograd.functional.jacobian(f, x)',
  hessian: 'def hessian(f, x):\n    return torch.autograd.functional.hessian(f, x)',
  softmax: '',
};

const texts: Readonly<Record<CodePackage, Readonly<Record<Helper, string>>>> = {
  numpy,
  jax,
  torch,
};

const order = ['softmax', 'gradient', 'jacobian', 'hessian'] as const;

/**
 * The functions that are used, and those that they use, in an order in which each is defined
 * before.
 */
export function helperText(used: ReadonlySet<Helper>, to: CodePackage): string[] {
  const all = new Set(used);
  if (to === 'numpy' && all.has('hessian'))
    for (const one of ['gradient', 'jacobian'] as const) all.add(one);
  return order
    .filter((name) => all.has(name))
    .map((name) => texts[to][name])
    .filter(Boolean);
}
