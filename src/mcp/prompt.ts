/** The prompt that makes a model check a formula before it uses it. */

export const checkFormula = {
  described: {
    name: 'check-formula',
    title: 'Check a formula before it is used',
    description: 'States a formula as a claim, examines it, and reports only what was proved.',
    arguments: [
      { name: 'formula', description: 'the formula, in words, LaTeX or code', required: true },
    ],
  },
  messages: (formula: string) => ({
    messages: [
      {
        role: 'user' as const,
        content: {
          type: 'text' as const,
          text: `Check this formula before you use it:

${formula}

1. Declare every name with its shape and its hypotheses, and state the formula as one claim:
   declarations; hypotheses |- conclusion. Read elenchus://language if you are unsure.
2. Call the tool try with the claim. If it is ill-typed, mend it as the message says.
3. If it is refuted, show the counterexample, and look for the hypothesis or the factor that
   is missing. Examine the mended claim in the same way.
4. If it survived or was given up, say that it is not proved. Do not call it true.
5. Report the claim as it was examined, its verdict, and everything under 'assumed'.
   If the formula is only wanted in one direction, or one side is unknown, call answer.`,
        },
      },
    ],
  }),
};
