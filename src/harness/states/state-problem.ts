/** Why a provider state is not there. */
export class StateProblem extends Error {
  override readonly name = 'StateProblem';
  /** `impossible`: nothing went wrong, this place cannot have the state. */
  readonly kind: 'impossible' | 'failed';

  constructor(kind: 'impossible' | 'failed', message: string) {
    super(message);
    this.kind = kind;
  }
}
