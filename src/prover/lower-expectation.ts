/** E[..] as a term of the kernel: the mean of its body, worked out by the kernel, in which nothing random is left. */
import type { Expr, RandomVariable as Declared } from '../language/ast.ts';
import { exprText } from '../language/index.ts';
import type { Term } from '../kernel/term.ts';
import { zeros } from '../kernel/graph.ts';
import { expectation, type Law, type RandomVariable } from '../kernel/expectation.ts';
import { free, is, less } from '../kernel/formula.ts';
import { KernelError } from '../kernel/seal.ts';
import { mentionsFamily, throughSequences } from './layers.ts';
import { quickLabel } from './quick-label.ts';
import { familyOf, NotLowerable, tensorShape, withDeclarations, type Condition, type Scope } from './scope.ts';

type Lower = (e: Expr, scope: Scope) => Term;

function lawOf({ law }: Declared, scope: Scope, lower: Lower): Law {
  const [mean = zeros([]), ...central] = law.params.map((p) => lower(p, scope));
  if (law.kind === 'rademacher') return { kind: 'rademacher' };
  const [variance] = central;
  const said = law.params[1];
  if (variance && said) {
    const matrix = variance.shape.length === 2;
    scope.conditions.push({ formula: matrix ? is('psd', variance) : less(zeros([]), variance, false), text: `${exprText(said)} ${matrix ? 'psd' : 'nonnegative'}` });
  }
  return law.kind === 'normal' ? { kind: 'normal', mean, variance: variance as Term } : { kind: 'independent', mean, central };
}

export function lowerExpectation(e: Expr & { kind: 'expectation' }, scope: Scope, lower: Lower): Term {
  const random = e.random.map((r): RandomVariable => {
    const { declaration } = r;
    return { name: declaration.name, shape: tensorShape(declaration), family: familyOf(declaration).length, law: lawOf(r, scope, lower) };
  });
  const conditions: Condition[] = [];
  const body = lower(e.body, { ...withDeclarations(scope, e.random.map((r) => r.declaration)), conditions });
  // a product over layers or a power is a name of its own, which does not show that it is random
  const hidden = ({ declaration: d }: Declared): boolean => mentionsFamily(d.name, body) || throughSequences(body, d.name, scope);
  if (e.random.some(hidden)) throw new NotLowerable('the mean of a product over layers or of a symbolic power');
  const isRandom = (c: Condition): boolean => random.some((x) => free(x.name, c.formula));
  const bad = conditions.find(isRandom);
  if (bad) throw new NotLowerable(`the mean of what is defined only where ${bad.text}`);
  scope.conditions.push(...conditions);
  try {
    // later layers are mostly declared later, and are averaged first: then what is left is small
    return expectation(body, random.toReversed(), quickLabel);
  } catch (error) {
    if (error instanceof KernelError) throw new NotLowerable(error.message);
    throw error;
  }
}
