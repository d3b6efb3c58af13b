import { Type, type Static } from '@sinclair/typebox';
import type { Contract } from '#kit/operation.ts';
import { errors } from './errors.ts';
import { operations } from './operations.ts';
import { soap } from './soap.ts';

/** The body of an answer over REST that is no success. */
export const Refusal = Type.Object(
  {
    title: Type.String(),
    code: Type.Optional(Type.String()),
    detail: Type.String(),
  },
  { additionalProperties: false, title: 'Refusal' },
);
export interface Refusal extends Static<typeof Refusal> {}

export const monext = {
  vendor: 'monext',
  title: 'Monext Online (Payline) API',
  version: '4.77',
  operations,
  refusal: Refusal,
  errors,
  soap,
} as const satisfies Contract;
export type MonextOperations = typeof operations;
export type { MonextFailureKind } from './errors.ts';
export { messages } from './messages.ts';
export {
  elementsOf,
  type Asked,
  type AskedObject,
  type Sent,
  type SentObject,
  type Told,
  type ToldObject,
} from './notation.ts';
export { HttpRefusal, Refused } from './refused.ts';
export { inline, objects, type ObjectName } from './objects.ts';
export { isCode, returnCodes, type Code, type ReturnCode } from './return-codes.ts';
