"""Refutable inequalities by SciPy's Nelder-Mead from many starts: found in floating point, seconds of processor time, size."""
import json, sys, time
import numpy as np
from scipy.optimize import minimize

np.seterr(all='ignore')
det, inv, tr = np.linalg.det, np.linalg.inv, np.trace
mp = np.linalg.matrix_power
norm = lambda a: np.linalg.norm(a, 2)
nf = lambda a: np.linalg.norm(a)
nuc = lambda a: np.linalg.norm(a, 'nuc')
top = lambda a: np.linalg.eigvalsh((a + a.T) / 2)[-1]
gap = lambda r, l: (r - l) / (abs(r) + abs(l) + 1e-300)
low = lambda a: np.linalg.eigvalsh((a + a.T) / 2)[0] / (nf(a) + 1e-300)

def make(kind, x, n):
    a = x.reshape(n, n)
    if kind in ('pd', 'step'):
        return a @ a.T
    if kind == 'sym':
        return (a + a.T) / 2
    if kind == 'proj':
        u = a[:, :1]
        return u @ u.T / (u.T @ u)
    return a

limit = float(sys.argv[1]) if len(sys.argv) > 1 else 5
for claim, kinds, expression in json.load(open('test/bench/refutable.json')):
    kinds = kinds.split()
    code = compile(expression, 'claim', 'eval')
    rng = np.random.default_rng(1)
    begun, best, found, starts = time.process_time(), 1.0, None, 0
    while time.process_time() - begun < limit and found is None:
        n = [2, 3][starts % 2]
        starts += 1
        def f(x):
            names = dict(zip('ABCD', (make(k, x[i * n * n:(i + 1) * n * n], n) for i, k in enumerate(kinds))))
            try:
                return float(eval(code, globals(), names))
            except np.linalg.LinAlgError:
                return 1.0
        r = minimize(f, rng.normal(size=len(kinds) * n * n), method='Nelder-Mead', options={'maxfev': 2000})
        best = min(best, r.fun)
        if r.fun < -1e-6:
            found = n
    print(f"{'yes' if found else 'no':4}{time.process_time() - begun:7.2f} s  n = {found or '-'}  {best:9.1e}  {claim}", flush=True)
