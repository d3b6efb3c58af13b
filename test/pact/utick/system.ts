import { expect } from 'vitest';
import { valueOf } from '../agreement.ts';
import { id, text } from '../matching.ts';
import { answered } from './answers.ts';
import { KEYS, signedWith, type Agreement } from './partner.ts';

export const system: readonly Agreement[] = [
  {
    that: 'a ping is answered to anybody',
    given: [],
    asks: 'GET /v1/ping',
    with: {},
    answers: answered({ message: 'pong' }),
    by: async (utick) => {
      expect(valueOf(await utick.ping()).message).toBe('pong');
    },
  },
  {
    that: 'an application is told who it is',
    given: [KEYS],
    asks: 'GET /v1/system/authenticate',
    with: signedWith(),
    answers: answered({
      id: id('EXAMPLE-APPLICATION'),
      label: text('Example application'),
      client: { id: id('EXAMPLE-CLIENT'), label: text('Example client') },
    }),
    by: async (utick) => {
      const { client } = valueOf(await utick.authenticate());
      expect(client.id).toBe('EXAMPLE-CLIENT');
    },
  },
];
