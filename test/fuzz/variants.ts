/**
 * The same claim in other words: names, order of declarations and hypotheses, sides. Its verdict
 * must stay.
 */
import type { Dice } from './dice.ts';
import {
  mapFormula,
  type Claim,
  type Declared,
  type Expr,
  type Formula,
  type Shape,
} from './tree.ts';

const fresh = [
  'Zeta',
  'K',
  'aa',
  'w1',
  'Omega',
  'M',
  'kk',
  'r',
  'Theta',
  'j9',
  'G',
  'b_',
  'Y',
  'l',
  'toString',
  'X2',
  'e1',
  'd',
];

const renaming = (dice: Dice, claim: Claim): ReadonlyMap<string, string> => {
  const names = [...new Set([...claim.declared.map((d) => d.name), 'v', 'n', 'm', 'N'])];
  const to = dice.shuffled(fresh);
  return new Map(names.map((name, i) => [name, to[i] as string]));
};

function renamed(claim: Claim, names: ReadonlyMap<string, string>): Claim {
  const word = (w: string): string => names.get(w) ?? w;
  const shape = (s: Shape): Shape => s.map(word);
  const expr = (e: Expr): Expr => ({
    ...e,
    shape: shape(e.shape),
    name: ['variable', 'dimension', 'call'].includes(e.op) ? word(e.name) : e.name,
    at: e.at.map(word),
  });
  const declared = (d: Declared): Declared => ({
    ...d,
    name: word(d.name),
    shape: shape(d.shape),
    ...(d.family === undefined ? {} : { family: word(d.family) }),
  });
  const bound = (f: Formula): Formula => {
    switch (f.kind) {
      case 'forall':
      case 'exists':
        return { ...f, by: declared(f.by), body: bound(f.body) };
      case 'not':
        return { ...f, body: bound(f.body) };
      case 'relation':
      case 'is':
        return mapFormula(f, expr);
      default:
        return { ...f, parts: [bound(f.parts[0]), bound(f.parts[1])] };
    }
  };
  return {
    declared: claim.declared.map(declared),
    hypotheses: claim.hypotheses.map(bound),
    conclusion: bound(claim.conclusion),
  };
}

const mirror: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '=': '=',
    '!=': '!=',
    '~~': '~~',
    '<=': '>=',
    '>=': '<=',
    '<': '>',
    '>': '<',
    '>>=': '<<=',
    '<<=': '>>=',
  }),
);

const turned = (f: Formula): Formula =>
  f.kind === 'relation'
    ? { ...f, sign: mirror.get(f.sign) as string, sides: [f.sides[1], f.sides[0]] }
    : f.kind === '<=>'
      ? { ...f, parts: [f.parts[1], f.parts[0]] }
      : f;

/** What was done, and the claim after it. */
export function variant(dice: Dice, claim: Claim): readonly [string, Claim] {
  const how = dice.pick(['renamed', 'reordered', 'turned']);
  if (how === 'renamed') return [how, renamed(claim, renaming(dice, claim))];
  if (how === 'reordered')
    return [
      how,
      {
        ...claim,
        declared: dice.shuffled(claim.declared),
        hypotheses: dice.shuffled(claim.hypotheses),
      },
    ];
  return [
    how,
    { ...claim, hypotheses: claim.hypotheses.map(turned), conclusion: turned(claim.conclusion) },
  ];
}
