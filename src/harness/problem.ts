/** What was asked for cannot be done. The message is one line: where, what, what to do. */
export class HarnessProblem extends Error {
  override readonly name = 'HarnessProblem';
}
