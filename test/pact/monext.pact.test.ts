import { inject, test } from 'vitest';
import { keep } from './agreement.ts';
import { agreements } from './monext/index.ts';
import { monext as partner } from './monext/partner.ts';

const folder = inject('pactFolder');

test.each(agreements.map((agreement) => [agreement.that, agreement] as const))(
  '%s',
  async (_, agreement) => keep({ partner, agreement }, { folder }),
);
