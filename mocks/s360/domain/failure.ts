/** Why S-360 says no, in order of precedence. */
export type S360Failure = { readonly kind: 'rate-limited'; readonly what: string };

export type FailureOf<Kind extends S360Failure['kind']> = Extract<S360Failure, { kind: Kind }>;
