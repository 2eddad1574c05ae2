/**
 * MathML Core of a formula's tree: the elements that browsers draw themselves, with no script and
 * no font of ours.
 */
import { typesetDeclaration } from './typeset-declaration.ts';
import { fences, signCharacters, type Fence, type Typeset } from '../operators/typeset.ts';
import type { Claim, Declaration, Expr, Formula } from './ast.ts';
import { greek } from './token.ts';
import { typesetClaim, typesetExpr, typesetFormula } from './typeset-claim.ts';

const letters: ReadonlyMap<string, string> = new Map(
  [...greek].map(([character, name]) => [name, character] as const).reverse(),
);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const element = (name: string, body: string, attributes = ''): string =>
  `<${name}${attributes}>${body}</${name}>`;
const joined = (parts: readonly Typeset[], between = ''): string =>
  parts.map(mathmlOf).join(between);
const mrow = (body: string): string => element('mrow', body);

const invisibleTimes = '<mo>&#x2062;</mo>';
/** The same with a thin space. */
const spacedTimes = '<mo lspace="0.17em" rspace="0">&#x2062;</mo>';
const application = '<mo>&#x2061;</mo>';
const comma = '<mo separator="true">,</mo>';

const fenceCharacters: Readonly<Record<Fence, readonly [string, string]>> = {
  parentheses: fences.parentheses,
  brackets: fences.brackets,
  bars: ['|', '|'],
  doubleBars: ['‖', '‖'],
  angles: ['⟨', '⟩'],
};

/** Whether brackets must grow to reach around it. */
const tall = (t: Typeset): boolean => {
  switch (t.kind) {
    case 'fraction':
    case 'grid':
    case 'large':
    case 'root':
      return true;
    case 'row':
    case 'product':
      return t.parts.some(tall);
    case 'list':
      return t.items.some(tall);
    case 'fenced':
      return tall(t.body);
    case 'applied':
      return tall(t.fn) || tall(t.to);
    case 'scripts':
    case 'primed':
      return tall(t.base);
    default:
      return false;
  }
};

/** A bar opens or closes by its form alone. */
const fencedMathml = (fence: Fence, body: Typeset): string => {
  const [open, close] = fenceCharacters[fence];
  const grows = tall(body) ? '' : ' stretchy="false"';
  return mrow(
    `<mo fence="true" form="prefix"${grows}>${open}</mo>${mathmlOf(body)}<mo fence="true" ` +
      `form="postfix"${grows}>${close}</mo>`,
  );
};

/** Signs that denote an object, not an operation. */
const things: ReadonlySet<string> = new Set([
  '\\mathbb{R}',
  '\\mathbb{C}',
  '\\ast',
  '\\mathbf{1}',
  '\\top',
  '\\nabla',
  '\\dots',
  '\\mathbb{E}',
]);

const signMathml = (sign: keyof typeof signCharacters): string => {
  const character = escaped(signCharacters[sign]);
  if (things.has(sign)) return `<mi mathvariant="normal">${character}</mi>`;
  if (sign === ',' || sign === ',\\ ')
    return `${comma}<mspace width="${sign === ',' ? '0' : '0.5em'}"/>`;
  if (sign === '\\{' || sign === '\\}')
    return `<mo fence="true" form="${sign === '\\{' ? 'prefix' : 'postfix'}" stretchy="false">${character}</mo>`;
  if (sign === '.\\ ') return '<mo separator="true">.</mo><mspace width="0.35em"/>';
  return `<mo>${character}</mo>`;
};

/** Signs that open what they stand before. */
const prefixes: ReadonlySet<string> = new Set(['-', '\\lnot', '\\forall', '\\exists']);

/**
 * A minus that opens a row is not a difference; a relation that opens one, where a formula was
 * broken, keeps the space on its right.
 */
const rowMathml = ([first, ...rest]: readonly Typeset[]): string => {
  if (first === undefined) return '<mrow></mrow>';
  const opens =
    first.kind === 'sign' && rest.length > 0 && signMathml(first.sign).startsWith('<mo>');
  const head = opens
    ? mathmlOf(first).replace(
        '<mo>',
        prefixes.has(first.sign) ? '<mo form="prefix">' : '<mo form="infix" lspace="0">',
      )
    : mathmlOf(first);
  return rest.length === 0 && first.kind !== 'sign' ? head : mrow(head + joined(rest));
};

const numberMathml = (text: string): string =>
  text.startsWith('-')
    ? mrow(`<mo form="prefix">−</mo><mn>${text.slice(1)}</mn>`)
    : `<mn>${text}</mn>`;

const scripts = (base: string, below: string | null, above: string | null): string => {
  if (below === null) return above === null ? base : element('msup', base + above);
  return above === null ? element('msub', base + below) : element('msubsup', base + below + above);
};

/** Primes stand above the index of a name, not behind it. */
const primed = (base: Typeset, primes: number): string => {
  const mark = `<mo>${primes === 1 ? '′' : primes === 2 ? '″' : '′'.repeat(primes)}</mo>`;
  return base.kind === 'scripts' && base.above === null && base.below !== null
    ? scripts(mathmlOf(base.base), mathmlOf(base.below), mark)
    : scripts(mathmlOf(base), null, mark);
};

/** A name of several letters, which would run into the factor next to it. */
const isLong = (t: Typeset | undefined): boolean =>
  t?.kind === 'word' || (t?.kind === 'letter' && (letters.get(t.name) ?? t.name).length > 1);

const factors = (parts: readonly Typeset[]): string =>
  parts
    .map((t, i) => {
      const times = isLong(t) || isLong(parts[i - 1]) ? spacedTimes : invisibleTimes;
      return (i === 0 ? '' : times) + mathmlOf(t);
    })
    .join('');

/** The elements of a formula's tree, without `<math>`. */
export const mathmlOf = (t: Typeset): string => {
  switch (t.kind) {
    case 'letter':
      return `<mi>${escaped(letters.get(t.name) ?? t.name)}</mi>`;
    case 'word':
      return `<mi mathvariant="normal">${escaped(t.word)}</mi>`;
    case 'number':
      return numberMathml(t.text);
    case 'sign':
      return signMathml(t.sign);
    case 'text':
      return `<mtext>\u00A0${escaped(t.text)}</mtext>`;
    case 'row':
      return rowMathml(t.parts);
    case 'product':
      return mrow(factors(t.parts));
    case 'list':
      return t.items.length === 1 ? joined(t.items) : mrow(joined(t.items, comma));
    case 'fenced':
      return fencedMathml(t.fence, t.body);
    case 'applied':
      return mrow(mathmlOf(t.fn) + application + mathmlOf(t.to));
    case 'scripts':
      return scripts(
        mathmlOf(t.base),
        t.below === null ? null : mathmlOf(t.below),
        t.above === null ? null : mathmlOf(t.above),
      );
    case 'primed':
      return primed(t.base, t.primes);
    case 'fraction':
      return element('mfrac', mathmlOf(t.over) + mathmlOf(t.under));
    case 'root':
      return element('msqrt', mathmlOf(t.of));
    case 'grid': {
      const cells = (row: readonly Typeset[]): string =>
        element('mtr', row.map((cell) => element('mtd', mathmlOf(cell))).join(''));
      const table = element('mtable', t.rows.map(cells).join(''));
      return mrow(
        `<mo fence="true" form="prefix">[</mo>${table}<mo fence="true" form="postfix">]</mo>`,
      );
    }
    case 'large':
      return element(
        'munderover',
        `<mo>${signCharacters[t.sign]}</mo>${mathmlOf(t.below)}${mathmlOf(t.above)}`,
      );
  }
};

/** A whole `<math>` element; `spoken` is the plain text for screen readers. */
export const mathElement = (body: string, spoken: string, display = false): string => {
  const label = escaped(spoken).replaceAll('"', '&quot;');
  return `<math${display ? ' display="block"' : ''} alttext="${label}" aria-label="${label}">${body}</math>`;
};

export const exprMathml = (e: Expr): string => mathmlOf(typesetExpr(e));
export const declarationMathml = (d: Declaration): string => mathmlOf(typesetDeclaration(d));
export const formulaMathml = (f: Formula): string => mathmlOf(typesetFormula(f));

/** A whole claim: declarations and hypotheses, the turnstile, the conclusion. */
export const claimMathml = (claim: Claim): string => {
  const { given, conclusion } = typesetClaim(claim);
  const separator = '<mo separator="true">;</mo><mspace width="0.4em"/>';
  return mrow(`${given.map(mathmlOf).join(separator)}<mo>⊢</mo>${mathmlOf(conclusion)}`);
};
