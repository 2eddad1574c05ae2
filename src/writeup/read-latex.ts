/**
 * Citations of a LaTeX text: `\lemma{family/name}`, `\counterexample{…}`, `\survived{…}`,
 * `\measured{…}`, `\claim{…}`.
 */
import { isKind, kinds } from './citation.ts';
import type { Citation, Kind } from './citation.ts';
import { blankLatex, closing, skipBlank } from './latex-prose.ts';
import { noteName } from '../catalogue/read-markdown.ts';
import { Source } from './source.ts';
import type { Problem } from '../catalogue/claim-entry.ts';
import type { FilePlace } from '../catalogue/file-place.ts';

/** A file that is read at this point, as `\input{sections/proof}`. */
export interface Inclusion {
  readonly name: string;
  readonly place: FilePlace;
}

/** What a text cites and includes, in its order. */
export interface Read {
  readonly items: readonly (Citation | Inclusion)[];
  readonly problems: readonly Problem[];
}

const including = new Set(['input', 'include', 'subfile']);

/**
 * The citations and inclusions of a LaTeX text. Commands that the text defines itself are its own.
 */
export function readLatex(file: string, text: string): Read {
  const source = new Source(file, text);
  blankLatex(source);
  const prose = source.prose();
  const items: (Citation | Inclusion)[] = [];
  for (const { at, id } of environments(file, text, prose))
    items.push({ kind: 'claim', id, place: source.place(at) });
  const own = new Set(kinds.filter((kind) => definesIt(prose, kind)));
  for (const { index, 0: whole, 1: name = '' } of prose.matchAll(/\\([A-Za-z@]+)|\\[^]/g)) {
    const end = index + whole.length;
    if (including.has(name)) {
      const input = inputName(prose, end);
      if (input !== null) items.push({ name: input, place: source.place(index) });
    }
    const kind = name.startsWith('elenchus') ? name.slice('elenchus'.length) : name;
    if (!isKind(kind) || (kind === name && own.has(kind))) continue;
    const argument = argumentAt(prose, end);
    if (argument === null) continue;
    if (argument.text === null) source.problem(`\\${name}{ is never closed`, index);
    else cite(source, kind, name, argument.text, index, items);
  }
  return { items, problems: source.problems };
}

/**
 * Claims that stand in the text itself, as `\\begin{elenchusclaim}{name}`: each is printed there.
 */
const environments = (
  file: string,
  text: string,
  prose: string,
): { readonly at: number; readonly id: string }[] =>
  [...prose.matchAll(/^[ \t]*\\begin[ ]{0,15}/gm)].flatMap(({ index }) => {
    const begin = /^[ \t]*\\begin\{elenchusclaim\}(?:\[[^\]\n]*\])?\{\s*([^{}\s]+)\s*\}/.exec(
      text.slice(index, index + 300),
    );
    return begin ? [{ at: index, id: `${noteName(file)}/${begin[1]}` }] : [];
  });

function cite(
  source: Source,
  kind: Kind,
  name: string,
  argument: string,
  at: number,
  items: (Citation | Inclusion)[],
): void {
  // What holds commands or a parameter is a title or a definition, and so are several words.
  if (
    /[\\{}#~$]/.test(argument) ||
    /\S\s+\S/.test(
      argument
        .trim()
        .replaceAll(/\s*\/\s*/g, '/')
        .replaceAll(/\s*,\s*/g, ','),
    )
  )
    return;
  const id = argument.replaceAll(/\s+/g, '');
  if (id === '') return;
  if (id.includes(','))
    source.problem(
      `\\${name} takes one id: write \\${name}{${id.split(',').join(`}, \\${name}{`)}}`,
      at,
    );
  else items.push({ kind, id, place: source.place(at) });
}

/**
 * The group behind a command and its star; null where there is none, its text null where it is
 * never closed.
 */
function argumentAt(prose: string, end: number): { readonly text: string | null } | null {
  let brace = skipBlank(prose, end);
  if (prose[brace] === '*') brace = skipBlank(prose, brace + 1);
  if (prose[brace] !== '{') return null;
  const close = closing(prose, brace);
  const text = prose.slice(brace + 1, close - 1);
  return { text: prose[close - 1] === '}' && !/\n[ \t\r]*\n/.test(text) ? text : null };
}

/** `{sections/proof}`, or the name up to a blank as plain TeX has it. */
function inputName(prose: string, end: number): string | null {
  const rest = prose.slice(end, end + 500);
  const name = (
    /^\s*\{([^{}]*)\}/.exec(rest)?.[1] ??
    /^[ \t]+([^\s\\{}%]+)/.exec(rest)?.[1] ??
    ''
  ).trim();
  return name === '' || /[\\#]/.test(name) ? null : name;
}

/** Commands that define a command. */
const defining = [
  '(?:new|renew|provide)command',
  'DeclareRobustCommand',
  'DeclareMathOperator',
  '(?:New|Renew|Provide|Declare)DocumentCommand',
  '[gex]?def',
  'let',
];

/** Whether the text defines the command itself, other than as a theorem's environment. */
const definesIt = (prose: string, kind: Kind): boolean =>
  new RegExp(String.raw`\\(?:${defining.join('|')})\*?\s*\{?\s*\\${kind}(?![A-Za-z@])`).test(prose);
