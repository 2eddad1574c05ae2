/** Ranges of indices, and induction along them. */
import { renaming } from './renaming.ts';
import { both, compare, eachIndex, isFreeDim, key, renamedIn, type Formula } from './formula.ts';
import { moved, place, placeText } from './indices.ts';
import { demand } from './rational.ts';
import { ofKind, type Rule } from './step.ts';
import { add, constant, size, type Term } from './term.ts';

function value(index: string): Term {
  const { name, plus } = place(index);
  return name === null ? constant(BigInt(plus)) : add(size(name), constant(BigInt(plus)));
}
const atMost = (a: string, b: string): Formula => compare(value(a), value(b), false);
const at = (f: Formula & { readonly kind: 'each' }, index: string): Formula =>
  renamedIn(f.body, renaming(new Map([[f.index, index]])));

export const indexRules: Readonly<Record<string, Rule>> = {
  'at least one': (a) => {
    a.takes(0, 1);
    const name = a.text(0);
    demand(place(name).name === name, 'no name of a dimension');
    return { conclusion: compare(constant(1n), size(name), false) };
  },
  'over a range': (a) => {
    a.takes(1, 3);
    const [index, from, to] = [a.text(0), a.text(1), a.text(2)];
    const range = new Set([atMost(from, index), atMost(index, to)].map((f) => key(f, a.sameness)));
    const rest = [...a.sequent(0).hypotheses].filter(([k]) => !range.has(k)).map(([, h]) => h);
    for (const h of rest)
      demand(!isFreeDim(index, h), `the index ${index} is free in a hypothesis`);
    return { conclusion: eachIndex(index, from, to, a.any(0)), instead: rest };
  },
  'at an index': (a) => {
    a.takes(3, 1);
    const f = a.premise(0, 'each');
    a.same(a.any(1), atMost(f.from, a.text(0)), 'the index may lie before the range');
    a.same(a.any(2), atMost(a.text(0), f.to), 'the index may lie behind the range');
    return { conclusion: at(f, a.text(0)) };
  },
  induction: (a) => {
    a.takes(2, 1);
    const f = ofKind(a.formula(0), 'each');
    a.same(a.any(0), at(f, f.from), 'another base');
    const to = place(f.to);
    const before = placeText(moved({ name: to.name, plus: to.plus - 1 }, new Map()));
    a.same(
      a.any(1),
      eachIndex(f.index, f.from, before, both('implies', f.body, at(f, `${f.index}+1`))),
      'another step',
    );
    return { conclusion: f };
  },
};
