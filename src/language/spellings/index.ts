/**
 * The layer before the grammar: what people type without thinking, rewritten into the plain
 * language, place by place.
 */
import type { Span } from '../ast.ts';
import type { Token } from '../token.ts';
import { readAdjoints } from './adjoints.ts';
import { readBinderWords } from './binders-in-words.ts';
import { readBars } from './bars.ts';
import { BigOperators } from './big-operators.ts';
import { readBroadcastAxes } from './broadcast-axes.ts';
import { readCalls } from './calls.ts';
import { Choices } from './choices.ts';
import type { Context, Sized } from './context.ts';
import { declaredNames } from './declared-names.ts';
import type { DeclaredNames } from './declared-names.ts';
import { withDots } from './entrywise-words.ts';
import { isLatex, LatexReader } from './latex-reader.ts';
import type { Piece } from './piece.ts';
import { readBinders } from './phrases.ts';
import { readProducts } from './products.ts';
import { readProse } from './prose.ts';
import { readArrays } from './python-arrays.ts';
import { readLambdas } from './python-derivatives.ts';
import { readResults } from './python-results.ts';
import { readMeans } from './means.ts';
import { readPythonTypes } from './python-types.ts';
import { readModules } from './python-modules.ts';
import { isPython, readPython } from './python.ts';
import { readSigns } from './python-signs.ts';
import { readSizes } from './python-sizes.ts';
import { readEinsum } from './einsum.ts';
import { readDifferentials } from './differentials.ts';
import { readEntryLetters } from './entry-letters.ts';
import { readExtremes } from './extremes.ts';
import { readFractionExponents } from './fraction-exponents.ts';
import { readIndexItems } from './index-items.ts';
import { readIndexLists } from './index-lists.ts';
import { readItemCommas } from './item-commas.ts';
import { readQuantifiers } from './quantifiers.ts';
import { readRaisedLetters } from './raised-letters.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { readLaws } from './laws.ts';
import { readScientific } from './scientific.ts';
import { readSentences } from './sentences.ts';
import { readSets } from './sets.ts';
import { readSingularValues } from './singular-values.ts';
import { readShorthand } from './shorthand.ts';
import { readSpacedLiterals } from './spaced-literals.ts';
import { readUnbracketedDerivatives } from './unbracketed-derivatives.ts';
import { readStrictOrder } from './strict-order.ts';
import { readSubscripts } from './subscripts.ts';
import { TypeReader } from './types.ts';
import { readWords } from './words.ts';

/** A text in the plain language's tokens, and what was met on the way. */
export interface Spelled {
  readonly tokens: readonly Token[];
  readonly choices: Choices;
  readonly sized: readonly Sized[];
  readonly doubleBars: readonly Span[];
}

const noNames: DeclaredNames = {
  kinds: new Map(),
  shapes: new Map(),
  families: new Set(),
  random: new Set(),
  dims: new Set(),
  indices: new Set(),
  rangeEnds: new Set(),
};

const joined = (a: DeclaredNames, b: DeclaredNames): DeclaredNames => ({
  kinds: new Map([...a.kinds, ...b.kinds]),
  shapes: new Map([...a.shapes, ...b.shapes]),
  families: new Set([...a.families, ...b.families]),
  random: new Set([...a.random, ...b.random]),
  dims: new Set([...a.dims, ...b.dims]),
  indices: new Set([...a.indices, ...b.indices]),
  rangeEnds: new Set([...a.rangeEnds, ...b.rangeEnds]),
});

/** What stands between items and at their beginning: commas, quantifiers, sets, laws. */
const readItems = (tokens: readonly Piece[]): readonly Piece[] =>
  readLaws(
    readSets(
      readItemCommas(
        readQuantifiers(
          readBinderWords(
            readBinders(
              readPythonTypes(
                readModules(
                  readBroadcastAxes(readLambdas(readProse(readSentences(readIndexItems(tokens))))),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );

/**
 * Rewrites the tokens of a text. `known` are the names that stand outside it, as those of a proof's
 * claim. Throws
 * `ClaimError` where a sign or command has no meaning.
 */
export const spell = (
  raw: readonly Token[],
  choices: Choices = new Choices(),
  known: DeclaredNames = noNames,
): Spelled => {
  const context: Context = { names: known, choices, sized: [], doubleBars: [] };
  const look = (tokens: readonly Piece[]): readonly Piece[] => {
    context.names = joined(known, declaredNames(tokens));
    return tokens;
  };
  const typed = readAdjoints(readRaisedLetters(raw));
  const bare = isLatex(typed) ? new LatexReader(typed).read() : typed;
  let tokens = look(new TypeReader(known === noNames ? readItems(bare) : readBinders(bare)).read());
  const python = isPython(raw, context);
  tokens = readFractionExponents(readScientific(tokens, context), context);
  tokens = readIndexLists(readSpacedLiterals(readStrictOrder(tokens)), context);
  tokens = readDifferentials(readUnbracketedDerivatives(tokens, context), context);
  tokens = readEntryLetters(readSingularValues(readWords(tokens, context), context), context);
  tokens = readExtremes(readShorthand(tokens, context), context);
  tokens = readEinsum(
    readArrays(readResults(readPython(readSizes(tokens, context), context), context), context),
    context,
  );
  tokens = readSigns(tokens, context, python);
  tokens = look(readBars(tokens, context));
  tokens = look(new BigOperators(context).read(tokens));
  tokens = readCalls(tokens, context, python);
  tokens = readProducts(tokens, context);
  tokens = readSubscripts(readMeans(tokens, context), context);
  tokens = withDots(tokens);
  refuseForeign(tokens);
  return { tokens, choices, sized: context.sized, doubleBars: context.doubleBars };
};
