"""The refutable inequalities put to z3 at 2x2: polynomials in the entries; norms and inverses are left out. Run with the Python that has z3 (Debian: /usr/bin/python3)."""
import json, sys, time
import z3

class M:
    def __init__(self, rows): self.r = rows
    def __matmul__(self, o): return M([[sum(self.r[i][k] * o.r[k][j] for k in range(2)) for j in range(2)] for i in range(2)])
    def __add__(self, o): return M([[self.r[i][j] + o.r[i][j] for j in range(2)] for i in range(2)])
    def __sub__(self, o): return M([[self.r[i][j] - o.r[i][j] for j in range(2)] for i in range(2)])
    def __rmul__(self, s): return M([[s * x for x in row] for row in self.r])
    def __mul__(self, s): return self.__rmul__(s)
    def __getitem__(self, at): return self.r[at[0]][at[1]]
    @property
    def T(self): return M([[self.r[j][i] for j in range(2)] for i in range(2)])

def mp(a, k):
    out = a
    for _ in range(k - 1): out = out @ a
    return out

class Unstated(Exception): pass
def unstated(*_): raise Unstated()
det = lambda a: a.r[0][0] * a.r[1][1] - a.r[0][1] * a.r[1][0]
tr = lambda a: a.r[0][0] + a.r[1][1]
norm = nuc = inv = top = unstated
class Square:
    def __init__(self, a): self.a = a
    def __pow__(self, k): return sum(x * x for row in self.a.r for x in row) if k == 2 else unstated()
nf = Square
v = [z3.Real('v0'), z3.Real('v1')]
gap = lambda r, l: r < l
low = lambda a: sum(v[i] * v[j] * a.r[i][j] for i in range(2) for j in range(2)) < 0

limit = int(float(sys.argv[1]) * 1000) if len(sys.argv) > 1 else 5000
for claim, kinds, expression in json.load(open('test/bench/refutable.json')):
    solver, names = z3.Solver(), {}
    solver.set('timeout', limit)
    for name, kind in zip('ABCD', kinds.split()):
        x = [z3.Real(f'{name}{i}') for i in range(4)]
        if kind == 'proj':
            solver.add(x[0] * x[0] + x[1] * x[1] == 1)
            names[name] = M([[x[0] * x[0], x[0] * x[1]], [x[0] * x[1], x[1] * x[1]]])
            continue
        names[name] = M([[x[0], x[1]], [x[1], x[2]]]) if kind != 'any' else M([[x[0], x[1]], [x[2], x[3]]])
        if kind == 'pd': solver.add(x[0] > 0, x[0] * x[2] - x[1] * x[1] > 0)
        if kind == 'step': solver.add(x[0] >= 0, x[2] >= 0, x[0] * x[2] - x[1] * x[1] >= 0)
    begun = time.process_time()
    try:
        solver.add(eval(expression, globals(), names))
        found = str(solver.check())
    except Unstated:
        found = 'not stated'
    print(f'{found:12}{time.process_time() - begun:7.2f} s  {claim}', flush=True)
