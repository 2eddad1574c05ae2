/** The links of a chain that have words in the claim language. */
import type { Link } from './own-words.ts';
import { isRing } from './statement-texts.ts';

/** What a link says its line is equal to: behind its first sign. */
const right = (text: string): string => text.slice(text.indexOf('= ') + 2).trim();

/** A link without words is left out; its reasons go to the next one. The last one stays. */
export function readableLinks(links: readonly Link[], reads: (text: string) => boolean): Link[] {
  const kept: Link[] = [];
  let early: readonly string[] = [];
  links.forEach((link, i) => {
    const isHead = !link.text.includes('= ');
    if (!isHead && i < links.length - 1 && !reads(right(link.text))) {
      early = [...early, ...link.reasons];
      return;
    }
    kept.push({ ...link, reasons: [...new Set([...early, ...link.reasons])] });
    if (!isHead) early = [];
  });
  const [head, ...rest] = kept;
  if (kept.length === links.length || head === undefined) return kept;
  const whole = links[0]?.text ?? '';
  const left = whole.split(' = ')[0] ?? whole;
  // the left side begins the first link that is left
  if (!head.text.startsWith(left))
    return [{ ...head, text: `${left} = ${right(head.text)}` }, ...rest];
  const [next, ...more] = rest;
  return head.text === left && next !== undefined && more.length === 0
    ? [{ ...next, text: `${left} = ${right(next.text)}` }]
    : kept;
}

/** The reasons of a whole chain go to its last link. */
export const withReasons = (links: readonly Link[], reasons: readonly string[]): Link[] =>
  links.map((link, i) => {
    if (i < links.length - 1) return link;
    const more = link.reasons.length > 0 ? reasons.filter((r) => !isRing(r)) : reasons;
    return { ...link, reasons: [...link.reasons, ...more] };
  });

/** A term of a chain, and why it is equal to the one before. */
export interface ChainStep {
  text: string;
  readonly reasons: string[];
}

/** The same text with other spaces says the same. */
const squashed = (text: string): string => text.replaceAll(' ', '');

/** Links that say something, with words that can be read; what is left out adds its reasons. */
export function chainSteps(
  from: string,
  texts: readonly string[],
  links: readonly { readonly reasons: readonly string[] }[],
  reads: (text: string) => boolean,
): ChainStep[] {
  const steps: ChainStep[] = [];
  let early: readonly string[] = [];
  for (const [i, { reasons }] of links.entries()) {
    const text = texts[i] ?? from;
    const before = steps.at(-1);
    const isSame = squashed(text) === squashed(before?.text ?? from);
    if (i < links.length - 1 && !reads(text)) early = [...early, ...reasons];
    else if (isSame || before?.reasons.join() === reasons.join()) {
      if (before === undefined) early = [...early, ...reasons];
      else {
        before.text = text;
        before.reasons.push(...reasons);
      }
    } else {
      steps.push({ text, reasons: [...early, ...reasons] });
      early = [];
    }
  }
  // links that were joined may lead back to where the chain begins
  while (steps[0]?.text === from && steps[1] !== undefined)
    steps[1].reasons.unshift(...(steps.shift()?.reasons ?? []));
  return steps;
}
