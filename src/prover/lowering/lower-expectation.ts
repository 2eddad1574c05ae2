/**
 * E[..] as a term of the kernel: the mean of its body, worked out by the kernel, in which nothing
 * random is left.
 */
import type { Expr, RandomVariable as Declared } from '../../language/ast.ts';
import { placeText, readMember, readPlace, typeAt } from '../../language/layers.ts';
import { exprText } from '../../language/index.ts';
import type { Term } from '../../kernel/term.ts';
import { zeros } from '../../kernel/graph.ts';
import { expectation } from '../../kernel/expectation.ts';
import type { Law, RandomVariable } from '../../kernel/random-variable.ts';
import { is, less } from '../../kernel/formula.ts';
import { layerAt, layerMean, running } from '../../kernel/layer-means.ts';
import { meanOf, unfolded } from '../../kernel/means.ts';
import { renameDims } from '../../kernel/rename.ts';
import { KernelError } from '../../kernel/seal.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { canonical } from '../graphs/labelling.ts';
import {
  addSequence,
  madeOf,
  mentionsFamily,
  nameOf,
  throughSequences,
  underDepth,
} from './layers.ts';
import { membersIn } from '../graphs/members.ts';
import { quickLabel } from '../graphs/quick-label.ts';
import {
  axes,
  familyOf,
  NotLowerable,
  tensorShape,
  type Condition,
  type Scope,
  withDeclarations,
} from './scope.ts';

type Lower = (e: Expr, scope: Scope) => Term;

function lawOf({ law }: Declared, scope: Scope, lower: Lower): Law {
  const [mean = zeros([]), ...central] = law.params.map((p) => lower(p, scope));
  if (law.kind === 'rademacher') return { kind: 'rademacher' };
  const [variance] = central;
  const said = law.params[1];
  // a number was looked at when the claim was read
  if (variance && said && said.kind !== 'number') {
    const matrix = variance.shape.length === 2;
    scope.conditions.push({
      formula: matrix ? is('psd', variance) : less(zeros([]), variance, false),
      text: `${exprText(said)} ${matrix ? 'psd' : 'nonnegative'}`,
    });
  }
  return law.kind === 'normal'
    ? { kind: 'normal', mean, variance: variance as Term }
    : { kind: 'independent', mean, central };
}

/** Does the index stand anywhere in it, behind a name, in a dimension or as a number? */
const speaksOf = (x: unknown, index: string): boolean => {
  if (typeof x === 'string') return readMember(x)?.at.name === index;
  if (typeof x !== 'object' || x === null) return false;
  const {
    kind,
    name,
    index: at,
  } = x as {
    readonly kind?: unknown;
    readonly name?: unknown;
    readonly index?: { readonly name?: unknown } | null;
  };
  return (
    (kind === 'index' && name === index) ||
    at?.name === index ||
    (kind === 'entry' &&
      (x as { readonly places: readonly ({ name: unknown } | null)[] }).places.some(
        (p) => p?.name === index,
      )) ||
    Object.values(x).some((y) => speaksOf(y, index))
  );
};

/**
 * A family of data is one tensor, whose members have one law: the law's own index would be taken
 * for one around E[..].
 */
function refuseVaryingLaw({ declaration: { name, family }, law }: Declared): void {
  if (family && speaksOf(law.params, family.index))
    throw new NotLowerable(`the law of ${name}, which varies with ${family.index}, at this place`);
}

/**
 * Layers of a network: each member has its own shape and law, and stands under products over the
 * layers.
 */
const isLayered = ({ declaration: { family } }: Declared, scope: Scope): boolean =>
  family !== null && scope.layers.has(family.to);

/** The member of layer `running`, with its law there. */
function layerOf(r: Declared, scope: Scope, lower: Lower): RandomVariable {
  const { name, type, family } = r.declaration;
  if (type.kind !== 'tensor' || !family) throw new NotLowerable(`${name} as a family of layers`);
  const inner = underDepth(scope, family);
  const law = lawOf(r, inner, lower);
  const here = (t: Term): Term => renameDims(t, new Map([[family.index, running]]));
  const { shape } = typeAt(type, family.index, { name: running, offset: 0 }) as Extract<
    typeof type,
    { kind: 'tensor' }
  >;
  return {
    name: `${name}[${running}]`,
    shape: axes(shape),
    family: 0,
    law:
      law.kind === 'rademacher'
        ? law
        : law.kind === 'normal'
          ? { ...law, mean: here(law.mean), variance: here(law.variance) }
          : { ...law, mean: here(law.mean), central: law.central.map(here) },
  };
}

/**
 * Members of layers that stand alone: `W[2]` and `W[1]`, `W[l+1]` and `W[l]`, of which no two may
 * be one.
 */
function overMembers(body: Term, layers: readonly RandomVariable[]): Term {
  const random = layers.flatMap((x): RandomVariable[] => {
    const places = [...membersIn(body).values()]
      .filter((at) => occurs(x.name.replace(running, placeText(at)), body))
      .map(placeText);
    if (new Set(places.map((p) => readPlace(p)?.name)).size > 1)
      throw new NotLowerable(
        'the mean of ' +
          `${x.name.replace(running, places.join(`] and ${x.name.slice(0, x.name.indexOf('['))}[`))}, ` +
          'which may be one',
      );
    return [...new Set(places)].map((p) => layerAt(x, p));
  });
  return expectation(body, random, quickLabel);
}

/** The mean of a body that mentions one product or sum over random layers. */
function overLayers(body: Term, layers: readonly RandomVariable[], scope: Scope): Term {
  const paths = [...scope.sequences].filter(([, s]) => mentionsFamily(s.name, body) && s.random);
  const [found, other] = paths;
  const places = found
    ? [...membersIn(body)]
        .filter(([text]) => text.startsWith(`${found[1].name}[`))
        .map(([, at]) => at)
    : [];
  const [end, second] = places;
  if (!found) return overMembers(body, layers);
  if (other || !end || second)
    throw new NotLowerable('the mean of several products over the same random layers');
  const [, path] = found;
  const key = (text: string): string => `mean ${path.from} ${text}`;
  const keys = new Map<string, string>();
  const fresh = (text: string): string => {
    const name = nameOf(key(text), `mean.${keys.size + 1}`, scope);
    keys.set(name, key(text));
    return name;
  };
  const { value, sequences } = layerMean(
    body,
    path,
    layers,
    end,
    fresh,
    (m) => canonical(m, new Map()).label,
  );
  for (const s of sequences) addSequence(keys.get(s.name) as string, s, end, scope);
  return value;
}

/** Is it the name of the mean of a function? */
const isMeanOfFunction = (t: Term): boolean =>
  t.monomials.some((m) =>
    m.factors.some(({ head }) => head.kind === 'jet' && head.fn.name.startsWith('E#')),
  );

/**
 * Keeps the mean of a number that depends on a function of one random variable, of a law that its
 * parameters tell.
 */
function note(
  e: Expr & { kind: 'expectation' },
  {
    body,
    value,
    random,
  }: { readonly body: Term; readonly value: Term; readonly random: readonly RandomVariable[] },
  scope: Scope,
  lower: Lower,
): void {
  const [only, ...more] = random;
  const [law] = e.random;
  if (
    !only ||
    !law ||
    more.length > 0 ||
    only.law.kind === 'independent' ||
    only.family > 0 ||
    body.shape.length > 0 ||
    scope.indices.size + scope.depth.size > 0 ||
    !isMeanOfFunction(value)
  )
    return;
  const inner = { ...withDeclarations(scope, [law.declaration]), conditions: [] };
  const [base, exponent] =
    e.body.kind === 'operator' && e.body.operator === 'pow' ? e.body.args : [];
  const half =
    base && exponent?.kind === 'number' && exponent.value === '2'
      ? lower(
          base.kind === 'operator' && base.operator === 'bars' ? (base.args[0] as Expr) : base,
          inner,
        )
      : null;
  scope.means.push({ random: only, body, half });
}

/**
 * Is a mean here left as a mean? Under a derivative, and where an index of layers is bound, it is
 * worked out at once.
 */
const isFolded = ({ folds, by, depth }: Scope): boolean =>
  folds === true && (by ?? []).length === 0 && depth.size === 0;
function folded(body: Term, random: readonly RandomVariable[]): Term | null {
  try {
    return meanOf(body, random, quickLabel);
  } catch (error) {
    if (error instanceof KernelError) return null;
    throw error;
  }
}

export function lowerExpectation(
  e: Expr & { kind: 'expectation' },
  scope: Scope,
  lower: Lower,
): Term {
  const [layered, single] = [
    e.random.filter((r) => isLayered(r, scope)),
    e.random.filter((r) => !isLayered(r, scope)),
  ];
  const random = single.map((r): RandomVariable => {
    const { declaration } = r;
    refuseVaryingLaw(r);
    return {
      name: declaration.name,
      shape: tensorShape(declaration),
      family: familyOf(declaration).length,
      law: lawOf(r, { ...scope, conditions: [] }, lower),
    };
  });
  const layers = layered.map((r) => layerOf(r, scope, lower));
  const conditions: Condition[] = [];
  const body = lower(e.body, {
    ...withDeclarations(
      scope,
      e.random.map((r) => r.declaration),
    ),
    conditions,
  });
  const names = e.random.map((r) => r.declaration.name);
  const hidden = (t: Term, name: string): boolean =>
    mentionsFamily(name, t) || throughSequences(t, name, scope);
  const isRandom = (t: Term): boolean => names.some((name) => occurs(name, t) || hidden(t, name));
  for (const [key, s] of scope.sequences)
    if (madeOf(s).some(isRandom)) scope.sequences.set(key, { ...s, random: true });
  // a product over layers or a power is a name of its own, which does not show that it is random
  if (random.some((x) => hidden(body, x.name)))
    throw new NotLowerable('the mean of a product over layers or of a symbolic power');
  const bad = conditions.find((c) => termsOf(c.formula).some(isRandom));
  if (bad) throw new NotLowerable(`the mean of what is defined only where ${bad.text}`);
  scope.conditions.push(...conditions);
  try {
    // later layers are mostly declared later, and are averaged first: then what is left is small
    const inOrder = random.toReversed();
    const own = isFolded(scope) && layered.length === 0 ? folded(body, inOrder) : null;
    if (own) return own;
    const left = expectation(unfolded(body), inOrder, quickLabel);
    if (layered.length > 0) return overLayers(left, layers, scope);
    note(e, { body, value: left, random }, scope, lower);
    return left;
  } catch (error) {
    if (error instanceof KernelError) throw new NotLowerable(error.message);
    throw error;
  }
}
