/** The program was used wrongly: exit 2, with what to type instead. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}
