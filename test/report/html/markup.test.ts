/** Templates of HTML: what is escaped, and what the layout of the source becomes. */
import { describe, expect, it } from 'vitest';
import { html } from '../../../src/report/html/markup.ts';

describe('a template', () => {
  it('escapes strings and keeps markup', () => {
    expect(html`<p>${'<b>'}${html`<i>${1}</i>`}${[html`a`, '&']}${null}${false}</p>`.html).toBe(
      '<p>&lt;b&gt;<i>1</i>a&amp;</p>',
    );
  });

  it('leaves out a break next to a tag and between two parts', () => {
    expect(
      html`
        <ul>
          ${html`<li>a</li>`}
          ${html`<li>b</li>`}
        </ul>
      `.html,
    ).toBe('<ul><li>a</li><li>b</li></ul>');
  });

  it('makes a break next to a word or an attribute one space', () => {
    expect(
      html`
        <p class="x"
          id="y" ${html`data-a="b"`}
          tabindex="0">
          one two
          three ${4}
          five
          ${6}
        </p>
      `.html,
    ).toBe('<p class="x" id="y" data-a="b" tabindex="0">one two three 4 five 6</p>');
  });

  it('keeps the breaks of what it is given', () => {
    expect(html`<pre>${'a\n  b'}</pre>`.html).toBe('<pre>a\n  b</pre>');
  });
});
