/** The fields of each tool's result, as a schema: a client may check a result by it. */

interface Field {
  readonly type: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly string[];
}

export interface OutputFields {
  readonly properties: Readonly<Record<string, Field>>;
  readonly required: readonly string[];
}

const verdict = {
  verdict: {
    type: 'string',
    enum: ['proved', 'refuted', 'survived', 'gave-up', 'ill-typed'],
    description: 'only `proved` means true',
  },
  meaning: { type: 'string', description: 'what the verdict allows' },
  claim: { type: 'string', description: 'the claim in the normal form' },
  assumed: { type: 'array', description: 'hypotheses and conditions that the claim rests on' },
  axioms: { type: 'array', description: 'cited theorems that the proof rests on' },
  derivation: { type: 'array' },
  counterexample: { type: 'object', description: 'an exact point; numbers are rationals' },
  message: { type: 'string' },
  suggestion: { type: 'string', description: 'what to write instead' },
  readAs: { type: 'array', description: 'how the text was read' },
} as const satisfies OutputFields['properties'];
const always = ['verdict', 'meaning', 'claim', 'assumed', 'axioms'] as const;

export const outputs = {
  try: { properties: verdict, required: always },
  answer: {
    properties: {
      ...verdict,
      answer: { type: ['string', 'null'], description: 'the other side, proved' },
      latex: { type: ['string', 'null'] },
      code: { type: ['object', 'null'], description: 'code by package' },
    },
    required: [...always, 'answer', 'latex', 'code'],
  },
  why: {
    properties: {
      ...verdict,
      reason: { type: 'string', description: 'why the prover stopped' },
      tried: { type: 'array', description: 'strategies, and how often' },
      wouldFollowFrom: { type: 'array' },
      proof: { type: ['string', 'null'], description: 'lines that prove it' },
      facts: { type: 'array', description: 'facts nearest to the claim' },
    },
    required: always,
  },
  needs: {
    properties: {
      ...verdict,
      strongest: { type: ['string', 'null'], description: 'without all that can be dropped' },
      hypotheses: { type: 'array', description: 'each needed, not needed, implied or undecided' },
    },
    required: ['claim'],
  },
  facts: {
    properties: { facts: { type: 'array' }, more: { type: 'number' } },
    required: ['facts', 'more'],
  },
  replay: {
    properties: { ...verdict, notes: { type: 'array' } },
    required: [...always, 'notes'],
  },
} as const satisfies Readonly<Record<string, OutputFields>>;
