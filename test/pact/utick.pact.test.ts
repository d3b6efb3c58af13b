import { inject, test } from 'vitest';
import { keep } from './agreement.ts';
import { agreements } from './utick/index.ts';
import { utick as partner } from './utick/partner.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where pacts are written. */
    readonly pactFolder: string;
  }
}

const folder = inject('pactFolder');

test.each(agreements.map((agreement) => [agreement.that, agreement] as const))(
  '%s',
  async (_, agreement) => keep({ partner, agreement }, { folder }),
);
