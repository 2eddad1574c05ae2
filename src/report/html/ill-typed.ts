/**
 * A claim without a meaning: the text with the place marked, what is wrong, and what would mend it.
 */
import type { Verdict } from '../../verdict/verdict.ts';
import { html, type Markup } from './markup.ts';

const marked = (text: string, start: number, end: number): Markup =>
  end <= start
    ? html`${text}`
    : html`${text.slice(0, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end)}`;

export const illTypedMarkup = ({ claim, place, message, suggestion }: Verdict): Markup => html`
  <pre class="source-text" tabindex="0">
    ${place ? marked(claim, place.start, place.end) : claim}
  </pre>
  <p class="because">${message ?? 'The claim cannot be read.'}</p>
  ${suggestion != null && html`<p class="note">Try: <code>${suggestion}</code></p>`}
`;
