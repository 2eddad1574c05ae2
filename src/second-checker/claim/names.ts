/**
 * Names distinguished: members and entries, dimensions and running indices, and the ranges that a
 * family tells.
 */
import { speaksOf, speaksOfIndex } from './conditions.ts';
import type { Names } from './known-shapes.ts';
import { Shapes } from './shapes.ts';
import { namesIn } from './sums-of-dims.ts';
import { unread, type At, type Declared, type Expr, type RandomName, type Said } from './tree.ts';

export const declaring = (names: Names, more: readonly Declared[]): Names => ({
  ...names,
  declared: new Map([...names.declared, ...more.map((d) => [d.name, d] as const)]),
});
const isRandom = (names: Names, name: string): boolean =>
  names.random.some((r) => r.declared.name === name);
export const running = (names: Names, index: string, to: string): Names => {
  if (
    names.declared.has(index) ||
    names.dims.has(index) ||
    names.indices.has(index) ||
    isRandom(names, index)
  )
    unread(`the index ${index}, a name already`);
  if (namesIn(to).some((d) => !names.dims.has(d))) unread(`a range that ends at ${to}`);
  return { ...names, indices: new Map([...names.indices, [index, to]]) };
};

/**
 * A member of a family of data: the index runs over the family's own range, or is a number.
 */
function member(d: Declared, at: At | null, names: Names): At | null {
  if (!d.family) return at === null ? null : unread(`an index behind ${d.name}`);
  if (at === null) return unread(`the family ${d.name} without an index`);
  const { to } = d.family;
  if (at.plus !== 0 && at.name !== null)
    return unread(`a family with the shifted index ${at.name}`);
  if (at.name === null) {
    if (at.plus < 1 || (/^\d/.test(to) && at.plus > Number(to))) unread(`the member ${at.plus}`);
    return at;
  }
  // the last member by the name of the range is one of layers, which are not read
  if (names.indices.get(at.name) !== to) unread(`the index ${at.name} of ${d.name}`);
  return at;
}

function entryAt(at: At | null, dim: string, names: Names): At | null {
  if (at === null) return null;
  if (at.name === null)
    return at.plus >= 1 && !(/^\d/.test(dim) && at.plus > Number(dim)) ? at : unread('this entry');
  if (at.plus !== 0) return unread(`an entry with the shifted index ${at.name}`);
  const end = names.indices.get(at.name);
  return end === dim || (end === undefined && at.name === dim)
    ? at
    : unread(`the entry ${at.name}`);
}

/** The end of the range of a family behind this index. */
function toldBy(e: Expr, index: string, names: Names): string | null {
  const name =
    e.k === 'entry' && e.args[0].k === 'variable'
      ? e.args[0].name
      : e.k === 'call' || e.k === 'jet'
        ? e.fn
        : e.k === 'derivative'
          ? e.by
          : null;
  const at = e.k === 'entry' ? e.places[0] : 'at' in e ? e.at : null;
  const family = name === null ? null : names.declared.get(name)?.family;
  if (family && at?.name === index) return family.to;
  // an entry of a vector or a matrix tells the dimension along its axis
  const type = name === null ? undefined : names.declared.get(name)?.type;
  if (e.k === 'entry' && type?.k === 'tensor' && !family) {
    const axis = e.places.findIndex((place) => place?.name === index);
    if (axis >= 0) return type.shape[axis] ?? null;
  }
  for (const a of 'args' in e ? e.args : []) {
    const found = toldBy(a, index, names);
    if (found !== null) return found;
  }
  return null;
}

/** The expression with every name distinguished. */
export function told(e: Expr, names: Names): Expr {
  const again = (x: Expr): Expr => told(x, names);
  const known = (name: string): Declared => names.declared.get(name) ?? unread(`the name ${name}`);
  switch (e.k) {
    case 'number':
    case 'constant':
    case 'dim':
    case 'index':
      return e;
    case 'variable': {
      const d = names.declared.get(e.name);
      if (d)
        return d.type.k === 'tensor'
          ? { ...e, at: member(d, e.at, names) }
          : unread(`the function ${e.name} without an argument`);
      if (names.indices.has(e.name)) return unread(`the index ${e.name} as a number`);
      return names.dims.has(e.name) ? { k: 'dim', dim: e.name } : unread(`the name ${e.name}`);
    }
    case 'apply':
      return { ...e, args: e.args.map(again) };
    case 'call': {
      const d = names.declared.get(e.fn);
      return {
        ...e,
        at: d ? member(d, e.at, names) : e.at === null ? null : unread(e.fn),
        args: e.args.map(again),
      };
    }
    case 'jet':
      return { ...e, at: member(known(e.fn), e.at, names), args: e.args.map(again) };
    case 'derivative':
      return { ...e, at: member(known(e.by), e.at, names), args: [again(e.args[0])] };
    case 'reduce': {
      const to = e.to ?? toldBy(e.args[0], e.index, names) ?? unread(`the range of ${e.index}`);
      return { ...e, to, args: [told(e.args[0], running(names, e.index, to))] };
    }
    case 'entry':
      return entry(e, names);
    case 'mean':
      return inMean(e, names);
  }
}
/** What is random has a value inside E[..] alone; an E[..] inside another is a number there. */
function inMean(e: Extract<Expr, { k: 'mean' }>, names: Names): Expr {
  const inner = declaring(
    names,
    names.random.map((r) => r.declared),
  );
  if (names.random.length === 0) unread('E[..] without anything random');
  const body = told(e.args[0], inner);
  const over = names.random.filter((r) => speaksOf(body, r.declared.name));
  return { ...e, over, args: [body] };
}
/**
 * A law with its parameters settled: a number for every entry, a mean of a member's shape, a
 * covariance matrix.
 */
export function settledLaw({ declared, law }: RandomName, names: Names): RandomName {
  const shapes = new Shapes(names);
  const shape = declared.type.k === 'tensor' ? declared.type.shape : [];
  const params = law.params.map((p, i) => {
    const e = told(p, names);
    const n = shape.length === 1 ? (shape[0] as string) : null;
    const matrix = law.kind === 'normal' && n !== null ? [n, n] : [];
    const guess = shapes.guess(e) ?? (e.k === 'number' ? [] : i === 0 ? shape : matrix);
    const wanted = i === 0 ? shape : i === 1 ? matrix : [];
    if (guess.length > 0 && guess.join() !== wanted.join()) unread(`this law of ${declared.name}`);
    if (i === 1 && e.k === 'number' && e.n < 0n) unread(`the variance of ${declared.name}`);
    shapes.settle(e, guess);
    if (declared.family && speaksOfIndex(e, declared.family.index)) unread('a law that varies');
    return e;
  });
  return { declared, law: { kind: law.kind, params } };
}
function entry(e: Extract<Expr, { k: 'entry' }>, names: Names): Expr {
  const [body] = e.args;
  const d = body.k === 'variable' ? names.declared.get(body.name) : undefined;
  if (body.k === 'variable' && d?.family) {
    if (body.at !== null) return unread('an entry of a member');
    const [at, more] = e.places;
    if (more !== undefined) return unread('an entry of a member');
    return { ...body, at: member(d, at ?? null, names) };
  }
  const of = told(body, names);
  const shape =
    new Shapes(names).guess(of) ?? unread('an entry of an expression without a known shape');
  return { ...e, places: e.places.map((at, i) => entryAt(at, shape[i] ?? '1', names)), args: [of] };
}

/** A statement with its names distinguished and all shapes found. */
export function settled(f: Said, names: Names): Said {
  const shapes = new Shapes(names);
  switch (f.k) {
    case 'relation': {
      const [left, right] = [told(f.left, names), told(f.right, names)];
      shapes.alike(left, right);
      return { ...f, left, right };
    }
    case 'is': {
      const subject = told(f.subject, names);
      shapes.alone(subject);
      return { ...f, subject };
    }
    case 'not':
      return { ...f, body: settled(f.body, names) };
    case 'each':
      return { ...f, body: settled(f.body, running(names, f.index, f.to)) };
    case 'forall':
    case 'exists':
      for (const d of f.variables)
        if (names.declared.has(d.name) || names.dims.has(d.name) || isRandom(names, d.name))
          unread(`the bound name ${d.name}, declared already`);
      return { ...f, body: settled(f.body, declaring(names, f.variables)) };
    case 'off':
      return f;
    default:
      return { ...f, left: settled(f.left, names), right: settled(f.right, names) };
  }
}
