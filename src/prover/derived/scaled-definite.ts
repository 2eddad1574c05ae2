/** c M is positive definite for a positive definite M and c > 0, by the meaning of the word. */
import type { Term } from '../../kernel/term.ts';
import { contract, variable } from '../../kernel/graph.ts';
import {
  assume,
  both,
  definition,
  discharge,
  first,
  generalise,
  hole,
  modusPonens,
  second,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import { nought } from '../graphs/small-terms.ts';
import { linearBy, orderBy, summand } from './labelled.ts';

const scaled = (c: Term, m: Term): Term => contract([c, m], ['', 'ij'], 'ij');

/** From M pd and 0 < c. */
export function scaledDefinite(definite: Theorem, positive: Theorem): Theorem | null {
  const [f, g] = [definite.conclusion, positive.conclusion];
  if (f.kind !== 'is' || g.kind !== 'less') return null;
  const a = scaled(g.right, f.subject);
  const meaning = modusPonens(first(definition('pd', f.subject)), definite);
  const [symmetric, forms] = [first(meaning), second(meaning)];
  const all = forms.conclusion;
  if (all.kind !== 'forall' || all.bound.kind !== 'tensor') return null;
  const { name, shape } = all.bound;
  const at = specialise(forms, { kind: 'term', term: variable(name, shape) });
  const h = at.conclusion;
  if (h.kind !== 'implies' || h.right.kind !== 'less') return null;
  const form = modusPonens(at, assume(h.left));
  const v = variable(name, shape);
  const value = contract([v, a, v], ['i', 'ij', 'j'], '');
  const sign = discharge(h.left, orderBy(nought(), value, true, [summand([positive, form])]));
  const flip = linearBy(contract([a], ['ij'], 'ji'), a, [
    { equation: symmetric, context: scaled(g.right, variable(hole, a.shape)) },
  ]);
  const unfolding = second(definition('pd', a));
  return modusPonens(unfolding, both(flip, generalise(all.bound, sign)));
}
