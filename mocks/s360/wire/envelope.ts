import type { S360Settings } from '#mocks/s360/settings.ts';
import type { Answer, AnswerContext } from '#wire/vendor.ts';

export type S360Context = AnswerContext<S360Settings>;

/** What every result begins with. Over SOAP the two nulls are told, over REST they are left out. */
export const success = <T extends object>(fields: T) => ({
  requestId: null,
  statusCode: 'success',
  statusDetail: null,
  ...fields,
});

/** Nothing is done yet: the caller comes back with the request id. */
export const inProgress = (requestId: string) => ({
  requestId: Number(requestId),
  statusCode: 'in_progress',
  statusDetail: null,
});

export const answer = (result: unknown): Answer => ({ status: 200, message: withoutNulls(result) });

/** A strict reader of the vendor's refuses an explicit null where a field may be missing. */
function withoutNulls(result: unknown): unknown {
  // A handler's result is an object.
  const told = result as Readonly<Record<string, unknown>>;
  const fields: Record<string, unknown> = {};
  for (const name in told) if (told[name] !== null) fields[name] = told[name];
  return fields;
}
