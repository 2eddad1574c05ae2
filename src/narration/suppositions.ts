/** What is supposed at a place of a proof: by its line, by other reasons, or without a word. */
import { write, type Formula } from '../kernel/formula.ts';
import { conjuncts } from './statement-texts.ts';

export class Suppositions {
  private lines = new Map<string, number>();
  private readonly silent = new Set<string>();
  private readonly given = new Map<string, readonly string[]>();

  /** A line states it, and all that it joins by `and`. */
  add(f: Formula, line: number): void {
    for (const g of conjuncts(f)) this.lines.set(write(g), line);
  }
  silence(f: Formula): void {
    for (const g of conjuncts(f)) this.silent.add(write(g));
  }
  give(f: Formula, reasons: readonly string[]): void {
    for (const g of conjuncts(f)) this.given.set(write(g), reasons);
  }

  line(f: Formula): number | undefined {
    return this.lines.get(write(f));
  }
  isSilent(f: Formula): boolean {
    return this.silent.has(write(f));
  }
  reasons(f: Formula): readonly string[] | undefined {
    return this.given.get(write(f));
  }

  /** Forgets what `tell` supposed. */
  within(tell: () => void): void {
    const before = new Map(this.lines);
    tell();
    this.lines = before;
  }
}
