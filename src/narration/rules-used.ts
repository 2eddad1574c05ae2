/**
 * The rules of calculus and of means that work an expression out: product rule, chain rule, moments
 * of what is random.
 */
import { exprText, type Expr } from '../language/index.ts';
import type { RandomVariable } from '../language/ast.ts';
import { dependsOn, partsOf } from '../language/parts.ts';
import { slopeRule } from './known-functions.ts';

/** Phrases, each once; none where the expression has neither derivatives nor means. */
export function rulesOf(e: Expr): string[] {
  const found = new Set<string>();
  const visit = (part: Expr): void => {
    if (part.kind === 'derivative') {
      const rules = new Set<string>();
      derivativeRules(part.body, part.by, rules);
      if (part.which === 'hess') rules.add('differentiating twice');
      for (const rule of rules.size === 0 ? ['differentiating'] : rules) found.add(`by ${rule}`);
    }
    if (part.kind === 'expectation') for (const phrase of meanRules(part)) found.add(phrase);
    partsOf(part).forEach(visit);
  };
  visit(e);
  return [...found];
}

const named: Readonly<Record<string, string>> = {
  inv: 'the derivative of an inverse, d inv(A) = -inv(A) dA inv(A)',
  det: "Jacobi's formula, d det(A) = tr(adj(A) dA)",
  logdet: "Jacobi's formula, d logdet(A) = tr(inv(A) dA)",
  tr: 'the linearity of the trace',
};

/** The slope of a function with a name. */
function addSlope(name: string, bare: boolean, found: Set<string>): void {
  const slope = slopeRule(name);
  if (slope === undefined) return;
  if (!bare) found.add('the chain rule');
  found.add(slope);
}

/** The rules that a derivative by a name needs, from the whole inwards. */
function derivativeRules(e: Expr, by: string, found: Set<string>): void {
  if (!dependsOn(e, by)) return;
  const moving = partsOf(e).filter((part) => dependsOn(part, by));
  const bare = moving.every((part) => part.kind === 'variable');
  if (e.kind === 'call' || e.kind === 'jet') {
    if (!bare) found.add('the chain rule');
    if (e.kind === 'call') addSlope(e.fn, bare, found);
  } else if (e.kind === 'operator') {
    const rule = named[e.operator];
    if (rule !== undefined) found.add(rule);
    else if (['mul', 'hadamard', 'kron', 'dot'].includes(e.operator)) {
      if (moving.length > 1) found.add('the product rule');
    } else if (['pow', 'bars', 'norm', 'normF'].includes(e.operator)) {
      if (
        e.operator === 'pow' &&
        moving.every((part) => part.kind === 'operator' && part.operator === 'bars')
      ) {
        moving.forEach((part) => derivativeRules(part, by, found));
        return;
      }
      found.add(e.operator === 'pow' ? 'the power rule' : "|u|^2 = u' u and the product rule");
    } else if (e.operator === 'div') {
      if (e.args[1] !== undefined && dependsOn(e.args[1], by)) found.add('the quotient rule');
    } else addSlope(e.operator, bare, found);
  }
  moving.forEach((part) => derivativeRules(part, by, found));
}

/** How often a random name stands in a product of the body, at most. */
function degree(e: Expr, name: string): number {
  if (e.kind === 'variable') return e.name === name ? 1 : 0;
  // of any function of it nothing is known
  if (e.kind === 'jet' || (e.kind === 'call' && !e.builtin)) return 0;
  const parts = partsOf(e).map((part) => degree(part, name));
  if (e.kind === 'operator') {
    if (['mul', 'hadamard', 'kron', 'dot', 'outer'].includes(e.operator))
      return parts.reduce((a, b) => a + b, 0);
    if (e.operator === 'pow') {
      const by = e.args[1];
      const k = by?.kind === 'number' ? Number(by.value) : 1;
      return (parts[0] ?? 0) * (Number.isInteger(k) ? k : 1);
    }
  }
  return Math.max(0, ...parts);
}

function meanRules(e: Expr & { kind: 'expectation' }): string[] {
  return ['by linearity of the mean', ...e.random.flatMap((r) => momentsOf(r, e.body))];
}

/** Is there a product of a name with a function of it that has no name of its own? */
function isTimesFunction(e: Expr, name: string): boolean {
  const hasFunction = (part: Expr): boolean =>
    ((part.kind === 'jet' || (part.kind === 'call' && !part.builtin)) && dependsOn(part, name)) ||
    partsOf(part).some(hasFunction);
  if (e.kind === 'operator' && e.operator === 'mul' && e.args.some(hasFunction))
    return e.args.some((part) => degree(part, name) > 0 && !hasFunction(part));
  return partsOf(e).some((part) => isTimesFunction(part, name));
}

/** Is there a function of which changes of sign are used, as relu(u) + relu(-u) = |u|? */
const hasKink = (e: Expr): boolean =>
  (e.kind === 'call' && ['relu', 'leakyrelu', 'abs'].includes(e.fn)) || partsOf(e).some(hasKink);

/** What is known of one random name, as far as the body asks for it. */
function momentsOf({ declaration, law }: RandomVariable, body: Expr): string[] {
  const { name, type } = declaration;
  if (!dependsOn(body, name) || type.kind !== 'tensor') return [];
  const [mean, spread] = law.params.map(exprText);
  const entry =
    type.shape.length === 2 ? `${name}[i,j]` : type.shape.length === 1 ? `${name}[i]` : name;
  if (law.kind === 'normal' && mean === '0' && isTimesFunction(body, name)) {
    const by =
      law.params[1]?.shape.length === 2
        ? `E[${name} g] = ${spread} E[grad[${name}](g)]`
        : `E[${entry} g] = ${spread} E[dg/d${entry}]`;
    return [`by Gaussian integration by parts (Stein), ${by}`];
  }
  const many = type.shape.length > 0;
  const apart = many ? ', different entries being independent' : '';
  const pairs =
    degree(body, name) >= 4 ? [`by pairing the factors ${name} in all ways (Isserlis)`] : [];
  if (law.kind === 'rademacher')
    return [
      `since ${entry} is 1 or -1 with mean 0${apart}`,
      ...(degree(body, name) >= 4 ? [`by ${entry}^2 = 1`] : []),
    ];
  const turned =
    mean === '0' && hasKink(body) ? [`since ${name} and -${name} have the same law`] : [];
  if (degree(body, name) === 0) return turned;
  const isCovariance = type.shape.length === 1 && (law.params[1]?.shape.length ?? 0) === 2;
  if (isCovariance) {
    const centred = mean === '0' ? `E[${name} ${name}']` : `the covariance of ${name}`;
    return [...turned, `since ${centred} = ${spread}`, ...(law.kind === 'normal' ? pairs : [])];
  }
  const second =
    mean === '0' ? `E[${entry}^2] = ${spread}` : `${entry} has mean ${mean} and variance ${spread}`;
  return [...turned, `since ${second}${apart}`, ...(law.kind === 'normal' ? pairs : [])];
}
