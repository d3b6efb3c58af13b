/** What a schema cannot tell of a data set: a name that nothing has, an order that cannot be. */
export class DatasetProblem extends Error {
  override readonly name = 'DatasetProblem';
  /** JSON pointer into the vendor's section. */
  readonly pointer: string;

  constructor(pointer: string, message: string) {
    super(message);
    this.pointer = pointer;
  }
}
