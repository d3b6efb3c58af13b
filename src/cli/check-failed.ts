/** What was asked was understood, and the answer is no. The message is one line. Exit code 1. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}
