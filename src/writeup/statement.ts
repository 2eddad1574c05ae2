/**
 * A claim in the order in which a paper says it: given, suppose, then; as pieces of words,
 * mathematics and code.
 */
import {
  ClaimError,
  declarationLatex,
  definedness,
  exprLatex,
  formulaLatex,
  formulaText,
  nameLatex,
  parseFormula,
  randomLatex,
} from '../language/index.ts';
import type { Attribute, Claim, Declaration } from '../language/index.ts';

/**
 * A stretch of a sentence: plain words, LaTeX mathematics without dollar signs, or text in the
 * claim language.
 */
export type Piece =
  | { readonly words: string }
  | { readonly math: string }
  | { readonly code: string };

export interface Statement {
  /** The declarations, without a final stop; empty where there are none. */
  readonly given: readonly Piece[];
  readonly suppose: readonly Piece[];
  /** LaTeX of the conclusion. */
  readonly conclusion: string;
}

const attributeWords: Partial<Record<Attribute, string>> = {
  psd: 'positive semidefinite',
  pd: 'positive definite',
  projector: 'a projector',
  unit: 'of length 1',
};
const wordOf = (attribute: string): string => attributeWords[attribute as Attribute] ?? attribute;

/** Pieces with words between them: `a, b and c`. */
export function listed(items: readonly (readonly Piece[])[], last = 'and'): Piece[] {
  return items.flatMap((item, i) =>
    i === 0 ? item : [{ words: i === items.length - 1 ? ` ${last} ` : ', ' }, ...item],
  );
}

export function statementOf(claim: Claim): Statement {
  return {
    given: listed([
      ...grouped(claim.declarations).map(declared),
      ...claim.random.map((r): Piece[] => [{ math: randomLatex(r) }]),
    ]),
    suppose: listed(claim.hypotheses.map((h) => [{ math: formulaLatex(h) }])),
    conclusion: formulaLatex(claim.conclusion),
  };
}

/** Declarations that differ in the name alone stand together. */
function grouped(declarations: readonly Declaration[]): Declaration[][] {
  const groups: Declaration[][] = [];
  const likeness = ({ type, attributes, family }: Declaration): string =>
    JSON.stringify([type, attributes, family === null]);
  for (const d of declarations) {
    const before = groups.at(-1)?.[0];
    if (
      before !== undefined &&
      before.family === null &&
      d.family === null &&
      likeness(before) === likeness(d)
    )
      groups.at(-1)!.push(d);
    else groups.push([d]);
  }
  return groups;
}

function declared(group: readonly Declaration[]): Piece[] {
  const last = group.at(-1)!;
  const { attributes, type } = last;
  const names = group
    .slice(0, -1)
    .map(({ name }) => `${nameLatex(name)}, `)
    .join('');
  if (type.kind === 'activation' && last.family === null)
    return [{ math: names + nameLatex(last.name) }, { words: ' acting entry by entry' }];
  return [
    { math: names + declarationLatex({ ...last, attributes: [] }) },
    ...(attributes.length === 0 ? [] : [{ words: ` ${attributes.map(wordOf).join(', ')}` }]),
  ];
}

/**
 * What a verdict assumes, said in the words of the claim, as mathematics where it can be read as
 * such.
 */
export function assumedPieces(claim: Claim, assumed: readonly string[]): Piece[][] {
  const known = new Map<string, Piece[]>();
  for (const h of claim.hypotheses) known.set(formulaText(h), [{ math: formulaLatex(h) }]);
  for (const { name, attributes } of claim.declarations)
    for (const a of attributes)
      known.set(`${name} ${a}`, [{ math: nameLatex(name) }, { words: ` ${wordOf(a)}` }]);
  for (const { text, formula } of definedness(claim))
    if (formula?.kind === 'is')
      known.set(text, [{ math: exprLatex(formula.subject) }, { words: ` ${formula.attribute}` }]);
  const names = new Set(claim.declarations.map((d) => d.name));
  return assumed.map((text) => {
    const [, name = '', words = ''] = /^(\w+) ([a-z -]+)$/.exec(text) ?? [];
    return (
      known.get(text) ??
      (names.has(name)
        ? [{ math: nameLatex(name) }, { words: ` ${words}` }]
        : [formulaPiece(claim, text)])
    );
  });
}

/** A formula of the claim as mathematics; as code where it cannot be read. */
export function formulaPiece(claim: Claim, text: string): Piece {
  try {
    return { math: formulaLatex(parseFormula(text, claim)) };
  } catch (error) {
    if (error instanceof ClaimError) return { code: text };
    throw error;
  }
}
