/**
 * The lines of a narration while it is made: statements with reasons, indented, and references to
 * earlier ones.
 */
import { isRing } from './statement-texts.ts';

export interface Line {
  readonly depth: number;
  readonly text: string;
  /** Phrases such as `by hypothesis`; a reference to line k is `{k}`. */
  readonly reasons: readonly string[];
  /** The place of the line, by which later ones refer to it; null of a heading. */
  readonly id: number | null;
  /** A further link of a chain: what its reasons refer to is never the line before. */
  readonly isLink?: boolean;
}

/** `{k}` is line k; `{k|by X on the left}` is what was done to it; `{k*j}` is k times line j. */
const reference = /^\{(\d+)(?:\*(\d+))?(?:\|([^}]*))?\}$/;

/** Lines beyond this many are left out, and the last one says so. */
const mostLines = 120;

export class Script {
  readonly lines: Line[] = [];
  private depth = 0;
  private next = 0;
  private supposed = 0;

  heading(text: string): void {
    if (this.lines.at(-1)?.text === text) return;
    this.push({ depth: this.depth, text, reasons: [], id: null });
  }

  /** Other words for the heading that was said last. */
  headingAgain(text: string): void {
    const last = this.lines.pop();
    if (last !== undefined) this.lines.push({ ...last, text });
  }

  /** Something supposed, which later lines refer to; returns its place. */
  supposition(text: string): number {
    this.supposed += 1;
    return this.statement(text, []);
  }

  /** A statement; returns its place, that of the line before where that says the same. */
  statement(text: string, reasons: readonly string[]): number {
    const last = this.lines.at(-1);
    const isSame = last?.text === text && last.depth === this.depth && last.isLink !== true;
    if (isSame && last.id !== null) return last.id;
    const id = this.next++;
    const said = [...new Set(reasons)].filter((r) => r !== '');
    this.push({ depth: this.depth, text, reasons: said, id });
    return id;
  }

  /** A further link of the chain that the last statement began. */
  link(text: string, reasons: readonly string[]): void {
    const before = this.lines.at(-1);
    // what the line before came to already adds its reasons alone
    if (before !== undefined && before.text.endsWith(` ${text.trim()}`)) {
      this.lines.splice(-1, 1, {
        ...before,
        reasons: [...new Set([...before.reasons, ...reasons])],
      });
      return;
    }
    this.push({
      depth: this.depth,
      text,
      reasons: [...new Set(reasons)].filter((r) => r !== ''),
      id: null,
      isLink: true,
    });
  }

  /** A chain under its first term; on one line with it where all fit into `most` columns. */
  chain(
    from: string,
    steps: readonly { readonly text: string; readonly reasons: readonly string[] }[],
    most: number,
  ): number {
    const fits = steps.every((s) => from.length + s.text.length <= most);
    const [head, ...rest] = steps;
    const pad = fits ? ' '.repeat(from.length) : '   ';
    const id =
      fits && head !== undefined
        ? this.statement(`${from} = ${head.text}`, head.reasons)
        : this.statement(from, []);
    for (const { text, reasons } of fits ? rest : steps) this.link(`${pad} = ${text}`, reasons);
    return id;
  }

  /** Statements, without what is supposed, headings and links. */
  get steps(): number {
    return this.lines.filter((line) => line.id !== null).length - this.supposed;
  }

  /** Indents everything that `tell` says by one step. */
  indented(tell: () => void): void {
    this.depth += 1;
    try {
      tell();
    } finally {
      this.depth -= 1;
    }
  }

  get full(): boolean {
    return this.lines.length >= mostLines;
  }

  private push(line: Line): void {
    if (!this.full) this.lines.push(line);
  }

  /**
   * The lines as text: a line that is referred to from further away than the next has a number in
   * front.
   */
  text(): string[] {
    const place = new Map(this.lines.flatMap(({ id }, i) => (id === null ? [] : [[id, i]])));
    const referred = new Set<number>();
    this.lines.forEach((line, i) => {
      const ids = references(line);
      for (const id of ids)
        if (ids.length > 1 || place.get(id) !== before(this.lines, i)) referred.add(id);
    });
    let margin = '';
    const number = new Map([...referred].toSorted((a, b) => a - b).map((id, i) => [id, i + 1]));
    return this.lines.map((line, i) => {
      const last = before(this.lines, i);
      const reasons = merged(
        line.reasons.flatMap((r) => {
          const found = reference.exec(r);
          if (found === null) return [r];
          const k = Number(found[1]);
          const isLast = place.get(k) === last && !number.has(k);
          if (found[2] !== undefined)
            return [`by multiplying (${number.get(k)}) by (${number.get(Number(found[2]))})`];
          const how = found[3] ?? '';
          if (how === 'and taking traces')
            return [`by ${isLast ? '' : `(${number.get(k) ?? '?'}), `}taking traces`];
          if (how !== '')
            return [`by multiplying ${isLast ? '' : `(${number.get(k) ?? '?'}) `}${how}`];
          return isLast ? [] : [`by (${number.get(k) ?? '?'})`];
        }),
      );
      const own = line.id === null ? undefined : number.get(line.id);
      const front = line.isLink === true ? margin : own === undefined ? '' : `(${own}) `;
      if (line.isLink !== true) margin = ' '.repeat(front.length);
      return `${'  '.repeat(line.depth)}${front}${line.text}${reasons === '' ? '' : `   ${reasons}`}`;
    });
  }
}

/** The last line before this one that states something. */
function before(lines: readonly Line[], i: number): number | undefined {
  if (lines[i]?.isLink === true) return undefined;
  for (let k = i - 1; k >= 0; k--) if (lines[k]?.id !== null) return k;
  return undefined;
}

const references = (line: Line): number[] =>
  line.reasons.flatMap((r) => {
    const found = reference.exec(r);
    return (found?.slice(1, 3) ?? []).flatMap((k) => (k === undefined ? [] : [Number(k)]));
  });

/** `by A`, `by B`, `since C` as one phrase: `by A and B, since C`. */
function merged(given: readonly string[]): string {
  // working both sides out goes without saying where there is another reason
  const others = given.filter((r) => !isRing(r));
  return joinedReasons(others.length === 0 ? given : others);
}

function joinedReasons(reasons: readonly string[]): string {
  const of = (word: string): string[] => [
    ...new Set(
      reasons.filter((r) => r.startsWith(`${word} `)).map((r) => r.slice(word.length + 1)),
    ),
  ];
  const list = (xs: readonly string[]): string =>
    xs.length < 2 ? xs.join('') : `${xs.slice(0, -1).join(', ')} and ${xs.at(-1)}`;
  const phrases = ['by', 'since'].flatMap((word) => {
    const found = of(word);
    return found.length === 0 ? [] : [`${word} ${list(found)}`];
  });
  const others = reasons.filter((r) => !/^(by|since) /.test(r));
  return [...phrases, ...new Set(others)].join(', ');
}
