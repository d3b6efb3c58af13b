/** A client cannot be made with these options. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
  readonly option: string;

  constructor(option: string, why: string) {
    super(`option ${option}: ${why}`);
    this.option = option;
  }
}
