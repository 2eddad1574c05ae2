/**
 * The parts of a LaTeX text that are typeset as written: comments, verbatim text, web addresses and
 * what is switched off are not prose.
 */
import type { Source } from './source.ts';

const verbatimEnvironments = [
  'verbatim',
  'verbatim*',
  'Verbatim',
  'Verbatim*',
  'BVerbatim',
  'LVerbatim',
  'SaveVerbatim',
  'VerbatimOut',
  'lstlisting',
  'minted',
  'comment',
  'filecontents',
  'filecontents*',
  'tcblisting',
  'spverbatim',
  'luacode',
  'luacode*',
  'asy',
  // its body is a claim
  'elenchusclaim',
];
/** Commands whose first argument is taken as it is, a per cent sign included. */
const literalArguments = new Set(['url', 'path', 'nolinkurl', 'href', 'detokenize']);
const inlineVerbatim = new Set(['verb', 'Verb', 'spverb', 'lstinline', 'mintinline']);

/** Blanks the parts of the source that are not typeset as written. */
export function blankLatex(source: Source): void {
  const { text } = source;
  const environments = new Set([...verbatimEnvironments, ...declaredVerbatim(text)]);
  const shortVerbs = new Set<string>();
  let at = 0;
  while (at < text.length) {
    const c = text[at]!;
    if (c === '%') {
      const end = lineEnd(text, at);
      source.blank(at, end);
      at = end;
    } else if (shortVerbs.has(c)) at = blankDelimited(source, at, at, c);
    else if (c === '\\') at = command(source, at, environments, shortVerbs);
    else at += 1;
  }
}

/** Reads the command at a backslash and answers where to go on. */
function command(
  source: Source,
  at: number,
  environments: ReadonlySet<string>,
  shortVerbs: Set<string>,
): number {
  const { text } = source;
  const name = /^[A-Za-z@]+/.exec(text.slice(at + 1, at + 60))?.[0];
  if (name === undefined) return at + 2;
  const end = at + 1 + name.length;
  const group = (from: number): string | null =>
    /^\s*\{\s*([^{}\\%\n]*?)\s*\}/.exec(text.slice(from, from + 200))?.[1] ?? null;
  if (inlineVerbatim.has(name)) return inline(source, at, end, name);
  if (literalArguments.has(name)) {
    const brace = skipBlank(text, end);
    if (text[brace] !== '{') return end;
    const close = closing(text, brace);
    source.blank(brace, close);
    return close;
  }
  if (name === 'begin') {
    const environment = group(end);
    if (environment === null || !environments.has(environment)) return end;
    const close = text.indexOf(`\\end{${environment}}`, end);
    if (close < 0)
      source.problem(`\\begin{${environment}} is never closed: nothing behind it is read`, at);
    const to = close < 0 ? text.length : close;
    source.blank(end, to);
    return close < 0 ? to : to + `\\end{${environment}}`.length;
  }
  if (name === 'endinput' || (name === 'end' && group(end) === 'document')) {
    source.blank(end, text.length);
    return text.length;
  }
  if (name === 'iffalse') {
    const to = endOfFalse(text, end);
    source.blank(end, to);
    return to;
  }
  if (name === 'MakeShortVerb' || name === 'DeleteShortVerb') {
    const found = /^\*?\s*\{?\s*\\([^A-Za-z\s])\s*\}?/.exec(text.slice(end, end + 20));
    if (found === null) return end;
    if (name === 'MakeShortVerb') shortVerbs.add(found[1]!);
    else shortVerbs.delete(found[1]!);
    return end + found[0].length;
  }
  return end;
}

/** `\verb|…|`, `\lstinline[…]{…}`, `\mintinline{c}|…|`. */
function inline(source: Source, at: number, end: number, name: string): number {
  const { text } = source;
  let from = end;
  if (text[from] === '*') from += 1;
  if (name !== 'verb') {
    from = skipBlank(text, from);
    if (text[from] === '[') from = Math.max(from, text.indexOf(']', from)) + 1;
  }
  if (name === 'mintinline' && text[from] === '{') from = closing(text, from);
  const delimiter = text[from];
  if (delimiter === undefined || /[A-Za-z]/.test(delimiter)) return end;
  if (delimiter === '{' && name !== 'verb') {
    const close = closing(text, from);
    source.blank(end, close);
    return close;
  }
  return blankDelimited(source, at, from, delimiter);
}

/** Blanks from one delimiter to the next on the same line. */
function blankDelimited(source: Source, at: number, from: number, delimiter: string): number {
  const { text } = source;
  const line = lineEnd(text, from);
  const close = text.indexOf(delimiter, from + 1);
  if (close < 0 || close >= line) {
    source.problem(
      `the verbatim text that begins here has no ${delimiter} at its end on this line`,
      at,
    );
    source.blank(from, line);
    return line;
  }
  source.blank(from, close + 1);
  return close + 1;
}

/** Where what `\iffalse` switches off ends: at its `\else` or `\fi`. */
function endOfFalse(text: string, from: number): number {
  let depth = 0;
  for (const found of text.slice(from).matchAll(/%[^\n]*|\\([A-Za-z@]+)|\\[^]/g)) {
    const name = found[1];
    if (name === undefined) continue;
    if (name.startsWith('if') && name !== 'iff' && name !== 'ifthenelse') depth += 1;
    else if (name === 'fi' && depth > 0) depth -= 1;
    else if (depth === 0 && (name === 'fi' || name === 'else')) return from + found.index;
  }
  return text.length;
}

const verbatimCommands = [
  'DefineVerbatimEnvironment',
  'RecustomVerbatimEnvironment',
  'lstnewenvironment',
  'newtcblisting',
  'excludecomment',
  'newverbatim',
];
const verbatimDeclaration = new RegExp(
  String.raw`\\(?:${verbatimCommands.join('|')})\s*\{\s*([A-Za-z*]+)\s*\}`,
  'g',
);

/** Environments that the document itself declares to be verbatim or left out. */
const declaredVerbatim = (text: string): string[] =>
  [...text.matchAll(verbatimDeclaration)].map((found) => found[1]!);

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

/** Behind blanks and at most one line end. */
export const skipBlank = (text: string, at: number): number =>
  at + /^[ \t]*(?:\r?\n)?[ \t]*/.exec(text.slice(at, at + 200))![0].length;

/** Behind the brace that closes the one here; the end of the text where there is none. */
export function closing(text: string, brace: number): number {
  let depth = 0;
  for (let at = brace; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}
