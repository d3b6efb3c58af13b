/**
 * What was asked was understood, and the answer is no. Exit code 1. The message is one line, or
 * empty when everything has been told.
 */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}
