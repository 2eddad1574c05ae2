/**
 * A derivation for people: its lines in order, each statement as a formula with its reason; lemmas
 * are linked.
 */
import type { Claim, Declaration } from '../../language/index.ts';
import type { ProofResult } from '../../verdict/verdict.ts';
import { plural } from '../numbers-text.ts';
import { splitReason } from '../proof-text.ts';
import { toldRanges } from '../told-formula.ts';
import { toldNames } from '../told-names.ts';
import { toldSentence, type SentencePart } from '../told-sentence.ts';
import { factLink } from './facts-used.ts';
import { declarationMath, linkMath, nameMath, wordsMath } from './formula.ts';
import { html, type Markup } from './markup.ts';

/** Ids of claims and names of facts become links to them. */
const reasonMarkup = (reason: string, ids: ReadonlySet<string>): Markup =>
  html`
    ${reason
      .split(/([a-z0-9-]+\/[a-z0-9-]+|'[^']+')/)
      .map((part) =>
        ids.has(part) ? html`<a href="#${part}">${part}</a>` : (factLink(part) ?? part),
      )}
  `;

const prose = (text: string): Markup => html`<span class="prose">${text}</span>`;

type Reads = (text: string) => Markup;

/** A part of a sentence: `i in 1..L` keeps its words. */
const partMarkup = (part: SentencePart, formula: Reads): Markup => {
  if (part.kind === 'range')
    return html`${nameMath(part.index)}${prose(` in ${part.from}..${part.to}`)}`;
  return part.kind === 'prose' ? prose(part.text) : formula(part.text);
};

/** A statement, or one of the sentences that a told proof is made of. */
function bodyMarkup(
  text: string,
  formula: Reads,
  link: (sign: string, term: string) => Markup,
  known: readonly Declaration[],
) {
  if (text === '=>' || text === '<=') return prose(text === '=>' ? '⇒' : '⇐');
  const sentence = toldSentence(text);
  if (sentence !== null) return html`${sentence.map((part) => partMarkup(part, formula))}`;
  const taken = /^(Take )(\S+?)(: \S+)? such that (.+)$/.exec(text);
  if (taken)
    return html`
      ${prose(taken[1] ?? '')}
      ${nameMath(taken[2] as string)}
      ${prose(`${taken[3] ?? ''} such that `)}
      ${formula(taken[4] as string)}
    `;
  const bound = /^Let (\S+) be in R(?:\^.*)?\.$/.exec(text);
  const declared = known.find(({ name }) => name === bound?.[1]);
  if (declared !== undefined)
    return html`${prose('Let ')}${declarationMath(declared)}${prose('.')}`;
  if (/^(?:Let |Take |This is a contradiction)/.test(text)) return prose(text);
  const goesOn = /^(=|<=|>=|<|>|>>=|<<=) (.*)$/.exec(text);
  return goesOn ? link(goesOn[1] as string, goesOn[2] as string) : formula(text);
}

export const derivationMarkup = (
  { derivation, steps }: ProofResult,
  claim: Claim | null,
  extra: readonly Declaration[],
  ids: ReadonlySet<string>,
): Markup => {
  if (derivation.length === 0)
    return html`
      <div class="evidence">
        <h4>Derivation</h4>
        <p>The statement follows from its hypotheses at once.</p>
      </div>
    `;
  const known = [
    ...new Map(
      [...extra, ...(claim === null ? [] : toldNames(derivation, claim))].map((d) => [d.name, d]),
    ).values(),
  ];
  const ranges = toldRanges(derivation);
  const formula: Reads = (text) => wordsMath(text, claim, known, ranges);
  const link = (sign: string, term: string): Markup => linkMath(sign, term, claim, known, ranges);
  let depth = 0;
  const line = (raw: string): Markup => {
    const [body, reason] = splitReason(raw);
    const [, label = '', text = ''] = /^(\(\d+\) )?(.*)$/.exec(body.trim()) ?? [];
    const isLink = /^(?:=|<=|>=|<|>) ./.test(text);
    if (!isLink) depth = Math.min(6, Math.floor((body.length - body.trimStart().length) / 2));
    return html`
      <li class="depth${depth}${isLink ? ' link' : ''}">
        <span class="step">
          ${label !== '' && html`<span class="number">${label.trim()}</span> `}
          ${bodyMarkup(text, formula, link, known)}
        </span>${reason !== '' && html` <span class="reason">${reasonMarkup(reason, ids)}</span>`}
      </li>
    `;
  };
  return html`
    <div class="evidence">
      <h4>
        Derivation
        <span class="aside">${plural(steps, 'step')}; a number in brackets refers to a line</span>
      </h4>
      <ul class="derivation">${derivation.map(line)}</ul>
    </div>
  `;
};
