import { Type } from '@sinclair/typebox';
import { OneOf, xsd } from '#kit/types.ts';

export const SETTLEMENT_TYPES = [
  'Manual',
  'Now',
  '1Day',
  '2Day',
  '3Day',
  '4Day',
  '5Day',
  '6Day',
  '7Day',
] as const;
const TERMINAL_FUNCTIONS = ['simplePayment', 'walletCreation', 'nXPayment'] as const;

/** The types of leaves that are no plain string. */
export const scalars = {
  boolean: xsd('boolean', Type.Boolean()),
  int: xsd('int', Type.Integer()),
  integer: xsd('integer', Type.Integer()),
  dateTime: xsd('dateTime', Type.String()),
  base64Binary: xsd('base64Binary', Type.String()),
  categoryCode: Type.String({ minLength: 4, maxLength: 4 }),
  settlementType: OneOf(SETTLEMENT_TYPES),
  terminalFunction: OneOf(TERMINAL_FUNCTIONS),
};

export interface ScalarValues {
  readonly boolean: boolean;
  readonly int: number;
  readonly integer: number;
  readonly dateTime: string;
  readonly base64Binary: string;
  readonly categoryCode: string;
  readonly settlementType: (typeof SETTLEMENT_TYPES)[number];
  readonly terminalFunction: (typeof TERMINAL_FUNCTIONS)[number];
}
