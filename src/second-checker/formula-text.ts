/** Formulas and terms of the second checker as text. */
import { type Formula, bindsName } from './formula.ts';
import { show } from './rational.ts';
import type { Head, Term } from './term.ts';

const headText = (h: Head): string => {
  const args = h.args.map(termText).join(', ');
  if (h.kind === 'variable') return h.name;
  return h.kind === 'jet'
    ? `${h.fn.name}${"'".repeat(h.orders.reduce((a, b) => a + b, 0))}(${args})`
    : `${h.kind === 'inverse' ? 'inv' : h.name}(${args})`;
};
/** In index notation, for people. */
export function termText(t: Term): string {
  const letter = (i: number): string => 'ijklabcdefghmnopqrstuvwxyz'[i] ?? `i${i}`;
  const parts = t.sum.map((m) => {
    const factors = m.factors.map(
      (f) => `${headText(f.head)}${f.at.length > 0 ? `[${f.at.map(letter).join('')}]` : ''}`,
    );
    const shared = m.free.some((w, i) => m.free.indexOf(w) !== i)
      ? [`δ[${m.free.map(letter).join('')}]`]
      : [];
    const rest = [...[...m.powers].map(([d, k]) => `${d}^${k}`), ...shared, ...factors];
    const isOne = m.c.n === 1n && m.c.d === 1n && rest.length > 0;
    return [...(isOne ? [] : [show(m.c)]), ...rest].join(' ');
  });
  return parts.join(' + ') || '0';
}
export function text(f: Formula): string {
  switch (f.kind) {
    case 'equal':
      return `${termText(f.left)} = ${termText(f.right)}`;
    case 'less':
      return `${termText(f.left)} < ${termText(f.right)}`;
    case 'at most':
      return `${termText(f.left)} <= ${termText(f.right)}`;
    case 'is':
      return `${termText(f.subject)} is ${f.predicate}`;
    case 'each':
      return `for each ${f.index} from ${f.from} to ${f.to}: ${text(f.body)}`;
    case 'false':
      return 'false';
    case 'not':
      return `not (${text(f.body)})`;
    case 'and':
    case 'or':
    case 'implies':
      return `(${text(f.left)}) ${f.kind} (${text(f.right)})`;
    case 'forall':
    case 'exists':
      return `${f.kind} ${bindsName(f.bound)}. ${text(f.body)}`;
  }
}
