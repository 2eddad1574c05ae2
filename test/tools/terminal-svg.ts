/**
 * Draws a terminal session as SVG from what the built command prints: `npm run terminal` writes
 * docs/terminal.svg.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

const claims = [
  "W: m×n; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  "W: m×n onto; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
];

const colours: Readonly<Record<string, string>> = {
  '31': '#ff7b72',
  '32': '#7ee787',
  '33': '#e3b341',
  '35': '#d2a8ff',
};
const [charWidth, lineHeight, margin] = [8.4, 19, 18];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A change of colour. */
const escape = new RegExp(`(${String.fromCodePoint(27)}\\[\\d+m)`);

/** One line of terminal output as spans, one for each change of colour. */
function spans(line: string): string {
  let style = '';
  return line
    .split(escape)
    .map((part) => {
      const code = escape.exec(part)?.[1]?.slice(2, -1);
      if (code === undefined) return part === '' ? '' : `<tspan${style}>${escaped(part)}</tspan>`;
      const colour = colours[code];
      if (colour !== undefined) style = ` fill="${colour}"`;
      else if (code === '1') style += ' font-weight="bold"';
      else if (code === '2') style = ' fill="#8b949e"';
      else style = '';
      return '';
    })
    .join('');
}

function session(): string[] {
  return claims.flatMap((claim) => {
    let out = '';
    try {
      out = execFileSync(process.execPath, [join(root, 'dist/bin/main.js'), 'try', claim], {
        env: { ...process.env, FORCE_COLOR: '1' },
        encoding: 'utf8',
      });
    } catch (error) {
      // a refuted claim exits with 1
      out = (error as { stdout: string }).stdout;
    }
    const half = claim.indexOf('|-');
    return [
      `\u001B[2m$\u001B[22m elenchus try "${claim.slice(0, half).trimEnd()}`,
      `    ${claim.slice(half)}"`,
      ...out.trimEnd().split('\n'),
      '',
    ];
  });
}

if (process.argv[1] === import.meta.filename) {
  const lines = session();
  const height = lines.length * lineHeight + 2 * margin;
  const width = Math.ceil(82 * charWidth + 2 * margin);
  const text = lines
    .map(
      (line, i) =>
        `<text x="${margin}" y="${margin + (i + 1) * lineHeight - 5}" xml:space="preserve">${spans(line)}</text>`,
    )
    .join('\n');
  writeFileSync(
    join(root, 'docs/terminal.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e6edf3">\n<rect width="100%" height="100%" rx="8" fill="#0d1117"/>\n${text}\n</svg>\n`,
  );
}
