/** Expressions and formulas of a claim made into nodes of the machine's graph. */
import type {
  Attribute,
  Claim,
  Declaration,
  Expr,
  Formula,
  Relation,
  Shape,
} from '../../language/ast.ts';
import { compileKnown } from '../../evaluate/known.ts';
import { parseRational, toFloat } from '../../numbers/rational-text.ts';
import { noIndices } from '../../evaluate/sizes.ts';
import { activations } from '../../operators/activations.ts';
import { alongOneDirection, type Derivative } from './directional.ts';
import { gradient, gradientForward, hessian, jacobian } from './derivatives.ts';
import { drawnFor, positive } from './definite.ts';
import { Graph, Unlaned, type Node } from './graph.ts';
import { eigenvalue, operatorNode } from './operators.ts';
import { rankNode } from './ranks.ts';
import type { Chosen, Judged, Truth } from './lowered.ts';
import { unitNode, type StandIn, type UnitFunction } from './stand-ins.ts';

const builtinUnit = (name: string): Chosen | undefined => {
  const fn = activations.get(name)?.fn;
  return fn == null ? undefined : { kind: 'unit', fn };
};

/** Drawn as they are, or made so while they are drawn. */
const drawnWith: ReadonlySet<string> = new Set([
  'symmetric',
  'antisymmetric',
  'diagonal',
  'positive',
  'nonnegative',
  'nonzero',
]);
/** Do the attributes keep what each of them makes of the numbers that are drawn? */
const isDrawnTogether = (attributes: readonly Attribute[]): boolean => {
  const drawn = attributes.filter((a) => drawnWith.has(a));
  if (attributes.includes('psd') || attributes.includes('pd'))
    return drawn.every((a) => a === 'symmetric');
  return !drawn.includes('antisymmetric') || drawn.length === 1;
};

/**
 * A claim's expressions and formulas made into nodes, one after the other, at one size of its
 * dimensions.
 */
export class Lowering {
  readonly graph = new Graph();
  readonly raw: { name: string; node: Node; declaration: Declaration | null }[] = [];
  readonly judged: Judged[] = [];
  readonly needs: Truth[] = [];
  private readonly values = new Map<string, Node>();
  private readonly open = new Set<string>();
  private tangents = true;
  readonly recipes = new Map<string, () => Node>();
  readonly claim: Claim;
  private readonly sizes: ReadonlyMap<string, number>;
  private readonly chosen: ReadonlyMap<string, Chosen>;

  constructor(
    claim: Claim,
    sizes: ReadonlyMap<string, number>,
    chosen: ReadonlyMap<string, Chosen>,
  ) {
    this.claim = claim;
    this.sizes = sizes;
    this.chosen = chosen;
  }

  size(dim: string): number {
    const n = /^\d+$/.test(dim) ? Number(dim) : this.sizes.get(dim);
    if (n === undefined) throw new Unlaned(`the dimension ${dim}`);
    return n;
  }
  extent(shape: Shape): [number, number] {
    if (shape.length > 2) throw new Unlaned('a tensor of more than two indices');
    return [
      shape[0] === undefined ? 1 : this.size(shape[0]),
      shape[1] === undefined ? 1 : this.size(shape[1]),
    ];
  }
  draw(name: string, rows: number, cols: number, declaration: Declaration | null): Node {
    const node = this.graph.input(name, rows, cols);
    if (!this.raw.some((r) => r.node === node)) this.raw.push({ name, node, declaration });
    return node;
  }

  valueOf(name: string): Node {
    const known = this.values.get(name);
    if (known !== undefined) return known;
    if (this.open.has(name)) throw new Unlaned(`${name} is defined by itself`);
    this.open.add(name);
    const value = this.recipes.get(name)?.() ?? this.declared(name);
    this.values.set(name, value);
    return value;
  }
  private declared(name: string): Node {
    const d = this.claim.declarations.find((x) => x.name === name);
    if (d === undefined || d.type.kind !== 'tensor' || d.family !== null)
      throw new Unlaned(`the name ${name}`);
    const [rows, cols] = this.extent(d.type.shape);
    const plain = d.attributes.filter((a) => !drawnWith.has(a));
    const g = this.graph;
    if (plain.length === 0) return this.draw(name, rows, cols, d);
    if (plain.length > 1 || !isDrawnTogether(d.attributes)) throw new Unlaned('several attributes');
    switch (plain[0]) {
      case 'psd':
      case 'pd': {
        return positive(g, this.draw(name, ...drawnFor(rows), null), plain[0] === 'pd');
      }
      case 'invertible':
      case 'onto':
      case 'one-to-one': {
        const a = this.draw(name, rows, cols, d);
        const full = plain[0] === 'one-to-one' ? cols : rows;
        this.needs.push(this.judge('=', rankNode(g, a), g.number(full)));
        return a;
      }
      default:
        throw new Unlaned(`the attribute ${plain[0]}`);
    }
  }
  readonly tensors = (): ReadonlyMap<string, Node> => this.values;

  expr(e: Expr): Node {
    const g = this.graph;
    switch (e.kind) {
      case 'number': {
        return g.number(toFloat(parseRational(e.value)));
      }
      case 'dimension':
        return g.number(this.size(e.dim));
      case 'variable':
        if (e.index !== null) throw new Unlaned('a member of a family');
        return this.valueOf(e.name);
      case 'constant': {
        const [rows, cols] = this.extent(e.shape);
        return e.which === 'identity'
          ? g.identity(rows)
          : g.constant(e.which === 'zero' ? 0 : 1, rows, cols);
      }
      case 'operator':
        return this.operator(e);
      case 'call':
        return this.call(e);
      case 'jet':
      case 'derivative': {
        const { y, x } = this.differentiated(e);
        if (e.which === 'hess') return hessian(g, y, x);
        if (e.which === 'jac') return jacobian(g, y, x);
        if (e.kind === 'jet') return g.reshape(gradient(g, y, x), x.rows, x.cols);
        return this.tangents ? gradientForward(g, y, x) : gradient(g, y, x);
      }
      default:
        throw new Unlaned(`${e.kind} in an expression`);
    }
  }
  private operator(e: Extract<Expr, { readonly kind: 'operator' }>): Node {
    if (e.operator === 'pow') {
      const [base, exponent] = e.args as readonly [Expr, Expr];
      const params = compileKnown(exponent)(this.sizes, noIndices);
      return operatorNode(this.graph, 'pow', [this.expr(base)], params);
    }
    const args = e.args.map((a) => this.expr(a));
    return operatorNode(this.graph, e.operator, args, e.params);
  }
  private call(e: Extract<Expr, { readonly kind: 'call' }>): Node {
    if (e.index !== null || e.args.length !== 1)
      throw new Unlaned('a function of several arguments');
    const x = this.expr(e.args[0] as Expr);
    if (e.builtin && e.fn === 'softmax') {
      if (e.shape.length > 1) throw new Unlaned('softmax of a matrix');
      const powers = this.graph.map('exp', x);
      return this.graph.zip('div', powers, this.graph.sum(powers));
    }
    const chosen = e.builtin ? builtinUnit(e.fn) : this.chosen.get(e.fn);
    if (chosen?.kind === 'unit') return this.unit(chosen.fn, e.order, x);
    if (chosen === undefined || e.order > 0) throw new Unlaned(`the function ${e.fn}`);
    return this.apply(e.fn, chosen.map, x);
  }
  /** The value y that a derivative is of, and the x that it is by. */
  differentiated(e: Derivative): { readonly y: Node; readonly x: Node } {
    if (e.kind === 'jet') {
      const chosen = this.chosen.get(e.fn);
      if (e.index !== null || e.args.length !== 1 || chosen?.kind !== 'function')
        throw new Unlaned('a derivative of several arguments');
      // the point is held: the derivative is by the argument, whatever it depends on
      const x = this.expr(e.args[0] as Expr);
      return { y: this.apply(e.fn, chosen.map, x), x };
    }
    if (e.index !== null) throw new Unlaned('a derivative by a member of a family');
    const x = this.valueOf(e.by);
    if (x.kind !== 'input' && (x.kind !== 'held' || this.sharing(x)))
      throw new Unlaned('a derivative by something other than a variable');
    return { y: this.expr(e.body), x };
  }
  /** Do two names have one value, so that a derivative by one would be by the other too? */
  private sharing(x: Node): boolean {
    return [...this.values.values()].filter((v) => v === x).length > 1;
  }
  private apply(name: string, map: StandIn, x: Node): Node {
    return map.node(this.graph, this.draw(name, map.numbers, 1, null), x);
  }
  /** φ, φ' or φ'' entry by entry: the gradient of the sum of the entries. */
  private unit(fn: UnitFunction, order: number, x: Node): Node {
    let y = unitNode(this.graph, fn, x);
    for (let k = 0; k < order; k++) y = gradient(this.graph, this.graph.sum(y), x);
    return y;
  }

  judge(relation: Judged['relation'], left: Node, right: Node): Truth {
    const n = this.judged.length;
    const into = (['gap', 'size', 'excess'] as const).map((what) =>
      this.graph.input(` ${what}${n}`, 1, 1),
    ) as unknown as readonly [Node, Node, Node];
    if (left.count !== 1 || right.count !== 1) throw new Unlaned('a relation between stacks');
    const judged: Judged = {
      relation,
      left: this.graph.everywhere(left, right.rows, right.cols),
      right,
      into,
    };
    this.judged.push(judged);
    return { kind: 'judged', judged };
  }
  private relation(relation: Relation, l: Expr, r: Expr): Truth {
    const along =
      relation === '=' && l.shape.length === 2
        ? alongOneDirection(this, l, r, this.extent(l.shape)[1])
        : null;
    const left = along?.left() ?? this.expr(l);
    // gradients are taken by tangents on the left and by adjoints on the right, so that neither is
    // checked against itself
    this.tangents = false;
    const right = along?.right() ?? this.expr(r);
    this.tangents = true;
    const g = this.graph;
    switch (relation) {
      case '=':
      case '<':
      case '<=':
        return this.judge(relation, left, right);
      case '>':
        return this.judge('<', right, left);
      case '>=':
        return this.judge('<=', right, left);
      case '!=':
        return { kind: 'not', body: this.judge('=', left, right) };
      case '>>=':
        return this.judge('<=', g.number(0), eigenvalue(g, g.sub(left, right), left.rows));
      case '<<=':
        return this.judge('<=', g.number(0), eigenvalue(g, g.sub(right, left), left.rows));
      default:
        throw new Unlaned(`the relation ${relation}`);
    }
  }
  private attribute(attribute: Attribute, a: Node): Truth {
    const nought = this.graph.constant(0, a.rows, a.cols);
    if (attribute === 'nonzero') return { kind: 'not', body: this.judge('=', a, nought) };
    if (attribute === 'positive' && a.rows * a.cols === 1) return this.judge('<', nought, a);
    if (attribute === 'nonnegative' && a.rows * a.cols === 1) return this.judge('<=', nought, a);
    if (attribute === 'symmetric') return this.judge('=', a, this.graph.transpose(a));
    throw new Unlaned(`is ${attribute}`);
  }
  truth(f: Formula): Truth {
    switch (f.kind) {
      case 'relation':
        return this.relation(f.relation, f.left, f.right);
      case 'and':
      case 'or':
      case 'implies':
      case 'iff':
        return { kind: f.kind, left: this.truth(f.left), right: this.truth(f.right) };
      case 'not':
        return { kind: 'not', body: this.truth(f.body) };
      case 'is': {
        const a = this.expr(f.subject);
        const full = f.attribute === 'one-to-one' ? a.cols : a.rows;
        if (['invertible', 'onto', 'one-to-one'].includes(f.attribute))
          return this.judge('=', rankNode(this.graph, a), this.graph.number(full));
        return this.attribute(f.attribute, a);
      }
      default:
        throw new Unlaned(`${f.kind} in a formula`);
    }
  }
}
