/** Where a narration is: what was brought in, under which names, and what can be read there. */
import { free, freeDim, renameDimsIn, substituteIn } from '../kernel/binders.ts';
import type { Formula } from '../kernel/formula.ts';
import { number, variable } from '../kernel/graph.ts';
import { KernelError } from '../kernel/seal.ts';
import { one } from '../kernel/ratio.ts';
import { equal } from '../kernel/formula.ts';
import type { Dim, Term } from '../kernel/term.ts';
import { variablesIn } from '../prover/graphs/members.ts';
import { plainDim, plainName } from './factor-words.ts';
import { freshName } from './formula-words.ts';
import { renameBound } from './rename-bound.ts';
import type { Brought, Readable } from './readable.ts';
import type { Running } from './sequences.ts';
import type { Words } from './term-words.ts';

/** Letters of indices, in the order in which they are taken. */
const letters = 'ijklpqrs';

/** What the kernel calls by another name than a reader. */
type Alias =
  | { readonly kind: 'variable'; readonly from: string; readonly to: Term }
  | { readonly kind: 'index'; readonly from: string; readonly to: string };

export interface Saved {
  readonly brought: Brought;
  readonly aliases: readonly Alias[];
  readonly declared: ReadonlySet<string>;
  readonly own: ReadonlyMap<string, string>;
}

const typeText = (shape: readonly Dim[]): string =>
  shape.length === 0 ? 'scalar' : shape.map(plainDim).join('×');

export class Place {
  private brought: Brought = { declared: [], ranges: [] };
  private aliases: readonly Alias[] = [];
  private declared: ReadonlySet<string>;
  /** What was brought in, by its name in the kernel. */
  private own: ReadonlyMap<string, string> = new Map();
  private readonly base: Words & { readonly running: Running };
  private readonly readable: Readable;

  constructor(base: Words & { readonly running: Running }, readable: Readable) {
    this.base = base;
    this.declared = base.declared;
    this.readable = readable;
  }

  get words(): Words {
    return { ...this.base, declared: this.declared };
  }

  /** The formula with the names that a reader knows. */
  named(f: Formula): Formula {
    return this.aliases.reduce((g, a) => this.aliased(g, a), this.base.running.begun(f));
  }

  private aliased(f: Formula, a: Alias): Formula {
    try {
      if (a.kind === 'index')
        return freeDim(a.from, f) ? renameDimsIn(f, new Map([[a.from, a.to]])) : f;
      return free(a.from, f) ? this.replaced(f, a.from, a.to) : f;
    } catch (error) {
      // the name has another meaning in what was told elsewhere
      if (error instanceof KernelError) return f;
      throw error;
    }
  }

  private alias(a: Alias): void {
    this.aliases = [...this.aliases.filter(({ from }) => from !== a.from), a];
  }

  /** Names that the formula binds itself make way. */
  private replaced(f: Formula, from: string, to: Term): Formula {
    const names = new Set(variablesIn(to).keys());
    const apart = renameBound(f, (name) =>
      names.has(name) ? freshName(plainName(name), this.words) : name,
    );
    return substituteIn(apart, from, { kind: 'term', term: to });
  }

  /** A name that means a term here. */
  mean(name: string, term: Term): void {
    this.alias({ kind: 'variable', from: name, to: this.namedTerm(term) });
  }

  namedTerm(t: Term): Term {
    if (t.shape.length > 0 || this.aliases.length > 0) {
      const f = this.named(equal(t, t));
      return f.kind === 'equal' ? f.left : t;
    }
    const f = this.named(equal(t, number(one)));
    return f.kind === 'equal' ? f.left : t;
  }

  reads(text: string): boolean {
    return this.readable(text, this.brought);
  }

  get saved(): Saved {
    return {
      brought: this.brought,
      aliases: this.aliases,
      declared: this.declared,
      own: this.own,
    };
  }

  restore({ brought, aliases, declared, own }: Saved): void {
    this.brought = brought;
    this.aliases = aliases;
    this.declared = declared;
    this.own = own;
  }

  /** Names that mean something else from here on. */
  forget(names: readonly string[]): void {
    this.own = new Map([...this.own].filter(([name]) => !names.includes(name)));
  }
  knows(name: string, shape: readonly Dim[]): boolean {
    const own = this.own.get(name);
    return own !== undefined && this.brought.declared.includes(`${own}: ${typeText(shape)}`);
  }

  /** Brings in a tensor; the name that a reader knows it by. */
  bring(name: string, shape: readonly Dim[]): string {
    const plain = plainName(name);
    const isFree = /^\p{L}\w*$/u.test(plain) && !this.declared.has(plain);
    const own = this.own.get(name) ?? (isFree ? plain : freshName(plain, this.words));
    this.own = new Map(this.own).set(name, own);
    if (own === name) this.aliases = this.aliases.filter(({ from }) => from !== name);
    else this.alias({ kind: 'variable', from: name, to: variable(own, shape) });
    const others = this.brought.declared.filter((one) => !one.startsWith(`${own}:`));
    this.brought = { ...this.brought, declared: [...others, `${own}: ${typeText(shape)}`] };
    this.declared = new Set([...this.declared, own]);
    return own;
  }

  /** A letter for an index, which nothing here has. */
  private letter(): string {
    const used = new Set(this.brought.ranges.map((r) => r.name));
    const { taken } = this.base;
    const isFree = (x: string): boolean => !used.has(x) && !taken.has(x) && !this.declared.has(x);
    return [...letters].find(isFree) ?? freshName('i', this.words);
  }

  /** Brings in a place of a vector: its coordinate vector is written as an index. */
  bringCoordinate(name: string, dim: Dim): string {
    const letter = this.letter();
    this.alias({ kind: 'variable', from: name, to: variable(`#${letter}`, [dim]) });
    this.range(letter, plainDim(dim));
    return letter;
  }

  /** Names an index of layers, without saying yet where it ranges. */
  nameIndex(name: string): string {
    const known = this.aliases.find((a) => a.from === name);
    if (known?.kind === 'index') return known.to;
    const own = /^\p{L}\w*$/u.test(name) && !this.base.declared.has(name) ? name : this.letter();
    if (own !== name) this.alias({ kind: 'index', from: name, to: own });
    this.declared = new Set([...this.declared, own]);
    return own;
  }

  range(name: string, to: string): void {
    const others = this.brought.ranges.filter((r) => r.name !== name);
    this.brought = { ...this.brought, ranges: [...others, { name, to }] };
  }
}
