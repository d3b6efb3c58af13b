/** The double itself is wrong. Thrown, caught once in the pipeline, never a vendor's own answer. */
export class Defect extends Error {
  override readonly name = 'Defect';
}

/**
 * States what must hold; `why` says what is wrong with the double when it does not. A function where
 * every call comes by: a text with numbers in it costs more than the check.
 */
export function assert(condition: unknown, why: string | (() => string)): asserts condition {
  if (!condition) throw new Defect(typeof why === 'string' ? why : why());
}
