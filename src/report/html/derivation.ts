/** A derivation as the kernel accepted it: a line for each step, with its reason; lemmas are linked. */
import type { Claim, Declaration } from '../../language/index.ts';
import type { ProofResult } from '../../verdict/verdict.ts';
import { plural } from '../numbers-text.ts';
import { nameMath, wordsMath } from './formula.ts';
import { html, type Markup } from './markup.ts';

const split = (line: string): { said: string; reason: string } => {
  const at = line.lastIndexOf('   by ');
  return at < 0
    ? { said: line.trim(), reason: '' }
    : { said: line.slice(0, at).trim(), reason: line.slice(at + 6).trim() };
};

/** Ids of claims become links to them. */
const reasonMarkup = (reason: string, ids: ReadonlySet<string>): Markup =>
  html`${reason.split(/([a-z0-9-]+\/[a-z0-9-]+)/).map((part) => (ids.has(part) ? html`<a href="#${part}">${part}</a>` : part))}`;

const stepMarkup = (
  line: string,
  claim: Claim | null,
  extra: readonly Declaration[],
  ids: ReadonlySet<string>,
): Markup => {
  const { said, reason } = split(line);
  const taken = /^… with (.+?) such that (.+)$/.exec(said);
  const body =
    taken === null
      ? wordsMath(said, claim, extra)
      : html`<span class="prose">for some </span>${nameMath(taken[1] as string)}<span class="prose">, </span>${wordsMath(taken[2] as string, claim, extra)}`;
  return html`<li><span class="step">${body}</span>${reason !== '' && html` <span class="reason">by ${reasonMarkup(reason, ids)}</span>`}</li>`;
};

export const derivationMarkup = (
  { derivation, steps }: ProofResult,
  claim: Claim | null,
  extra: readonly Declaration[],
  ids: ReadonlySet<string>,
): Markup => {
  if (derivation.length === 0)
    return html`<div class="evidence"><h4>Derivation</h4><p>The statement follows from its hypotheses at once.</p></div>`;
  return html`<div class="evidence"><h4>Derivation<span class="aside">${plural(steps, 'step')}, in the order in which the kernel needed them</span></h4><ol class="derivation">${derivation.map((line) => stepMarkup(line, claim, extra, ids))}</ol></div>`;
};
