/**
 * A claim as one line of Unicode: what an editor shows that draws neither LaTeX nor MathML. It is
 * for reading alone; `text.ts` writes what is read again.
 */
import { fences, signCharacters, type Fence, type Typeset } from '../operators/typeset.ts';
import type { Claim } from './ast.ts';
import { greek } from './token.ts';
import { typesetClaim } from './typeset-claim.ts';

const letters: ReadonlyMap<string, string> = new Map(
  [...greek].map(([character, name]) => [name, character] as const).reverse(),
);

const fenceCharacters: Readonly<Record<Fence, readonly [string, string]>> = {
  parentheses: fences.parentheses,
  brackets: fences.brackets,
  bars: ['|', '|'],
  doubleBars: ['‖', '‖'],
  angles: ['⟨', '⟩'],
};

const raised: ReadonlyMap<string, string> = pairs(
  '0123456789+−=()⊤×abcdefghijklmnoprstuvwyzABDEGHIJKLMNOPRUVW',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵀˣᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵁⱽᵂ',
);
const lowered: ReadonlyMap<string, string> = pairs(
  '0123456789+−=()aehijklmnoprstuvx',
  '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ',
);

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const signs = [...to];
  return new Map([...from].map((character, i) => [character, signs[i] ?? character]));
}

/** In small signs where Unicode has them all, else behind a mark. */
const script = (text: string, signs: ReadonlyMap<string, string>, mark: '^' | '_'): string => {
  const bare = text.replaceAll(' ', '');
  if ([...bare].every((character) => signs.has(character)))
    return [...bare].map((character) => signs.get(character)).join('');
  return [...bare].length === 1 ? `${mark}${bare}` : `${mark}(${text})`;
};

const scripts = ({ below, above }: { below: Typeset | null; above: Typeset | null }): string =>
  (below === null ? '' : script(unicodeOf(below), lowered, '_')) +
  (above === null ? '' : script(unicodeOf(above), raised, '^'));

const joined = (parts: readonly Typeset[], between: string): string =>
  parts.map(unicodeOf).join(between);

/** In parentheses where a stroke or a root would not reach around it. */
const whole = (t: Typeset): string =>
  ['row', 'product', 'fraction', 'list'].includes(t.kind) ? `(${unicodeOf(t)})` : unicodeOf(t);

function unicodeOf(t: Typeset): string {
  switch (t.kind) {
    case 'letter':
      return letters.get(t.name) ?? t.name;
    case 'word':
      return t.word;
    case 'number':
      return t.text.replace('-', '−');
    case 'text':
      return t.text;
    case 'sign':
      return `${signCharacters[t.sign]}${t.sign.endsWith(' ') ? ' ' : ''}`;
    case 'row':
      return joined(t.parts, t.tight ? '' : ' ');
    case 'product':
      return joined(t.parts, ' ');
    case 'list':
      return joined(t.items, ', ');
    case 'fenced': {
      const [open, close] = fenceCharacters[t.fence];
      return `${open}${unicodeOf(t.body)}${close}`;
    }
    case 'applied':
      return `${unicodeOf(t.fn)}${unicodeOf(t.to)}`;
    case 'scripts':
      return unicodeOf(t.base) + scripts(t);
    case 'primed':
      return `${unicodeOf(t.base)}${'′'.repeat(t.primes)}`;
    case 'fraction':
      return `${whole(t.over)}/${whole(t.under)}`;
    case 'root':
      return `√${whole(t.of)}`;
    case 'grid':
      return `[${t.rows.map((cells) => joined(cells, ' ')).join('; ')}]`;
    case 'large':
      return signCharacters[t.sign] + scripts(t);
  }
}

/** Declarations and hypotheses, the turnstile, the conclusion. */
export function claimUnicode(claim: Claim): string {
  const { given, conclusion } = typesetClaim(claim);
  return `${given.map(unicodeOf).join('; ')}${given.length > 0 ? ' ' : ''}⊢ ${unicodeOf(conclusion)}`;
}
