/** Which expressions depend on a variable. */
import type { Expr } from './ast.ts';

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
