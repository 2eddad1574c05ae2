/**
 * E[..] as a function of what its body and its laws mention: it binds the random variables, and it
 * carries body and laws in its name and in its definition, up to the names of what is bound. Its
 * value is what `expectation` works out of these. Where a law does not exist, as a variance below 0,
 * or is a point at the kink of relu', the mean is that value by definition, for terms are total;
 * rules that need more say so.
 */
import { substitute } from './calculus.ts';
import { substituteIn } from './binders.ts';
import { factorsOf, literal, productDim } from './dimension.ts';
import { list } from './entry.ts';
import { expectation, type Labelling } from './expectation.ts';
import { readRandom, type RandomVariable } from './random-variable.ts';
import { demandFormula, type Formula } from './formula.ts';
import { jet, variable } from './graph.ts';
import { defineMean, definitionOf, type MeanDefinition } from './mean-definitions.ts';
import { isMeanName, madeOfMean, meanName } from './mean-symbols.ts';
import { occurs } from './occurrence.ts';
import { spokenDims } from './rename.ts';
import { demand, fail } from './seal.ts';
import type { Dim, Head, Term } from './term.ts';
import { writeTerm } from './write.ts';

const eachHead = (t: Term, visit: (head: Head) => void): void => {
  for (const { head } of t.monomials.flatMap((m) => m.factors)) {
    visit(head);
    if (head.kind !== 'variable')
      for (const inner of head.kind === 'jet' ? head.args : [head.arg]) eachHead(inner, visit);
  }
};
const lawTerms = ({ law }: RandomVariable): readonly Term[] =>
  law.kind === 'rademacher'
    ? []
    : law.kind === 'normal'
      ? [law.mean, law.variance]
      : [law.mean, ...law.central];
/** The random variable under another name, with every term of its law changed. */
function changed(x: RandomVariable, name: string, each: (t: Term) => Term): RandomVariable {
  const { law } = x;
  if (law.kind === 'rademacher') return { ...x, name };
  const mean = each(law.mean);
  return law.kind === 'normal'
    ? { ...x, name, law: { kind: 'normal', mean, variance: each(law.variance) } }
    : { ...x, name, law: { kind: 'independent', mean, central: law.central.map(each) } };
}

interface Spoken {
  readonly variables: ReadonlyMap<string, readonly Dim[]>;
  readonly functions: readonly string[];
  readonly dims: readonly string[];
}
const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort();
function spokenIn(terms: readonly Term[], random: readonly RandomVariable[]): Spoken {
  const variables = new Map<string, readonly Dim[]>();
  const functions: string[] = [];
  const dims: Dim[] = random.flatMap((x) => [...x.shape]);
  for (const t of terms) {
    dims.push(...spokenDims(t));
    eachHead(t, (head) => {
      if (head.kind === 'jet') {
        const made = madeOfMean(head.fn.name);
        functions.push(...(isMeanName(head.fn.name) ? made.functions : [head.fn.name]));
        dims.push(...made.dims);
      }
      if (head.kind !== 'variable') return;
      if ((variables.get(head.name) ?? head.shape).join() !== head.shape.join())
        fail(`two variables named ${head.name}`);
      if (head.name.startsWith('$')) fail(`the name ${head.name}, which denotes a place`);
      variables.set(head.name, head.shape);
    });
  }
  const indexed = dims.find((d) => d.includes('['));
  if (indexed !== undefined) fail(`a mean of its own in which ${indexed} varies`);
  const plain = dims.flatMap(factorsOf).filter((d) => literal(d) === null);
  return { variables, functions: sorted(functions), dims: sorted(plain) };
}

/**
 * E[body] as a mean of its own. Throws where its value is not known, and where an index of layers
 * stands in it.
 */
export function meanOf(body: Term, given: readonly RandomVariable[], label?: Labelling): Term {
  demand(body);
  const all = list(given, readRandom);
  for (const { name } of all)
    if (all.flatMap(lawTerms).some((t) => occurs(name, t)))
      fail(`a law that depends on ${name}, which is random`);
  // a variable that does not stand in the body is nothing to its mean
  const random = all.filter((x) => occurs(x.name, body));
  const spoken = spokenIn([body, ...random.flatMap(lawTerms)], random);
  // moments do not tell the law: each such variable has its own, and keeps its name
  const isOwn = (x: RandomVariable): boolean => x.law.kind === 'independent';
  const bound = new Map(random.map((x, k) => [x.name, isOwn(x) ? x.name : `$x${k + 1}`]));
  const names = [...spoken.variables.keys()].filter((n) => !bound.has(n)).sort();
  const shapes = names.map((n) => spoken.variables.get(n) as readonly Dim[]);
  const places = shapes.map((shape, k) => variable(`$${k + 1}`, shape));
  const placed = (t: Term): Term => {
    const free = names.reduce(
      (u, n, k) => substitute(u, n, { kind: 'term', term: places[k] as Term }),
      t,
    );
    return random.reduce(
      (u, x) =>
        substitute(u, x.name, {
          kind: 'term',
          term: variable(bound.get(x.name) as string, x.shape),
        }),
      free,
    );
  };
  const laws = random.map((x) => changed(x, bound.get(x.name) as string, placed));
  const inner = placed(body);
  const name = meanName(spoken, [
    'mean',
    ...laws.map((x) =>
      [x.law.kind, lawTerms(x).length, x.shape.join(), x.family, isOwn(x) ? x.name : ''].join(' '),
    ),
    ...places.map((t) => t.shape.join()),
    writeTerm(inner),
    ...laws.flatMap(lawTerms).map((t) => writeTerm(t)),
  ]);
  const fn = {
    name,
    family: body.shape,
    inputs: shapes.map((shape) => (shape.length === 0 ? null : productDim(...shape))),
    output: null,
    // its value may have kinks in any place
    kinks: true,
  };
  const at = (args: readonly Term[]): Term =>
    jet(
      fn,
      args.map(() => 0),
      args,
    );
  defineMean(name, (): MeanDefinition => {
    const value = placed(expectation(unfolded(body), random, label));
    return { random: Object.freeze(laws), body: inner, mean: at(places), value };
  });
  return at(names.map((n, k) => variable(n, shapes[k] as readonly Dim[])));
}

/** The definitions of means that stand in a term, but for those that are their own value. */
function foldedIn(t: Term, into = new Map<string, MeanDefinition>()): Map<string, MeanDefinition> {
  eachHead(t, (head) => {
    if (head.kind !== 'jet') return;
    const definition = definitionOf(head.fn.name);
    if (definition && definition.value !== definition.mean) into.set(head.fn.name, definition);
  });
  return into;
}
const asFunction = ({ mean, value }: MeanDefinition) => {
  const head = mean.monomials[0]?.factors[0]?.head as Head & { kind: 'jet' };
  return { kind: 'function', x: head.args.map((_, k) => `$${k + 1}`), body: value } as const;
};

/** The term with the value of each mean in its place. */
export function unfolded(t: Term): Term {
  demand(t);
  return [...foldedIn(t)].reduce((u, [name, d]) => substitute(u, name, asFunction(d)), t);
}
function eachTerm(f: Formula, visit: (t: Term) => void): void {
  switch (f.kind) {
    case 'equal':
    case 'less':
      visit(f.left);
      return visit(f.right);
    case 'is':
      return visit(f.subject);
    case 'false':
      return;
    case 'and':
    case 'or':
    case 'implies':
      eachTerm(f.left, visit);
      return eachTerm(f.right, visit);
    default:
      return eachTerm(f.body, visit);
  }
}
/** The statement with the value of each mean in its place. */
export function unfoldedIn(f: Formula): Formula {
  demandFormula(f);
  const found = new Map<string, MeanDefinition>();
  eachTerm(f, (t) => void foldedIn(t, found));
  return [...found].reduce((g, [name, d]) => substituteIn(g, name, asFunction(d)), f);
}
