/**
 * What a behaviour decides: done with a value, or refused with the vendor's reason.
 * A refusal drops the draft whole; a defect of ours is thrown, never returned.
 */
export type Outcome<T, F> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({
  ok: true,
  value,
});

export const refused = <const F>(failure: F): { readonly ok: false; readonly failure: F } => ({
  ok: false,
  failure,
});
