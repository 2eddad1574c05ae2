/** Something went wrong that no input may cause: a defect of elenchus. */
export class Defect extends Error {
  override readonly name = 'Defect';
  readonly origin: string;
  constructor(message: string, origin: string) {
    super(message);
    this.origin = origin;
  }
}

export const whereToReport = 'the issue tracker of elenchus (see README.md)';
