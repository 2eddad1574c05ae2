/**
 * A claim without a meaning: the text with the place marked, what is wrong, and what would mend it.
 */
import type { Verdict } from '../../verdict/verdict.ts';
import { html, type Markup } from './markup.ts';

const marked = (text: string, start: number, end: number): Markup =>
  end <= start
    ? html`${text}`
    : html`${text.slice(0, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end)}`;

/** The claims that a hint offers. */
const offered = (suggestion: string): readonly string[] =>
  [...suggestion.matchAll(/"([^"]*\|-[^"]*)"/g)].map(([, text = '']) => text);

/** A hint, its claims as links where they can be opened. */
const hint = (suggestion: string, linkOf: ((claim: string) => string) | null): Markup => {
  const claims = linkOf === null ? [] : offered(suggestion);
  if (linkOf === null || claims.length === 0)
    return html`<p class="note">Try: <code>${suggestion}</code></p>`;
  const said = suggestion.replace(/;?\s*write ".*$/s, '');
  return html`
    ${said !== '' && html`<p class="note">${said}</p>`}
    ${claims.map(
      (text) =>
        html`<p class="offer"><a href="${linkOf(text)}">Check this claim</a><code>${text}</code></p>`,
    )}
  `;
};

export const illTypedMarkup = (
  { claim, place, message, suggestion }: Verdict,
  linkOf: ((claim: string) => string) | null = null,
): Markup => html`
  <pre class="source-text" tabindex="0">
    ${place ? marked(claim, place.start, place.end) : claim}
  </pre>
  <p class="because">${message ?? 'The claim cannot be read.'}</p>
  ${suggestion != null && hint(suggestion, linkOf)}
`;
