/**
 * The cards next to a verdict: the answer to a question, which hypotheses are needed, why there is
 * no proof.
 */
import type { Answer } from '../answers/answer.ts';
import { codeOf } from '../answers/code.ts';
import type { NeedsReport } from '../necessity/index.ts';
import { countText } from '../report/numbers-text.ts';
import { code, readClaim, wordsMath } from '../report/html/formula.ts';
import { html, type Markup } from '../report/html/markup.ts';
import { necessityMarkup } from '../report/html/necessity.ts';
import type { Why } from '../verdict/why.ts';

/** The other side, and the same as LaTeX and code. */
export const answerCard = ({
  asked,
  answer,
  latex,
  expression,
  verdict,
}: Answer): Markup | null => {
  if (answer === null) return null;
  const written = expression === null ? null : codeOf(expression);
  const forms: (readonly [string, string])[] = [
    ...(latex === null ? [] : [['LaTeX', latex] as const]),
    ...(written === null
      ? []
      : [
          ['NumPy', written.numpy] as const,
          ['JAX', written.jax] as const,
          ['PyTorch', written.torch] as const,
        ]),
  ];
  return html`
    <div class="evidence answer">
      <h3>Answer</h3>
      <p class="conclusion" tabindex="0">
        ${wordsMath(`${asked} = ${answer}`, readClaim(verdict.claim))}
      </p>
      <p>${code(answer)}</p>
      <details>
        <summary>As LaTeX and code</summary>
        <dl>
          ${forms.map(
            ([name, text]) => html`
              <dt>${name}</dt>
              <dd><pre tabindex="0">${text}</pre></dd>
            `,
          )}
        </dl>
      </details>
    </div>
  `;
};

const needsSummary = ({ rows }: NeedsReport): string => {
  const said = (['needed', 'not needed', 'implied', 'undecided'] as const).flatMap((verdict) => {
    const count = rows.filter((row) => row.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict}`];
  });
  return rows.length === 0 ? 'The claim has no hypotheses.' : `Hypotheses: ${said.join(', ')}.`;
};

export const needsCard = (report: NeedsReport): { summary: string; markup: string } => {
  const summary = needsSummary(report);
  const { strongest } = report;
  const markup = html`
    ${necessityMarkup(report, readClaim(report.claim)) ?? html`<p>${summary}</p>`}
    ${
      strongest !== null &&
      html`
        <p class="lead">With all that can be dropped:</p>
        <pre tabindex="0">${strongest}</pre>
      `
    }
  `;
  return { summary, markup: markup.html };
};

/** The reason without the option of the command line. */
const onPage = (reason: string): string => reason.replace('a longer --time', 'more time');

export const whyCard = (
  { reason, tried, wouldFollowFrom }: Why,
  text: string,
): { summary: string; markup: string } => {
  const claim = readClaim(text);
  const markup = html`
    <div class="evidence">
      <h3>Why there is no proof</h3>
      <p>${onPage(reason)}</p>
      ${
        wouldFollowFrom.length > 0 &&
        html`
          <p class="lead">The claim would follow from each of these:</p>
          <ul class="plain">
            ${wouldFollowFrom.map((h) => html`<li>${wordsMath(h, claim)}</li>`)}
          </ul>
        `
      }
      ${
        tried.length > 0 &&
        html`
          <details>
            <summary>What was tried</summary>
            <div class="scroll" role="region" aria-label="What was tried" tabindex="0">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Strategy</th>
                    <th scope="col">Times</th>
                    <th scope="col">Work</th>
                  </tr>
                </thead>
                <tbody>
                  ${tried.map(
                    ({ strategy, times, work }) => html`
                      <tr>
                        <th scope="row">${strategy}</th>
                        <td class="number">${countText(times)}</td>
                        <td class="number">${countText(work)}</td>
                      </tr>
                    `,
                  )}
                </tbody>
              </table>
            </div>
          </details>
        `
      }
    </div>
  `;
  return { summary: onPage(reason), markup: markup.html };
};
