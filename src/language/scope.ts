import { ClaimError, type Declaration, type RandomVariable, type Range, type Span } from './ast.ts';
import { builtinActivations, constants, isCalledOperator, nearest, reservedAs } from './names.ts';

/** What names mean at a place. A scope made by `inner` sees the outer one's names and keeps its own. */
export class Scope {
  /** All dimension names, in order of appearance; shared by all scopes of a claim. */
  readonly dims: Set<string>;
  private readonly outer: Scope | null;
  private readonly variables = new Map<string, Declaration>();
  private readonly indices = new Map<string, Range>();
  private readonly random = new Set<string>();
  private readonly laws = new Map<string, RandomVariable>();
  /** True inside E[..], where random variables may stand. */
  private readonly expecting: boolean;
  /** False where a proof may not bring in a dimension the claim does not have. */
  readonly openDims: boolean;

  constructor(outer: Scope | null = null, openDims = true, expecting = false) {
    this.outer = outer;
    this.dims = outer ? outer.dims : new Set();
    this.expecting = expecting || outer?.expecting === true;
    this.openDims = outer ? outer.openDims && openDims : openDims;
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
    if (!this.expecting && this.isRandom(name)) throw new ClaimError(`${name} is random: it may stand only inside E[..]`, span, 'write E[..] around what is meant, or declare it without a law');
  }

  variable(name: string): Declaration | null {
    return this.variables.get(name) ?? this.outer?.variable(name) ?? null;
  }

  index(name: string): Range | null {
    return this.indices.get(name) ?? this.outer?.index(name) ?? null;
  }

  addDim(dim: string, span: Span): void {
    if (/^\d/.test(dim) || this.dims.has(dim)) return;
    this.refuseReserved(dim, span);
    if (this.variable(dim)) throw new ClaimError(`${dim} is both a variable and a dimension`, span, 'give one of them another name');
    if (this.index(dim)) throw new ClaimError(`${dim} is both an index and a dimension`, span, 'give one of them another name');
    if (!this.openDims) throw new ClaimError(`${dim} is not a dimension of the claim`, span, this.near(dim, this.dims));
    this.dims.add(dim);
  }

  addVariable(declaration: Declaration, span: Span, random = false): void {
    const { name } = declaration;
    this.refuseReserved(name, span);
    if (this.variable(name)) throw new ClaimError(`${name} is declared twice`, span, 'take one of the declarations out, or give one another name');
    if (this.dims.has(name)) throw new ClaimError(`${name} is both a variable and a dimension`, span, 'give one of them another name');
    if (this.index(name)) throw new ClaimError(`${name} is both a variable and an index`, span, 'give one of them another name');
    this.variables.set(name, declaration);
    if (random) this.random.add(name);
  }

  addIndex(range: Range): void {
    this.refuseReserved(range.index, range.span);
    this.refuseIndexName(range.index, range.span);
    this.indices.set(range.index, range);
  }

  /** An index may not hide another name. */
  refuseIndexName(name: string, span: Span): void {
    const taken = this.variable(name) ? 'a variable' : this.dims.has(name) ? 'a dimension' : this.index(name) ? 'an index already' : null;
    if (taken) throw new ClaimError(`${name} is ${taken}, so it cannot be an index here`, span, 'give the index another name');
  }

  names(): readonly string[] {
    return [...(this.outer?.names() ?? []), ...this.variables.keys(), ...this.indices.keys(), ...(this.outer ? [] : this.dims)];
  }

  undeclared(name: string, span: Span): ClaimError {
    if (isCalledOperator(name) || builtinActivations.has(name)) {
      return new ClaimError(`${name} is a function: it needs its argument in parentheses`, span, `write ${name}(..)`);
    }
    return new ClaimError(`${name} is not declared`, span, this.near(name, [...this.names(), ...constants]));
  }

  private near(name: string, known: Iterable<string>): string | null {
    const all = [...new Set(known)];
    const found = nearest(name, all);
    if (found !== null) return `did you mean ${found}?`;
    return `declare it, as in ‘${name}: n’ or ‘${name}: scalar’; known here: ${all.slice(0, 12).join(', ')}${all.length > 12 ? ', …' : ''}`;
  }

  private refuseReserved(name: string, span: Span): void {
    const why = reservedAs(name);
    if (why !== null) throw new ClaimError(`${name} is ${why} and cannot be declared`, span, 'give it another name, also as capital or small letter');
  }
}
