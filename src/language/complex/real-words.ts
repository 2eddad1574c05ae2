/** Words that mean one thing of real matrices and could mean two of complex ones. */
import { ClaimError } from '../ast.ts';

/** Transposes that do not conjugate elsewhere, products that may or may not, and the dagger. */
const words = new RegExp(
  [
    /\^\s*\{?\s*(?:T\b|\\top|\\intercal|\\mathsf|\\text\w*\{T)/,
    /[ᵀ⊤†⟨]|\\(?:dagger|top|langle)\b|\.m?T\b|\.t\(/,
    /\b(?:dagger|transpose|einsum|outer|inner|vdot|permute|swapaxes)\b/,
  ]
    .map((one) => one.source)
    .join('|'),
);

/** Throws where such a word stands in the text of a complex claim. */
export const refuseRealWords = (source: string): void => {
  const found = words.exec(source.replaceAll(/--.*/g, (note) => ' '.repeat(note.length)));
  if (!found) return;
  throw new ClaimError(
    `${found[0]} has two meanings in a claim about complex matrices`,
    { start: found.index, end: found.index + found[0].length },
    "write A' for the conjugate transpose, conj(A)' for the transpose alone, pinv(A), x' y for a product",
  );
};
