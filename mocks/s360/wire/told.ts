/** The fields of a message, those that may be missing also as undefined. */
type Fields<M> = {
  readonly [K in keyof M]: object extends Pick<M, K> ? M[K] | undefined : M[K];
};

/**
 * A message from its fields; an undefined one is not told, in JSON as in XML. One literal has one
 * shape: made of spreads in its middle, it takes many times as long to make, to check and to write.
 */
export const told = <M extends object>(fields: Fields<M>): M => fields as M;

/** A message that a row alone decides, made once for it and for all orders that tell of it. */
export function oncePer<R extends object, M>(make: (row: R) => M): (row: R) => M {
  const made = new WeakMap<R, M>();
  return (row) => {
    const known = made.get(row);
    if (known !== undefined) return known;
    const message = make(row);
    made.set(row, message);
    return message;
  };
}
