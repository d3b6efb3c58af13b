import type { Contract } from '#kit/operation.ts';
import { errors } from './errors.ts';
import { Refusal } from './operation.ts';
import { operations } from './operations.ts';
import { soap } from './soap.ts';

export const s360 = {
  vendor: 's360',
  title: 'SecuTix S-360 sales channel services',
  version: 'v1_33',
  operations,
  refusal: Refusal,
  errors,
  soap,
} as const satisfies Contract;
export type S360Operations = typeof operations;
export { operationsByService } from './operations.ts';
export type { S360FailureKind } from './errors.ts';
export * from './catalogue-schemas.ts';
export * from './contact-schemas.ts';
export * from './order-schemas.ts';
export * from './performance-schemas.ts';
export * from './pos-schemas.ts';
