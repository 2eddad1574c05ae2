/** The meaning of names at a place of a claim: declarations, dimensions, indices. */
import {
  ClaimError,
  type Declaration,
  type DimFamily,
  type Index,
  type RandomVariable,
  type Range,
  type Span,
} from './ast.ts';
import { atomsOf } from '../operators/dimension.ts';
import { placeText, readMember, readPlace } from './layers.ts';
import { nameOfTwo, near, refuseReserved, undeclaredName } from './scope-errors.ts';
import { constants } from './names.ts';

/**
 * What names mean at a place. A scope made by `inner` sees the outer one's names and keeps its own.
 */
export class Scope {
  /** All dimension names, in order of appearance; shared by all scopes of a claim. */
  readonly dims: Set<string>;
  /** Families of dimensions by name; shared by all scopes of a claim. */
  readonly dimFamilies: Map<string, DimFamily>;
  private readonly outer: Scope | null;
  private readonly variables = new Map<string, Declaration>();
  private readonly indices = new Map<string, Range>();
  private readonly random = new Set<string>();
  private readonly laws = new Map<string, RandomVariable>();
  private isComplex = false;
  /** True inside E[..], where random variables may stand. */
  private readonly expecting: boolean;
  private readonly starts = new Map<string, number>();
  /** False where a proof may not bring in a dimension the claim does not have. */
  readonly openDims: boolean;

  constructor(outer: Scope | null = null, openDims = true, expecting = false) {
    this.outer = outer;
    this.dims = outer ? outer.dims : new Set();
    this.expecting = expecting || outer?.expecting === true;
    this.dimFamilies = outer ? outer.dimFamilies : new Map();
    this.openDims = outer ? outer.openDims && openDims : openDims;
  }

  /** The claim is about complex matrices: ' is the conjugate transpose. */
  get complex(): boolean {
    return this.outer ? this.outer.complex : this.isComplex;
  }

  readComplex(): void {
    if (this.outer) this.outer.readComplex();
    else this.isComplex = true;
  }

  inner(): Scope {
    return new Scope(this);
  }

  /** The scope inside E[..]. */
  expectation(): Scope {
    return new Scope(this, true, true);
  }

  get isInner(): boolean {
    return this.outer !== null;
  }

  isRandom(name: string): boolean {
    return this.variables.has(name) ? this.random.has(name) : (this.outer?.isRandom(name) ?? false);
  }

  addLaw(variable: RandomVariable): void {
    this.laws.set(variable.declaration.name, variable);
  }

  /** All random variables of the claim. */
  randomVariables(): readonly RandomVariable[] {
    return [...(this.outer?.randomVariables() ?? []), ...this.laws.values()];
  }

  /** Throws where a random variable stands outside E[..]. */
  refuseRandom(name: string, span: Span): void {
    if (!this.expecting && this.isRandom(name))
      throw new ClaimError(
        `${name} is random: it may stand only inside E[..]`,
        span,
        'write E[..] around what is meant, or declare it without a law',
      );
  }

  variable(name: string): Declaration | null {
    return this.variables.get(name) ?? this.outer?.variable(name) ?? null;
  }

  index(name: string): Range | null {
    return this.indices.get(name) ?? this.outer?.index(name) ?? null;
  }

  /** `d[l-1]` in the type of a family over l: which members there are follows from the range. */
  addDimMember(dim: string, span: Span, range: Range | null): void {
    const found = readMember(dim);
    if (found === null || range === null || found.at.name !== range.index) return;
    const { family: name, at } = found;
    refuseReserved(name, span);
    if (this.variable(name) || this.dims.has(name))
      throw nameOfTwo(name, 'a family of dimensions', 'something else', span);
    const from = 1 + at.offset;
    if (from < 0)
      throw new ClaimError(
        `${dim} at ${range.index} = 1 is ${name}[${from}]: families of dimensions begin at ${name}[0]`,
        span,
      );
    const known = this.dimFamilies.get(name);
    if (known && known.to !== range.to)
      throw new ClaimError(
        `${name} is a family of dimensions over 1..${known.to} and over 1..${range.to}`,
        span,
        'give one of them another name',
      );
    this.dimFamilies.set(name, {
      name,
      to: range.to,
      from: Math.min(from, known?.from ?? from),
      past: Math.max(at.offset, known?.past ?? at.offset),
    });
  }

  /** Throws where a dimension `d[0]` or `d[L]` is not a member of a declared family. */
  checkDimMember(dim: string, span: Span, range: Range | null): void {
    const found = readMember(dim);
    if (found === null || (range !== null && found.at.name === range.index)) return;
    const { family: name, at } = found;
    const known = this.dimFamilies.get(name);
    if (!known)
      throw new ClaimError(
        `${dim} is a member of no family of dimensions`,
        span,
        `declare layers, as in W[l]: ${name}[l]×${name}[l-1] for l in 1..L`,
      );
    const to = readPlace(known.to);
    if (at.name !== null && at.name !== to?.name)
      throw new ClaimError(
        `the index ${at.name} of ${dim} is not bound`,
        span,
        `write a number or ${name}[${known.to}]`,
      );
    const high = at.name === to?.name ? at.offset - (to?.offset ?? 0) : null;
    if ((at.name === null && at.offset < known.from) || (high !== null && high > known.past)) {
      throw new ClaimError(
        `${dim} is out of range: the members are ${name}[${known.from}] to ` +
          `${name}[${known.to}${known.past > 0 ? `+${known.past}` : known.past < 0 ? known.past : ''}]`,
        span,
      );
    }
  }

  /** `d[l]` as a number: every value of its index is one of the members. Throws otherwise. */
  demandDimMember(name: string, index: Index | null, span: Span): string {
    const known = this.dimFamilies.get(name) as DimFamily;
    if (index === null)
      throw new ClaimError(
        `${name} is a family of dimensions: it needs an index`,
        span,
        `write ${name}[${known.to}] or ${name}[${known.from}]`,
      );
    const dim = `${name}[${placeText(index)}]`;
    const range = index.name === null ? null : this.index(index.name);
    if (index.name === null || range === null) {
      this.checkDimMember(dim, span, null);
      return dim;
    }
    const [last, end] = [this.lastOf(range), readPlace(known.to)];
    if (last.name !== end?.name)
      throw new ClaimError(
        `the index ${index.name} runs over 1..${range.to}, but ${name} is a family of dimensions over 1..${known.to}`,
        span,
        `use an index over 1..${known.to}`,
      );
    const [low, high] = [
      this.firstOf(index.name) + index.offset,
      last.offset + index.offset - (end?.offset ?? 0),
    ];
    if (low < known.from || high > known.past)
      throw new ClaimError(
        `this index runs out of the range of ${name} at ${index.name} = ` +
          `${low < known.from ? this.firstOf(index.name) : range.to}`,
        span,
      );
    return dim;
  }

  /** The first value of an index. */
  firstOf(index: string): number {
    return this.starts.get(index) ?? this.outer?.firstOf(index) ?? 1;
  }

  addDim(dim: string, span: Span): void {
    if (/^\d/.test(dim) || this.dims.has(dim)) return;
    refuseReserved(dim, span);
    if (this.dimFamilies.has(dim))
      throw new ClaimError(
        `${dim} is a family of dimensions: it needs an index`,
        span,
        `write ${dim}[l]`,
      );
    if (this.variable(dim)) throw nameOfTwo(dim, 'a variable', 'a dimension', span);
    if (this.index(dim)) throw nameOfTwo(dim, 'an index', 'a dimension', span);
    if (!this.openDims)
      throw new ClaimError(`${dim} is not a dimension of the claim`, span, near(dim, this.dims));
    this.dims.add(dim);
  }

  addVariable(declaration: Declaration, span: Span, random = false): void {
    const { name } = declaration;
    refuseReserved(name, span);
    if (this.variable(name))
      throw new ClaimError(
        `${name} is declared twice`,
        span,
        'take one of the declarations out, or give one another name',
      );
    if (this.dims.has(name)) throw nameOfTwo(name, 'a variable', 'a dimension', span);
    if (this.dimFamilies.has(name))
      throw nameOfTwo(name, 'a variable', 'a family of dimensions', span);
    if (this.index(name)) throw nameOfTwo(name, 'a variable', 'an index', span);
    this.variables.set(name, declaration);
    if (random) this.random.add(name);
  }

  /** `from`: the first value of the index. */
  addIndex(range: Range, from = 1): void {
    refuseReserved(range.index, range.span);
    this.refuseIndexName(range.index, range.span);
    this.checkEnd(range);
    this.indices.set(range.index, range);
    this.starts.set(range.index, from);
  }

  /** A range ends at a number, at a dimension or an index, or a whole number from one. */
  private checkEnd({ to, span }: Range): void {
    const place = readPlace(to);
    const names = (place ? [place.name ?? '1'] : atomsOf(to)).filter((n) => !/^\d+$/.test(n));
    const name = names.find((n) => !this.dims.has(n) && !(place && this.index(n)));
    if (name === undefined) return;
    throw new ClaimError(
      `${name} is not a dimension of the claim`,
      span,
      'end the range at the dimension of something declared, or at a number',
    );
  }

  /**
   * The end of an index's range in terms of dimensions alone: where l runs to L-1 and k to l, k
   * runs to L-1.
   */
  lastOf(range: Range): { readonly name: string | null; readonly offset: number } {
    const end = readPlace(range.to) ?? { name: range.to, offset: 0 };
    const outer = end.name === null ? null : this.index(end.name);
    if (!outer) return end;
    const last = this.lastOf(outer);
    return { name: last.name, offset: last.offset + end.offset };
  }

  /** An index may not hide another name. */
  refuseIndexName(name: string, span: Span): void {
    const taken = this.variable(name)
      ? 'a variable'
      : this.dims.has(name)
        ? 'a dimension'
        : this.index(name)
          ? 'an index already'
          : null;
    if (taken)
      throw new ClaimError(
        `${name} is ${taken}, so it cannot be an index here`,
        span,
        'give the index another name',
      );
  }

  names(): readonly string[] {
    return [
      ...(this.outer?.names() ?? []),
      ...this.variables.keys(),
      ...this.indices.keys(),
      ...(this.outer ? [] : this.dims),
    ];
  }

  undeclared(name: string, span: Span): ClaimError {
    return undeclaredName(name, [...this.names(), ...constants], span);
  }
}
