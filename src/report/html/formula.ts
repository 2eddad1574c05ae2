/**
 * Formulas of the page: MathML where a text is of the claim language, the text itself where it is
 * not.
 */
import { typesetDeclaration } from '../../language/typeset-declaration.ts';
import {
  declarationText,
  exprText,
  formulaText,
  namesOf,
  parseClaim,
  parseProof,
  type Claim,
  type Declaration,
  type Formula,
} from '../../language/index.ts';
import { ClaimError } from '../../language/ast.ts';
import { mathElement, mathmlOf } from '../../language/mathml.ts';
import {
  connectives,
  relationSign,
  typesetExpr,
  typesetFormula,
  typesetPart,
} from '../../language/typeset-claim.ts';
import { typesetName } from '../../language/typeset-names.ts';
import { row, sign, words, type Typeset } from '../../operators/typeset.ts';
import { readTold } from '../told-formula.ts';
import { html, trusted, type Markup } from './markup.ts';

export const math = (set: Typeset, spoken: string): Markup =>
  trusted(mathElement(mathmlOf(set), spoken));

export const nameMath = (name: string, spoken = name): Markup => math(typesetName(name), spoken);

const written = { iff: '<=>', implies: '=>', and: 'and' } as const;

/** Pieces between which a long formula may break: at connectives, then at relations. */
const pieces = (f: Formula): { set: Typeset; text: string }[] => {
  if (f.kind === 'relation') {
    return [
      { set: typesetExpr(f.left), text: exprText(f.left) },
      {
        set: row(sign(relationSign[f.relation]), typesetExpr(f.right)),
        text: `${f.relation} ${exprText(f.right)}`,
      },
    ];
  }
  if (f.kind === 'iff' || f.kind === 'implies' || f.kind === 'and') {
    const [name, , left, right] = connectives[f.kind];
    const sides = [side(f.left, left), side(f.right, right)] as const;
    const [first, ...rest] = sides[1];
    const opening =
      first === undefined
        ? []
        : [
            {
              set: row(sign(name), first.set),
              text: `${written[f.kind]} ${first.text}`,
            },
          ];
    return [...sides[0], ...opening, ...rest];
  }
  return [{ set: typesetFormula(f), text: formulaText(f) }];
};

/** One side of a connective, in pieces where it needs no brackets. */
const side = (f: Formula, wanted: number): { set: Typeset; text: string }[] => {
  const set = typesetPart(f, wanted);
  return set.kind === 'fenced' ? [{ set, text: `(${formulaText(f)})` }] : pieces(f);
};

/** A formula that may break over lines, each piece an element of its own. */
export const formulaMath = (f: Formula): Markup =>
  html`${pieces(f).map(({ set, text }, i) => html`${i === 0 ? '' : ' '}${math(set, text)}`)}`;

export const declarationMath = (d: Declaration): Markup =>
  math(typesetDeclaration(d), declarationText(d));

/** Whatever reading a text throws, the page shows the text. */
const reading = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
};

export const readClaim = (text: string): Claim | null => reading(() => parseClaim(text));

/** Names that a derivation brings in by `let` and `take`. */
export const broughtIn = (claim: Claim, proof: string | null): readonly Declaration[] => {
  if (proof === null) return [];
  const read = reading(() => parseProof(proof, claim));
  const { declared } = namesOf(claim.declarations);
  const found = (read?.parts ?? [])
    .flatMap((part) => part.steps)
    .flatMap((step) =>
      step.kind === 'let' ? [step.variable] : step.kind === 'take' ? step.variables : [],
    );
  return [...new Map(found.filter((d) => !declared.has(d.name)).map((d) => [d.name, d])).values()];
};

/** A further link of a chain: its sign and its term. */
export const linkMath = (
  sign: string,
  term: string,
  claim: Claim | null,
  extra: readonly Declaration[] = [],
  ranges: readonly string[] = [],
): Markup => {
  const f = claim && readTold(`${term} ${sign} ${term}`, { claim, extra, ranges });
  const last = f === null || f.kind !== 'relation' ? undefined : pieces(f).at(-1);
  return last === undefined ? code(`${sign} ${term}`) : math(last.set, last.text);
};

export const code = (text: string): Markup => html`<code>${text}</code>`;

/**
 * A formula in the words of a claim: `W' W = c M`, `W invertible`, or something that only people
 * read.
 */
export const wordsMath = (
  text: string,
  claim: Claim | null,
  extra: readonly Declaration[] = [],
  ranges: readonly string[] = [],
): Markup => {
  if (claim === null) return code(text);
  const known = { claim, extra, ranges };
  const attribute = /^(\w+) ([a-z-]+)$/.exec(text);
  if (attribute !== null && claim.declarations.some((d) => d.name === attribute[1]))
    return math(row(typesetName(attribute[1] as string), words(attribute[2] as string)), text);
  const f = readTold(text, known);
  if (f !== null) return formulaMath(f);
  // the first term of a chain is not a statement
  const same = readTold(`${text} = ${text}`, known);
  const [first] = same?.kind === 'relation' ? pieces(same) : [];
  return first === undefined ? code(text) : math(first.set, first.text);
};
