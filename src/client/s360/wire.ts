import type { Answer } from '../answer.ts';
import type { Call, Dialect } from '../dialect.ts';

/** SOAP or REST, as far as a client has to know which. */
export interface Wire extends Pick<Dialect, 'encode' | 'decode'> {
  /** What has to be there before a call is written: a token, the WSDL of its service. */
  ready(subject: Pick<Call, 'name' | 'operation'>): Promise<Readiness>;
  /** Whether the vendor refuses what a call was made with, and would not if it were made anew. */
  isStale(answer: Answer<unknown>, session: string | undefined): boolean;
}

export type Readiness =
  /** `session` is what the call will be made with, if it wears out. */
  | { readonly kind: 'ready'; readonly session: string | undefined }
  /** The vendor says no before the call itself: to the log-in. */
  | { readonly kind: 'refused'; readonly answer: Answer<unknown> };
