/** Prints expressions, formulas and claims as normalised text. */
import { isSum } from '../operators/dimension.ts';
import { operator } from '../operators/registry.ts';
import { asWritten } from './complex/written.ts';
import type {
  Attribute,
  Claim,
  Declaration,
  Expr,
  Formula,
  Index,
  Law,
  RandomVariable,
  Range,
  Shape,
} from './ast.ts';
import { placeText } from './layers.ts';

interface Written {
  readonly text: string;
  /** 1 sum, 2 product, 4 power and postfix, 5 atom. */
  readonly strength: number;
}

export const indexText = (index: Index | null): string => {
  if (!index) return '';
  if (index.name === null) return `[${index.offset}]`;
  if (index.offset === 0) return `[${index.name}]`;
  return `[${index.name}${index.offset > 0 ? '+' : '-'}${Math.abs(index.offset)}]`;
};

/** `[i]`, `[i,:]`. */
const placesText = (places: readonly (Index | null)[]): string =>
  `[${places.map((at) => (at === null ? ':' : placeText(at))).join(',')}]`;

const constantText = { identity: 'I', zero: '0', ones: 'ones' } as const;

/** How binding a number is: `2` an atom, `1/2` a product, `-2` a sum. */
export const numberStrength = (value: string): number =>
  value.startsWith('-') ? 1 : value.includes('/') ? 2 : 5;

const atom = (text: string): Written => ({ text, strength: 5 });

const wrap = ({ text, strength }: Written, wanted: number): string =>
  strength < wanted ? `(${text})` : text;

const list = (args: readonly Expr[]): string => args.map(exprText).join(', ');

const operatorText = (e: Extract<Expr, { kind: 'operator' }>): Written => {
  const { printed, ofMatrix } = operator(e.operator);
  const texts = e.args.map((a, i) => {
    const text = wrap(write(a), printed.wants[i] ?? 1);
    // ^T and ^H alone would be taken for the transpose
    const isExponent = ['pow', 'matpow'].includes(e.operator) && i === 1;
    return isExponent && (text === 'T' || text === 'H') ? `(${text})` : text;
  });
  // Inside bars another bar would be taken for the closing one.
  const safe = e.operator === 'bars' ? texts.map((t) => (t.includes('|') ? `(${t})` : t)) : texts;
  if (ofMatrix !== undefined && isSquare(e.shape))
    return { text: `${e.operator}.(${safe.join(', ')})`, strength: printed.strength };
  return { text: printed.text(...e.params.map(String), ...safe), strength: printed.strength };
};

const isSquare = ([rows, columns]: Shape): boolean => columns !== undefined && rows === columns;

/**
 * The range is left out where a family behind the index tells it; a literal range may be shorter
 * than its family's.
 */
const reduceText = (e: Extract<Expr, { kind: 'reduce' }>): string =>
  `${e.how}[${e.told ? e.range.index : rangeText(e.range)}](${exprText(e.body)})`;

const write = (e: Expr): Written => {
  switch (e.kind) {
    case 'number':
      return { text: e.value, strength: numberStrength(e.value) };
    case 'dimension':
      return atom(e.dim);
    case 'index':
      return atom(e.name);
    case 'variable':
      return atom(e.name + indexText(e.index));
    case 'constant':
      return atom(constantText[e.which]);
    case 'operator':
      return operatorText(e);
    case 'call':
      return atom(`${e.fn}${indexText(e.index)}${"'".repeat(e.order)}(${list(e.args)})`);
    case 'jet':
      return atom(`${e.which}(${e.fn}${indexText(e.index)})(${list(e.args)})`);
    case 'derivative':
      return atom(`${e.which}[${e.by}${indexText(e.index)}](${exprText(e.body)})`);
    case 'reduce':
      return atom(reduceText(e));
    case 'entry':
      return atom(`${wrap(write(e.body), 5)}${placesText(e.places)}`);
    case 'expectation':
      return atom(e.word === 'E' ? `E[${exprText(e.body)}]` : `expect(${exprText(e.body)})`);
    case 'product': {
      const [first, last] = e.falling ? [e.range.to, e.from] : [e.from, e.range.to];
      return atom(`prod[${e.range.index}=${first}..${last}](${exprText(e.body)})`);
    }
    case 'kernel':
      return atom(`ker(${exprText(e.of)})`);
  }
};

/** Canonical ASCII text of an expression. */
export const exprText = (e: Expr): string => write(e).text;

export const rangeText = (range: Range): string => `${range.index} in 1..${range.to}`;

/** A sum among several dimensions stands in brackets. */
const shapeText = (shape: Shape): string =>
  shape.map((d) => (shape.length > 1 && isSum(d) ? `(${d})` : d)).join(' x ');

const spaceText = (shape: Shape): string =>
  shape.length === 0
    ? 'R'
    : `R^${isSum(shape[0] ?? '') || shape[0]?.includes('*') ? `(${shape[0]})` : shape[0]}`;

/** Of complex matrices other words are written. */
export const attributeText = (attribute: Attribute, adjoint: boolean): string =>
  adjoint && attribute === 'symmetric'
    ? 'hermitian'
    : adjoint && attribute === 'orthogonal'
      ? 'unitary'
      : attribute;

export const declarationText = (d: Declaration): string => {
  const type =
    d.type.kind === 'activation'
      ? 'activation'
      : d.type.kind === 'function'
        ? `${d.type.inputs.map(spaceText).join(' x ')} -> ${spaceText(d.type.output)}`
        : d.type.shape.length === 0
          ? 'scalar'
          : shapeText(d.type.shape);
  const name = d.family ? `${d.name}[${d.family.index}]` : d.name;
  return [
    `${name}: ${type}`,
    ...(d.complex ? ['complex'] : []),
    ...d.attributes.map((a) => attributeText(a, d.complex === true)),
    ...(d.family ? [`for ${rangeText(d.family)}`] : []),
  ].join(' ');
};

const lawText = ({ kind, params }: Law): string =>
  kind === 'rademacher' ? kind : `${kind}(${list(params)})`;

const randomText = ({ declaration, law }: RandomVariable): string => {
  const { family } = declaration;
  const bare = declarationText({ ...declaration, family: null });
  const named = family
    ? bare.replace(declaration.name, `${declaration.name}[${family.index}]`)
    : bare;
  return `${named} ~ ${lawText(law)}${family ? ` for ${rangeText(family)}` : ''}`;
};

/** 0 quantifier, 1 iff, 2 implies, 3 or, 4 and, 5 not, 6 relation. */
const bracket = (f: Formula, wanted: number): string => {
  const { text, strength } = writeFormula(f);
  return strength < wanted ? `(${text})` : text;
};

const writeFormula = (f: Formula): Written => {
  switch (f.kind) {
    case 'relation':
      return { text: `${exprText(f.left)} ${f.relation} ${exprText(f.right)}`, strength: 6 };
    case 'is':
      return {
        text: `${exprText(f.subject)} is ${attributeText(f.attribute, f.adjoint === true)}`,
        strength: 6,
      };
    case 'not':
      return { text: `not ${bracket(f.body, 5)}`, strength: 5 };
    case 'and':
      return { text: `${bracket(f.left, 4)} and ${bracket(f.right, 5)}`, strength: 4 };
    case 'or':
      return { text: `${bracket(f.left, 3)} or ${bracket(f.right, 4)}`, strength: 3 };
    case 'implies':
      return { text: `${bracket(f.left, 3)} => ${bracket(f.right, 2)}`, strength: 2 };
    case 'iff':
      return { text: `${bracket(f.left, 2)} <=> ${bracket(f.right, 2)}`, strength: 1 };
    case 'forall':
    case 'exists':
      return {
        text: `${f.kind} ${f.variables.map(declarationText).join(', ')}. ${formulaText(f.body)}`,
        strength: 0,
      };
    case 'off':
      return { text: `${exprText(f.subject)} off the kinks of ${f.fn}`, strength: 6 };
    case 'unsaid':
      return { text: f.text, strength: 6 };
    case 'each':
      return { text: `forall ${rangeText(f.range)}. ${formulaText(f.body)}`, strength: 0 };
  }
};

/** Canonical ASCII text of a formula. */
export const formulaText = (f: Formula): string => writeFormula(f).text;

/**
 * Canonical text of a claim on one line; reading it gives the same claim and the same text again.
 */
export const claimText = (given: Claim): string => {
  const claim = asWritten(given);
  const items = [
    ...claim.declarations.map(declarationText),
    ...claim.random.map(randomText),
    ...claim.hypotheses.map(formulaText),
  ].join('; ');
  return `${items}${items === '' ? '' : ' '}|- ${formulaText(claim.conclusion)}`;
};
