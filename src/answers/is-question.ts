/** A question is a claim that ends in `= ?`. */

export const questionMark = /=\s*\\?\?\s*\$?\s*$/;

/** Is the text a question? */
export const isQuestion = (text: string): boolean => questionMark.test(text.trimEnd());
