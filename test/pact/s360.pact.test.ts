import { inject, test } from 'vitest';
import { keep } from './agreement.ts';
import { agreements } from './s360/index.ts';

const folder = inject('pactFolder');

test.each(agreements.map((agreed) => [agreed.agreement.that, agreed] as const))(
  '%s',
  async (_, agreed) => keep(agreed, { folder }),
);
