/** Random well-typed claims: declarations with attributes, hypotheses, guards and quantifiers. */
import type { Dice } from './dice.ts';
import { Terms } from './draw-terms.ts';
import {
  node,
  number,
  relation,
  variable,
  type Claim,
  type Declared,
  type Formula,
  type Shape,
} from './tree.ts';

const squareAttributes = [
  'symmetric',
  'antisymmetric',
  'diagonal',
  'lower',
  'upper',
  'orthogonal',
  'projector',
  'invertible',
  'psd',
  'pd',
];
const tensor = (name: string, shape: Shape, attributes: readonly string[] = []): Declared => ({
  name,
  shape,
  attributes,
  sort: 'tensor',
});

export function drawDeclared(dice: Dice): Declared[] {
  const maybe = (p: number, list: readonly string[]): string[] =>
    dice.chance(p) ? [dice.pick(list)] : [];
  const pool: Declared[] = [
    tensor('A', ['n', 'n'], maybe(0.5, squareAttributes)),
    tensor('B', ['n', 'n'], maybe(0.3, squareAttributes)),
    tensor('W', ['m', 'n'], maybe(0.3, ['onto', 'one-to-one', 'nonzero'])),
    tensor('x', ['n'], maybe(0.3, ['unit', 'positive', 'nonnegative', 'nonzero'])),
    tensor('y', ['n']),
    tensor('z', ['m']),
    tensor('a', [], maybe(0.4, ['positive', 'nonnegative', 'nonzero'])),
    tensor('b', []),
    { ...tensor('q', ['n']), family: 'N' },
    { ...tensor('c', []), family: 'N' },
    { ...tensor('phi', []), sort: 'activation' },
    { ...tensor('f', ['n']), sort: 'function' },
    { ...tensor('F', ['n', 'm']), sort: 'function' },
    { ...tensor('g', ['n']), law: dice.pick(['1', 'rademacher', '1/2', '2']) },
    { ...tensor('h', []), law: dice.pick(['1', 'rademacher', '3']) },
  ];
  const needed = ['n', 'm'].map((d) =>
    pool.filter((one) => one.sort === 'tensor' && !one.law && one.shape.includes(d)),
  );
  const chosen = new Set(dice.shuffled(pool).slice(0, 2 + dice.below(5)));
  for (const list of needed) if (!list.some((d) => chosen.has(d))) chosen.add(dice.pick(list));
  return [...chosen];
}

const signs = ['=', '=', '=', '!=', '<', '<=', '>', '>=', '~~', '>>=', '<<='];

/** Draws formulas over what is declared. */
export class Claims {
  private readonly dice: Dice;
  private readonly declared: readonly Declared[];

  constructor(dice: Dice, declared: readonly Declared[]) {
    this.dice = dice;
    this.declared = declared;
  }

  private shape(): Shape {
    return this.dice.pick<Shape>([[], [], [], ['n'], ['m'], ['n', 'n'], ['m', 'n'], ['2', '2']]);
  }

  relation(depth: number): Formula {
    const { dice } = this;
    const terms = new Terms(dice, this.declared);
    const drawn = this.shape();
    const shape: Shape = drawn[0] === '2' ? [] : drawn;
    const sign = dice.pick(signs);
    const fits =
      (shape.length === 0 && sign !== '>>=' && sign !== '<<=') ||
      sign === '=' ||
      sign === '!=' ||
      (shape.length === 1 && !/>>|<</.test(sign)) ||
      (shape.length === 2 &&
        (sign === '~~' || (shape[0] === shape[1] && sign.endsWith('=') && sign.length === 3)));
    const left = terms.term(shape, depth);
    const zero = shape.length === 0 ? number('0') : node('constant', shape, [], '0');
    const right = dice.chance(0.25)
      ? zero
      : terms.term(shape, dice.chance(0.5) ? depth - 1 : depth);
    return relation(fits ? sign : '=', left, right);
  }

  formula(depth: number): Formula {
    const { dice } = this;
    const way = dice.below(12);
    if (depth <= 1 || way < 7) return this.relation(Math.max(depth, 1));
    if (way === 7) return { kind: 'not', body: this.formula(depth - 1) };
    if (way === 8) return this.bound(depth);
    return {
      kind: dice.pick(['and', 'or', '=>', '<=>'] as const),
      parts: [this.formula(depth - 1), this.formula(depth - 1)],
    };
  }

  private bound(depth: number): Formula {
    const kind = this.dice.pick(['forall', 'exists'] as const);
    const by = tensor(
      'v',
      this.dice.pick<Shape>([[], ['n'], ['n', 'n']]),
      this.dice.chance(0.3) ? ['nonzero'] : [],
    );
    const body = new Claims(this.dice, [...this.declared, by]).formula(depth - 1);
    return { kind, by, body };
  }

  hypothesis(): Formula {
    const { dice } = this;
    const fixed = this.declared.filter((d) => d.sort === 'tensor' && !d.law && !d.family);
    const d = dice.pick(fixed);
    const terms = new Terms(dice, this.declared);
    const square = d.shape.length === 2 && d.shape[0] === d.shape[1];
    if (square && dice.chance(0.4))
      return { kind: 'is', of: terms.term(d.shape, 1), attribute: dice.pick(squareAttributes) };
    if (d.shape.length === 0 && dice.chance(0.5))
      return relation(
        dice.pick(['>', '<=', '!=', '=', '<']),
        terms.term([], 1),
        number(dice.pick(['0', '1'])),
      );
    return relation('=', variable(d), terms.term(d.shape, 1));
  }
}

export function drawClaim(dice: Dice): Claim {
  const declared = drawDeclared(dice);
  const claims = new Claims(dice, declared);
  const hypotheses = dice.chance(0.35) ? [claims.hypothesis()] : [];
  return { declared, hypotheses, conclusion: claims.formula(1 + dice.below(3)) };
}
