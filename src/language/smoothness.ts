import { activations } from '../operators/activations.ts';
import type { Condition, Expr } from './ast.ts';
import { exprText } from './text.ts';

type Need = Omit<Condition, 'span'>;

/** Whether an expression depends on a variable by name. */
export const dependsOn = (e: Expr, name: string): boolean => {
  if (e.kind === 'variable') return e.name === name;
  if (e.kind === 'expectation') {
    // what is random has no value to depend on outside its own E[..], but the law's parameters have
    const bound = e.random.some((r) => r.declaration.name === name);
    return (
      e.random.some((r) => r.law.params.some((p) => dependsOn(p, name))) ||
      (!bound && dependsOn(e.body, name))
    );
  }
  if ('args' in e) return e.args.some((a) => dependsOn(a, name));
  if ('body' in e) return dependsOn(e.body, name);
  return e.kind === 'kernel' && dependsOn(e.of, name);
};

const kinks = (fn: string, at: Expr): Need => ({
  needs: 'off-kinks',
  text: `${exprText(at)} off the kinks of ${fn}`,
  subject: at,
});

const smooth = (text: string, subject: Expr | null): Need => ({
  needs: 'smooth',
  text: `${text} smooth`,
  subject,
});

const ofOperator = (e: Extract<Expr, { kind: 'operator' }>): Need | null => {
  const [a, b] = e.args;
  if (!a) return null;
  const short = a.shape.length < 2 || a.shape[0] === '1';
  switch (e.operator) {
    case 'bars':
    case 'abs':
    case 'normF':
      return { needs: 'nonzero', text: `${exprText(a)} nonzero`, subject: a };
    case 'norm':
      return short
        ? { needs: 'nonzero', text: `${exprText(a)} nonzero`, subject: a }
        : smooth(exprText(e), e);
    case 'sqrt':
      return { needs: 'positive', text: `${exprText(a)} positive`, subject: a };
    case 'pow':
      return b?.kind === 'number' && b.value.includes('/')
        ? { needs: 'positive', text: `${exprText(a)} positive`, subject: a }
        : null;
    case 'sigma_max':
    case 'sigma_min':
    case 'nuclear':
    case 'lambda':
    case 'rank':
    case 'pinv':
      return smooth(exprText(e), e);
    default:
      return null;
  }
};

/**
 * What this node, not its parts, needs in order to be differentiable; `by` are the variables it is differentiated by
 * around here.
 */
export const smoothnessOf = (e: Expr, by: readonly string[]): Need | null => {
  const differentiated = by.some((name) => dependsOn(e, name));
  if (e.kind === 'jet') return smooth(e.fn, null);
  if (e.kind === 'call') {
    if (e.order === 0 && !differentiated) return null;
    const [at] = e.args;
    if (!e.builtin) return smooth(e.fn, null);
    return (activations.get(e.fn)?.kinks.length ?? 0) > 0 && at ? kinks(e.fn, at) : null;
  }
  return e.kind === 'operator' && differentiated ? ofOperator(e) : null;
};
