/**
 * Layers in the kernel's terms: members of families over an index, and products, powers and sums as
 * sequences.
 */
import type { Declaration, Expr, Formula as Said, Index, Range } from '../../language/ast.ts';
import { placeText, readPlace, typeAt } from '../../language/layers.ts';
import type { Dim, Term } from '../../kernel/term.ts';
import { add, contract, identity, number, variable, zeros } from '../../kernel/graph.ts';
import { each, equal, type Formula } from '../../kernel/formula.ts';
import { readMember } from '../../kernel/indices.ts';
import { isSum } from '../../operators/dimension.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { memberAt, running } from '../../kernel/layer-means.ts';
import { occursDim, renameDim, renameDims } from '../../kernel/rename.ts';
import { one } from '../../kernel/ratio.ts';
import { writeTerm } from '../../kernel/write.ts';
import { membersIn } from '../graphs/members.ts';
import { axes, NotLowerable, type Scope, type Sequence } from './scope.ts';

const isObject = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null;

/**
 * Is the index told by its whole range, or does the expression mention it as a number of layers?
 */
function countsWith(node: unknown, index: string): boolean {
  if (!isObject(node)) return false;
  if (node['kind'] === 'index' && node['name'] === index) return true;
  if (node['kind'] === 'product') {
    const range = node['range'] as Range;
    if (readPlace(range.to)?.name === index) return true;
  }
  if (typeof node['to'] === 'string' && readPlace(node['to'])?.name === index) return true;
  return Object.values(node).some((child) => countsWith(child, index));
}

/**
 * Does a range over layers stand here: one that ends at `L-1` or at an index, or whose index is
 * counted with?
 */
export function isDepth(range: Range, body: Expr | Said, scope: Scope): boolean {
  const end = readPlace(range.to);
  if (isSum(range.to) && end === null) return false;
  if (scope.layers.has(range.to) || end === null) return true;
  if (end.name !== null && end.offset !== 0) return true;
  return (end.name !== null && scope.depth.has(end.name)) || countsWith(body, range.index);
}

/**
 * Ends of the ranges over which families are families of layers: their shapes vary, or they stand
 * under a product, behind a shifted index or behind the range's own end. What is left are families
 * of data, whose index is an axis.
 */
export function layersOf(
  declarations: readonly Declaration[],
  formulas: readonly unknown[],
): ReadonlySet<Dim> {
  const found = new Set<Dim>();
  const ends = new Map(
    declarations.flatMap((d) => (d.family ? [[d.name, d.family.to] as const] : [])),
  );
  if (ends.size === 0) return found;
  for (const d of declarations) {
    const shapes =
      d.type.kind === 'tensor'
        ? d.type.shape
        : d.type.kind === 'function'
          ? [...d.type.inputs.flat(), ...d.type.output]
          : [];
    if (d.family && shapes.some((dim) => dim.includes('['))) found.add(d.family.to);
  }
  const visit = (
    x: unknown,
    bound: ReadonlyMap<string, string>,
    under: ReadonlySet<string>,
  ): void => {
    if (!isObject(x)) return;
    const index = x['index'] as Index | null | undefined;
    if (isObject(index) && typeof index.offset === 'number' && index.name !== null) {
      const end = [x['name'], x['fn'], x['by']]
        .map((n) => (typeof n === 'string' ? ends.get(n) : undefined))
        .find((e) => e !== undefined);
      if (
        end !== undefined &&
        (index.offset !== 0 || under.has(index.name) || (bound.get(index.name) ?? null) !== end)
      )
        found.add(end);
    }
    const range = x['range'] as Range | undefined;
    const ranged = isObject(range) && typeof range.index === 'string';
    const inner = ranged ? new Map(bound).set(range.index, range.to) : bound;
    const products = ranged && x['kind'] === 'product' ? new Set([...under, range.index]) : under;
    Object.values(x).forEach((child) => visit(child, inner, products));
  };
  for (const f of formulas) visit(f, new Map(), new Set());
  return found;
}

/** `W[l+1]` as a variable of its own. */
export function layerMember(d: Declaration, index: Index, scope: Scope): Term {
  if (d.type.kind !== 'tensor' || d.family === null)
    throw new NotLowerable(`${d.name} as a family of layers`);
  demandDepth(index, scope);
  const type = typeAt(d.type, d.family.index, index);
  return variable(`${d.name}[${placeText(index)}]`, type.kind === 'tensor' ? axes(type.shape) : []);
}

function demandDepth(index: Index, scope: Scope): void {
  if (index.name !== null && scope.indices.has(index.name))
    throw new NotLowerable(`the index ${index.name} of data and of layers at once`);
}

/** The end of a range in dimensions alone. */
function lastOf(end: Index, scope: Scope): Index {
  const outer = end.name === null ? undefined : scope.depth.get(end.name);
  return outer ? { name: outer.name, offset: outer.offset + end.offset } : end;
}
export const underDepth = (scope: Scope, range: Range): Scope => ({
  ...scope,
  depth: new Map(scope.depth).set(
    range.index,
    lastOf(readPlace(range.to) ?? { name: range.to, offset: 0 }, scope),
  ),
  conditions: [],
});

/** Members of a sequence are added up or multiplied, from the left or from the right. */
type Joining = 'sum' | 'falling' | 'rising';

/**
 * The member at `end` of the sequence whose every member is the one before joined with `body`:
 * X[from−1] = I (or 1, or 0 for a sum) and X[k] = body(k) X[k−1]. There is one such sequence, so
 * what holds for all of them holds for it.
 */
export function sequenceAt(
  how: Joining,
  index: string | null,
  body: Term,
  from: number,
  end: Index,
  scope: Scope,
): Term {
  demandDepth(end, scope);
  const step = index === null ? body : renameDims(body, new Map([[index, running]]));
  for (const inner of scope.sequences.values())
    if (mentionsFamily(inner.name, step)) throw new NotLowerable('a product of products');
  const key = `${how} ${from} ${writeTerm(step)}`;
  const name = nameOf(key, how === 'sum' ? 'sum' : index === null ? 'pow' : 'prod', scope);
  const sequence = joining(how, name, from, step);
  addSequence(key, sequence, end, scope);
  return memberAt(sequence, placeText(end));
}

function joining(how: Joining, name: string, from: number, step: Term): Omit<Sequence, 'ends'> {
  const place = (d: Dim, to: string): Dim => renameDim(d, new Map([[running, to]]));
  const [rows, columns] = step.shape as [Dim, Dim];
  const plain = how === 'sum' || step.shape.length === 0;
  const shape = plain
    ? step.shape
    : how === 'falling'
      ? [rows, place(columns, `${from}`)]
      : [place(rows, `${from}`), columns];
  const before = memberAt({ name, shape }, `${running}-1`);
  const first = memberAt({ name, shape }, `${from - 1}`);
  const product = (a: Term, b: Term): Term =>
    step.shape.length === 0 ? contract([a, b], ['', ''], '') : contract([a, b], ['ij', 'jk'], 'ik');
  const start =
    how === 'sum'
      ? zeros(first.shape)
      : first.shape.length === 0
        ? number(one)
        : identity(first.shape[0] as Dim);
  return {
    name,
    shape,
    from,
    start,
    step,
    next:
      how === 'sum'
        ? add(before, step)
        : how === 'falling'
          ? product(step, before)
          : product(before, step),
  };
}

/** One text, one name. */
export const nameOf = (key: string, stem: string, scope: Scope): string =>
  scope.sequences.get(key)?.name ?? `${stem}#${scope.sequences.size + 1}`;

/** Adds a sequence, of which the claim speaks up to `end`. */
export function addSequence(
  key: string,
  sequence: Omit<Sequence, 'ends'>,
  end: Index,
  scope: Scope,
): void {
  for (const outer of scope.depth.keys())
    if (occursDim(outer, sequence.next) || occursDim(outer, sequence.start))
      throw new NotLowerable('a product or a mean inside another, over its index');
  const known: Sequence = scope.sequences.get(key) ?? { ...sequence, ends: [] };
  const last = lastOf(end, scope);
  const ends = known.ends.some((e) => e.name === last.name && e.offset >= last.offset)
    ? known.ends
    : [...known.ends.filter((e) => e.name !== last.name), last];
  scope.sequences.set(key, { ...known, ends });
}

/** The two equations that describe a sequence, the second as far as the claim goes. */
export function describing(sequence: Sequence): Formula[] {
  const { from, start, next, random } = sequence;
  if (random) return [];
  return [
    equal(memberAt(sequence, `${from - 1}`), start),
    ...sequence.ends.map((end) =>
      each(running, `${from}`, placeText(end), equal(memberAt(sequence, running), next)),
    ),
  ];
}

/** Does a term mention a member of the family? */
export function mentionsFamily(family: string, term: Term): boolean {
  return term.monomials.some((m) =>
    m.factors.some(({ head }) => {
      if (head.kind === 'variable') return readMember(head.name)?.family === family;
      return (head.kind === 'jet' ? head.args : [head.arg]).some((t) => mentionsFamily(family, t));
    }),
  );
}

/** What a sequence is made of. */
export const madeOf = ({ start, next }: Sequence): readonly Term[] => [start, next];

/**
 * Does the term depend on the name, of a variable or of a family, through a sequence that stands in
 * it, whose own name does not show it?
 */
export function throughSequences(
  t: Term,
  name: string,
  scope: Scope,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  return [...scope.sequences.values()].some((s) => {
    if (seen.has(s.name) || !mentionsFamily(s.name, t)) return false;
    const visited = new Set([...seen, s.name]);
    return madeOf(s).some(
      (x) =>
        occurs(name, x) || mentionsFamily(name, x) || throughSequences(x, name, scope, visited),
    );
  });
}

/** Refuses the derivative by W[l] of a term that mentions a member W[k] which may be the same. */
export function refuseDependence(term: Term, family: string, index: Index): void {
  for (const [name, at] of membersIn(term)) {
    if (readMember(name)?.family === family && at.name !== index.name)
      throw new NotLowerable(
        `the derivative by ${family}[${placeText(index)}] of ${name}, which may be the same`,
      );
  }
}
