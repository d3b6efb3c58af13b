import { directory, strangers } from './callers.ts';
import { followUps } from './follow-ups.ts';
import { agreed, type Agreement } from './partner.ts';
import { payments } from './payments.ts';
import { readings } from './readings.ts';

export const agreements: readonly Agreement[] = [
  ...[...strangers, ...payments, ...followUps, ...readings].map(agreed),
  directory,
];
