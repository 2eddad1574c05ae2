/** What an entry of the reference adds to a fact, a cited theorem or a rule: why it holds. */
export interface Sketch {
  /** The statement, where the notation of claims has no short form of it. */
  readonly says?: string;
  /** Two to four sentences of mathematics, or the exact place of the proof in the literature. */
  readonly sketch: string;
}
export type Sketches = Readonly<Record<string, Sketch>>;
