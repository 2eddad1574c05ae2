/** Parses the proof under a claim, step by step. */
import {
  ClaimError,
  type Claim,
  type Declaration,
  type Expr,
  type Formula,
  type Relation,
  type Span,
} from './ast.ts';
import { namesOf, scopeOf } from './claim.ts';
import { Cursor } from './cursor.ts';
import { checkDims, declare } from './declare.ts';
import { elaborateFormula } from './elaborate-formula.ts';
import { elaborateChain } from './elaborate-relations.ts';
import { layout } from './layout.ts';
import { Lexer } from './lexer.ts';
import { announce } from './parse-claim.ts';
import { parseDeclaration } from './parse-declaration.ts';
import { parseSum } from './parse-expression.ts';
import { parseFormulaSyntax, takeRelation } from './parse-formula.ts';
import { parseReason } from './parse-reason.ts';
import { placeText, readPlace } from './layers.ts';
import type { Cases, Link, Proof, ProofPart, ProofStep, Reason } from './proof.ts';
import { settleExpr } from './settle-shapes.ts';
import { make, type Syntax } from './syntax.ts';
import type { Scope } from './scope.ts';
import { relationSigns } from './token.ts';
import { Choices } from './spellings/choices.ts';
import { namesOfClaim } from './spellings/names-of-claim.ts';
import { spell } from './spellings/index.ts';
import { refuseFree, typingOf } from './typing.ts';
import { Unifier } from './unifier.ts';

/** Reads the steps of a proof in order; names that a step brings in are known to the later ones. */
class ProofReader {
  private readonly c: Cursor;
  private scope: Scope;

  constructor(source: string, claim: Claim) {
    const names = namesOfClaim(claim, claim.declarations);
    const tokens = layout(spell(new Lexer(source, true).read(), new Choices(), names).tokens, {
      of: 'proof',
    });
    const { functions, declared } = namesOf(claim.declarations);
    this.c = new Cursor(tokens, 0, tokens.length - 1, functions, declared);
    this.scope = scopeOf(claim);
  }

  parts(): ProofPart[] {
    const { c } = this;
    const parts: ProofPart[] = [];
    this.skip();
    while (!c.done) {
      const { start } = c.token;
      const arrow = this.atArrow() ? c.next().text : null;
      const label =
        arrow === null && c.is('part') && c.peek(1).kind === 'name' && !c.declared.has('part')
          ? (c.next(), c.next().text)
          : null;
      const steps = this.steps();
      if (steps.length === 0)
        throw new ClaimError(
          'there is no step here',
          { start, end: c.last.end },
          'write a chain of expressions with reasons',
        );
      parts.push({
        direction: arrow === '=>' || arrow === '<=' ? arrow : null,
        label,
        steps,
        span: { start, end: c.last.end },
      });
    }
    return parts;
  }

  private skip(): void {
    while (!this.c.done && this.c.token.kind === 'separator') this.c.next();
  }

  private atArrow(): boolean {
    return this.c.token.opens && (this.c.is('=>') || this.c.is('<='));
  }

  private steps(): ProofStep[] {
    const { c } = this;
    const steps: ProofStep[] = [];
    this.skip();
    while (
      !c.done &&
      !this.atArrow() &&
      !(c.is('part') && c.peek(1).kind === 'name' && !c.declared.has('part'))
    ) {
      steps.push(...this.step());
      if (!c.done && c.token.kind !== 'separator') throw c.expected('the end of the line');
      this.skip();
    }
    return steps;
  }

  private step(): readonly ProofStep[] {
    const { c } = this;
    const { start } = c.token;
    const at = (): Span => ({ start, end: c.last.end });
    if (c.take('let'))
      return this.declared().map((variable) => ({ kind: 'let', variable, span: at() }));
    if (c.take('take')) {
      const variables = this.declared();
      c.want('such', 'that .., after what is taken');
      c.want('that', 'after such');
      const such = this.formula(parseFormulaSyntax(c));
      return [{ kind: 'take', variables, such, reason: this.reason(), span: at() }];
    }
    if (c.take('suppose'))
      return [{ kind: 'suppose', formula: this.formula(parseFormulaSyntax(c)), span: at() }];
    if (c.take('have')) {
      const name = c.is(':', 1) ? c.name('a name for the fact').text : null;
      c.take(':');
      const formula = this.formula(parseFormulaSyntax(c));
      const reason = this.reason();
      return [
        { kind: 'fact', name, formula, reason, cases: this.cases(formula, reason), span: at() },
      ];
    }
    const node = parseFormulaSyntax(c);
    if (node.kind === 'chain') return [this.chain(node.args, node.relations, start)];
    if (
      node.kind !== 'is' &&
      node.kind !== 'logic' &&
      node.kind !== 'not' &&
      node.kind !== 'quantifier' &&
      node.kind !== 'each'
    )
      return [this.chain([node], [], start)];
    const formula = this.formula(node);
    const reason = this.reason();
    return [
      { kind: 'fact', name: null, formula, reason, cases: this.cases(formula, reason), span: at() },
    ];
  }

  /** Lines `base ..` and `step ..` behind `by induction on l`. */
  private cases(formula: Formula, reason: Reason): Cases | null {
    if (reason.name !== 'induction' || reason.target === null || formula.kind !== 'each')
      return null;
    const { c } = this;
    const found: { base: ProofStep[]; step: ProofStep[] } = { base: [], step: [] };
    const word = (): 'base' | 'step' | null => {
      const ahead = c.token.kind === 'separator' ? 1 : 0;
      return (['base', 'step'] as const).find((w) => c.is(w, ahead) && !c.declared.has(w)) ?? null;
    };
    const outer = this.scope;
    const { index, to, span } = formula.range;
    const before = readPlace(to);
    for (let which = word(); which; which = word()) {
      if (c.token.kind === 'separator') c.next();
      c.next();
      this.scope = outer.inner();
      if (which === 'step' && before)
        this.scope.addIndex({
          index,
          to: placeText({ name: before.name, offset: before.offset - 1 }),
          span,
        });
      found[which].push(...this.step());
      this.scope = outer;
    }
    return found.base.length + found.step.length > 0 ? found : null;
  }

  private declared(): readonly Declaration[] {
    const { c } = this;
    const found: Declaration[] = [];
    do {
      const syntax = parseDeclaration(c);
      found.push(...declare(syntax, this.scope));
      checkDims(syntax, this.scope);
      announce(syntax, c.functions, c.declared);
    } while (c.take(','));
    return found;
  }

  private formula(node: Syntax): Formula {
    return elaborateFormula(node, this.scope);
  }

  private reason(): Reason {
    const { c } = this;
    if (c.token.kind !== 'by')
      throw c.expected('a reason: by ring, by hypothesis, by the id of a lemma');
    return parseReason(c.next(), {
      scope: this.scope,
      functions: c.functions,
      declared: c.declared,
    });
  }

  /**
   * A chain goes on over lines that begin with a relation sign; each run of links shares the reason
   * at its end.
   */
  private chain(first: readonly Syntax[], given: readonly Relation[], start: number): ProofStep {
    const { c } = this;
    const nodes = [...first];
    const relations = [...given];
    const reasons: Reason[] = [];
    const settle = (): void => {
      const reason = this.reason();
      while (reasons.length < relations.length) reasons.push(reason);
    };
    if (relations.length > 0) settle();
    while (this.goesOn()) {
      if (c.token.kind === 'separator') c.next();
      const relation = takeRelation(c);
      if (!relation) break;
      relations.push(relation);
      nodes.push(parseSum(c));
      if (!this.goesOn() || c.token.kind === 'by') settle();
    }
    if (relations.length === 0 && !c.done && c.token.kind !== 'separator')
      throw c.expected('a relation or a reason');
    if (relations.length === 0)
      throw new ClaimError(
        'an expression alone is not a step',
        { start, end: c.last.end },
        'continue with a relation and a reason, as in ‘= .. by ring’',
      );
    return this.typed(nodes, relations, reasons, { start, end: c.last.end });
  }

  /**
   * Whether another link follows: a relation sign, or `<=` at a line's beginning with a bare
   * expression and a reason behind it.
   */
  private goesOn(): boolean {
    const { c } = this;
    const ahead = c.token.kind === 'separator' ? 1 : 0;
    const token = c.peek(ahead);
    const isSign = token.kind === 'sign' && relationSigns.has(token.text);
    if (!isSign) return ahead === 0 && c.is('in');
    if (ahead === 0) return true;
    if (token.text !== '<=') return false;
    for (let i = ahead + 1; ; i++) {
      const next = c.peek(i);
      if (next.kind === 'by') return true;
      if (next.kind === 'end' || next.kind === 'separator' || c.is('in', i) || c.is('is', i))
        return false;
      if (
        next.kind === 'sign' &&
        (relationSigns.has(next.text) || next.text === '=>' || next.text === '<=>')
      )
        return false;
    }
  }

  private typed(
    nodes: readonly Syntax[],
    relations: readonly Relation[],
    reasons: readonly Reason[],
    span: Span,
  ): ProofStep {
    const unifier = new Unifier();
    // The depth of the row is bounded as that of a formula is.
    make({ kind: 'chain', relations, args: nodes }, span);
    const typing = typingOf(this.scope, unifier);
    const operands = elaborateChain(nodes, relations, typing).map((e) => settleExpr(e, unifier));
    refuseFree(typing);
    const links = relations.map((relation, i): Link => {
      const right = operands[i + 1] as Expr;
      const reason = reasons[i] as Reason;
      return { relation, right, reason, span: { start: right.span.start, end: reason.span.end } };
    });
    return { kind: 'chain', first: operands[0] as Expr, links, span };
  }
}

/**
 * Reads the proof of a claim; steps see the claim's declarations and what earlier steps took.
 * Throws `ClaimError`, whose span points into `source`.
 */
export const parseProof = (source: string, claim: Claim): Proof => {
  const parts = new ProofReader(source, claim).parts();
  if (parts.length === 0)
    throw new ClaimError(
      'the proof is empty',
      { start: 0, end: source.length },
      'write a chain of expressions with reasons',
    );
  return { parts };
};
