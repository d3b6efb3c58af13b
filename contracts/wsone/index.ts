import type { Contract } from '#kit/operation.ts';
import { Refusal } from './envelope.ts';
import { errors } from './errors.ts';
import { operations } from './operations.ts';

export const wsone = {
  vendor: 'wsone',
  title: 'WsOne loyalty web services',
  version: '2.0',
  operations,
  refusal: Refusal,
  errors,
} as const satisfies Contract;
export type WsoneOperations = typeof operations;
export type { WsoneFailureKind } from './errors.ts';
export * from './form-schemas.ts';
export * from './person-requests.ts';
export * from './person-schemas.ts';
export * from './receipt-schemas.ts';
export * from './reference-schemas.ts';
export type { HasFraction } from './scalars.ts';
