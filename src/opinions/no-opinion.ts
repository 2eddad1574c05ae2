/** The claim has a part of which nothing is said here: an inverse, a derivative, an irrational function. */
export class NoOpinion extends Error {
  override readonly name = 'NoOpinion';
}
