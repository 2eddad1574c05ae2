/**
 * The claim has a part that is not decided here: an inverse, a derivative, an irrational function.
 */
export class NoOpinion extends Error {
  override readonly name = 'NoOpinion';
}
