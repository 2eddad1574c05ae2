/** Facts and cited theorems that the derivations name, each with its statement, as link targets. */
import { parsePlainClaim } from '../../language/claim.ts';
import { ClaimError, type Claim } from '../../language/index.ts';
import { statements, type Statement } from '../../prover/statements.ts';
import { splitReason } from '../proof-text.ts';
import { formulaMath, wordsMath } from './formula.ts';
import { html, type Markup } from './markup.ts';
import type { Reported } from './reported.ts';

let known: ReadonlyMap<string, Statement> | null = null;
const all = (): ReadonlyMap<string, Statement> =>
  (known ??= new Map(statements().map((s) => [s.name, s])));

const targetOf = (name: string): string =>
  `fact-${name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '-')}`;

/** `'norm of a sum'` as a link to its statement; null of any other text. */
export function factLink(quoted: string): Markup | null {
  const name = quoted.slice(1, -1);
  return all().has(name) ? html`<a href="#${targetOf(name)}">${quoted}</a>` : null;
}

const namesIn = ({ verdict }: Reported): string[] =>
  (verdict.proof?.derivation ?? []).flatMap((line) =>
    [...splitReason(line)[1].matchAll(/'([^']+)'/g)].map((m) => m[1] ?? ''),
  );

function claimOf(text: string | null): Claim | null {
  try {
    return text === null ? null : parsePlainClaim(text);
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
}

const entry = ({ name, statement, claim, hypotheses, place }: Statement): Markup => {
  const read = claimOf(claim);
  return html`
    <dt id="${targetOf(name)}">${name}</dt>
    <dd>
      ${
        statement === null || read === null
          ? html`printed by <code>elenchus facts "${name}"</code>`
          : html`
            ${formulaMath(read.conclusion)}
            ${hypotheses.map((h, i) => html`${i === 0 ? ' if ' : ' and '}${wordsMath(h, read)}`)}
          `
      }
      <span class="aside">${place}</span>
    </dd>
  `;
};

export const factsMarkup = (claims: readonly Reported[]): Markup | null => {
  const names = [...new Set(claims.flatMap(namesIn))].toSorted();
  const used = names.flatMap((name) => all().get(name) ?? []);
  return used.length === 0
    ? null
    : html`
      <section aria-labelledby="facts">
        <h2 id="facts">Facts that the derivations name</h2>
        <dl class="texts">${used.map(entry)}</dl>
      </section>
    `;
};
