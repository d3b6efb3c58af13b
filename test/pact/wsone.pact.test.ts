import { inject, test } from 'vitest';
import { keep } from './agreement.ts';
import { agreements } from './wsone/index.ts';
import { wsone as partner } from './wsone/partner.ts';

const folder = inject('pactFolder');

test.each(agreements.map((agreement) => [agreement.that, agreement] as const))(
  '%s',
  async (_, agreement) => keep({ partner, agreement }, { folder }),
);
