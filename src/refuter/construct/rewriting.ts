/** A claim while names in it are replaced, one after the other. */
import type { Claim, Declaration, Expr, Formula } from '../../language/ast.ts';
import { expressionsIn, rewrittenIn, type Replace } from './rewrite.ts';

/** One name replaced: what stands in its place, and the new declarations. */
export interface Step {
  readonly name: string;
  readonly value: Expr;
  readonly fresh: readonly Declaration[];
  readonly replace: Replace;
}

export class Rewriting {
  private declarations: readonly Declaration[];
  private formulas: readonly Formula[];
  readonly steps: Step[] = [];

  constructor(claim: Claim) {
    this.declarations = claim.declarations;
    this.formulas = [...claim.hypotheses, claim.conclusion];
  }

  get expressions(): readonly Expr[] {
    return this.formulas.flatMap(expressionsIn);
  }
  declared(name: string): Declaration | null {
    return (
      this.declarations.find(
        (d) => d.name === name && d.family === null && d.type.kind === 'tensor',
      ) ?? null
    );
  }
  /** A name that nothing has. */
  free(stem: string): string {
    for (let k = 0; ; k++) {
      const name = `${stem}${k === 0 ? '' : k}`;
      if (!this.declarations.some((d) => d.name === name)) return name;
    }
  }
  take(step: Step): void {
    this.steps.push(step);
    this.formulas = this.formulas.map((f) => rewrittenIn(f, step.replace));
    this.declarations = [...this.declarations.filter((d) => d.name !== step.name), ...step.fresh];
  }
  /** Replaces without a new name; true where that changed something. */
  simplify(replace: Replace): boolean {
    const before = this.formulas;
    this.formulas = before.map((f) => rewrittenIn(f, replace));
    return this.formulas.some((f, i) => JSON.stringify(f) !== JSON.stringify(before[i]));
  }
  claim(given: Claim): Claim {
    return {
      ...given,
      declarations: this.declarations,
      hypotheses: this.formulas.slice(0, -1),
      conclusion: this.formulas.at(-1) as Formula,
    };
  }
}
