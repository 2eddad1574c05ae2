/** Words and patterns that the project's texts do not use, each with the plain English for it. */

export interface Banned {
  /** Matched in the text of a sentence; a space matches any white space, a line end too. */
  readonly pattern: string;
  /** What to write instead. */
  readonly instead: string;
  /** Texts that it catches; a test tries each. */
  readonly bad: readonly string[];
  /** Texts that look alike and may stay. */
  readonly good: readonly string[];
}

const compared =
  'longer|more|less|greater|fewer|larger|smaller|bigger|wider|better|worse|earlier|later|shorter|doubt';

export const banned: readonly Banned[] = [
  {
    pattern: `(?<!\\b[Tt]here )\\b(is|are|was|were) no (?!(?:${compared})\\b)`,
    instead: 'is not a …',
    bad: ['flatness is no invariant'],
    good: ['there is no proof', 'x is no larger than y', 'it is not a proof'],
  },
  {
    pattern: '(?<!\\b[Tt]here )\\b(is|are|was|were) none\\b',
    instead: 'is not one, does not exist, or the name of the case',
    bad: ['null where it is none'],
    good: ['null if there is none', 'if verdict.answer is None'],
  },
  {
    pattern: '\\bhas none\\b',
    instead: 'does not have one',
    bad: ['an axis of 1 has none'],
    good: ['an axis of 1 does not have one'],
  },
  {
    pattern: '\\bso many\\b',
    instead: 'a number of, the given number of, or "upper limit on …"',
    bad: ['At most so many points.'],
    good: ['Upper limit on the points.'],
  },
  {
    pattern: '\\bspeaks? of\\b',
    instead: 'mentions, uses',
    bad: ['the matrices it speaks of'],
    good: ['the matrices it mentions'],
  },
  {
    pattern: '\\bsaid of\\b',
    instead: 'applies to, about',
    bad: ['onto is not said of scalars'],
    good: ['onto does not apply to scalars'],
  },
  {
    pattern: '\\bstands? (for|beside|behind)\\b',
    instead: 'means, denotes; next to; after',
    bad: ['what stands behind `by`', 'null stands for 0'],
    good: ['null means 0'],
  },
  {
    pattern: '\\bbeside (?!=|`)\\w',
    instead: 'next to, compared with, in addition to',
    bad: ['the record beside the paper'],
    good: ['the record next to the paper', 'const beside = 1', 'besides a number'],
  },
  {
    pattern: '\\bc[ao]mes? to (?:a |the same )verdict',
    instead: 'gets a verdict, is decided',
    bad: ['every claim comes to a verdict'],
    good: ['every claim gets a verdict'],
  },
  {
    pattern: '\\bc[ao]mes? by\\b',
    instead: 'derived, found',
    bad: ['how it was come by'],
    good: ['how it was derived'],
  },
  {
    pattern: '\\b(?:to spare|calls? spare)\\b',
    instead: 'unnecessary; by a clear margin',
    bad: ['whether a hypothesis is to spare'],
    good: ['whether a hypothesis is unnecessary'],
  },
  {
    pattern: '\\ball that is\\b',
    instead: 'every …',
    bad: ['all that is known'],
    good: ['every known fact'],
  },
  {
    pattern: '\\bunasked\\b',
    instead: 'by default, automatic',
    bad: ['lines that are shown unasked'],
    good: ['lines that are shown by default'],
  },
  {
    pattern: '\\bwhoever\\b',
    instead: 'the reader, the caller, a user',
    bad: ['for whoever cannot see it'],
    good: ['for screen readers'],
  },
  {
    pattern: '\\b(?:is|are|was|were) to be\\b',
    instead: 'must be',
    bad: ['the numbers that are to be zero'],
    good: ['the numbers that must be zero'],
  },
  {
    pattern: '(?:^|(?<=[.:;] )|(?<=\\/\\*\\* ))What (?:is|are|was|has|does) (?:no|not|none)\\b',
    instead: 'the noun: "Other terms …", "A claim without …"',
    bad: ['What is no relation has no sides.', 'Read once. What is not read is refused.'],
    good: ['Only relations have two sides.'],
  },
  {
    pattern: '(?<!\\b(?:relu|abs) )\\bof what is not\\b',
    instead: 'of a non-square matrix, of anything but …',
    bad: ['an inverse of what is not square'],
    good: ['an inverse of a non-square matrix', 'the fact abs of what is not negative'],
  },
  {
    pattern: '\\bh[eo]lds? (?:it |them |this )?against\\b',
    instead: 'checked against, compared with',
    bad: ['a claim held against its verdict', 'holds it against the text'],
    good: ['a claim checked against its verdict'],
  },
  {
    pattern: '\\b(?:is|are|be) told\\b',
    instead: 'is known, is reported, is written',
    bad: ['where a sign cannot be told', 'which is told in a line'],
    good: ['where a sign is not known'],
  },
  {
    pattern:
      '\\b(?:as it stands|in spirit|with pleasure|open to view|told apart|nothing beside)\\b',
    instead: 'unchanged; the property itself',
    bad: ['the claim has no meaning as it stands', 'read with pleasure'],
    good: ['the claim is not well-formed'],
  },
  {
    pattern: '\\b(?:go|goes|gone|going|went) on with\\b',
    instead: 'resume, continue',
    bad: ['a search that can be gone on with'],
    good: ['a search that can be resumed'],
  },
  {
    pattern: '\\b(?:wants?|asks?) (?:a|an|the) line for it\\b',
    instead: 'needs an entry',
    bad: ['the tables that want a line for it'],
    good: ['the tables that need an entry for it'],
  },
];

export interface Found {
  readonly line: number;
  readonly text: string;
  readonly instead: string;
}

/** White space, and at a line end what a comment or a quotation puts before the next line. */
const gap = '(?:[ \\t]+|[ \\t]*\\n[ \\t]*(?:\\*(?!/)|//|#|>)?[ \\t]*)';

const compiled = banned.map(({ pattern, instead }) => ({
  // a space within a group for what comes before is one character, a space elsewhere any gap
  pattern: new RegExp(
    pattern
      .split(/(\(\?<[!=](?:[^()]|\((?:[^()])*\))*\))/)
      .map((part, k) => (k % 2 === 1 ? part : part.replaceAll(' ', gap)))
      .join(''),
    'gm',
  ),
  instead,
}));

/** Every place of a text with a banned pattern. */
export function bannedIn(text: string): Found[] {
  return compiled.flatMap(({ pattern, instead }) =>
    [...text.matchAll(pattern)].map((match) => ({
      line: text.slice(0, match.index).split('\n').length,
      text: match[0].replaceAll(/\s+/g, ' '),
      instead,
    })),
  );
}

/** Sentences of a Markdown document with more words than `most`: paragraphs and items of lists only. */
export function longSentences(markdown: string, most: number): string[] {
  const prose = markdown
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/`[^`\n]*(?:\n[^`\n]*)?`/g, 'code')
    .replaceAll(/\$[^$\n]*(?:\n[^$\n]*)?\$/g, 'formula');
  const paragraphs = prose
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)|\n(?=\|)/)
    .filter((paragraph) => !/^\s*[|#]/.test(paragraph));
  return paragraphs
    .flatMap((paragraph) => paragraph.replaceAll(/\s+/g, ' ').split(/(?<=[.!?:;])["')*]* (?=\S)/))
    .filter((sentence) => sentence.split(' ').filter((word) => /\w/.test(word)).length > most);
}
