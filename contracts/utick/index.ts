import type { Contract } from '#kit/operation.ts';
import { Refusal } from './envelope.ts';
import { errors } from './errors.ts';
import { operations } from './operations.ts';

export const utick = {
  vendor: 'utick',
  title: 'Utick ticketing API',
  version: 'v1',
  operations,
  refusal: Refusal,
  errors,
} as const satisfies Contract;
export type UtickOperations = typeof operations;
export type { UtickFailureKind } from './errors.ts';
export * from './agenda-schemas.ts';
export * from './contact-schemas.ts';
export * from './pack-schemas.ts';
export * from './payment-schemas.ts';
export * from './promo-schemas.ts';
export * from './schemas.ts';
