import type { MonextOperations, Refusal } from '#contracts/monext/index.ts';
import type { ErrorCode } from '#kit/operation.ts';
import { done } from '#kernel/outcome.ts';
import type { MonextTables } from '#mocks/monext/state.ts';
import type { Answer, Links, RestSide } from '#wire/vendor.ts';
import { authenticate, credentialOf } from './auth.ts';
import { errorOf, textOf, type Failure } from './failures.ts';
import type { MonextVoice } from './voice.ts';

/** Seconds for which a client keeps the addresses. */
const TTL = 60;

/**
 * Two addresses of one double, so that a client which gives the first one up sends its call again to
 * the second. They differ in how the sandbox is written: by its name, and with its name encoded.
 */
function addresses(links: Links): readonly string[] {
  const first = links.service('/V4');
  const { origin, pathname } = new URL(first);
  const named = pathname.startsWith('/~') ? pathname : `/~default${pathname}`;
  const second = pathname.startsWith('/~') ? `/~${encodedFirst(named)}` : named;
  return [first, `${origin}${second}`];
}

const encodedFirst = (named: string): string =>
  `%${named.charCodeAt(2).toString(16).padStart(2, '0')}${named.slice(3)}`;

const refusal = (failure: Failure): Answer => {
  const error: ErrorCode = errorOf(failure);
  const message: Refusal = { title: 'ERROR', detail: textOf(failure, error) };
  return { status: error.status, code: error.code, evidence: error.evidence, message };
};

export const rest: RestSide<MonextTables, MonextOperations, MonextVoice> = {
  wiring: {
    getServiceEndpoints: (_draft, { links }) => done({ urls: [...addresses(links)], ttl: TTL }),
  },
  message: ({ params }) => done(params),
  credential: (_parts, headers) => credentialOf(headers),
  authenticate,
  answer: (message) => ({ status: 200, message }),
  refuse: refusal,
  defect: (text) => ({ status: 500, message: { title: 'ERROR', detail: text } satisfies Refusal }),
};
