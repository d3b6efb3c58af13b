import { s360 as contract } from '#contracts/s360/index.ts';
import type { Operation } from '#kit/operation.ts';
import { OptionsError } from '../errors/options-error.ts';
import { methodsOf, type AnyMethod } from '../methods.ts';
import { atLeast, filled } from '../option-checks.ts';
import type { SharedOptions } from '../options.ts';
import { rootUrl } from '../root-url.ts';
import { settle } from '../settled.ts';
import { polled, type Polling } from './polling.ts';
import { readied } from './ready.ts';
import { s360Repeats } from './repeats.ts';
import { restWire } from './rest-wire.ts';
import { soapWire } from './soap-wire.ts';
import type { S360Speaker } from './speaker.ts';
import type { S360Methods } from './types.ts';
import { watching } from './watching.ts';

/**
 * After the lost answer to a change of an order (an update, a close, …) a method asks for the order
 * and ends with a `LostOrderError`, whose `fate` says what is known. After the lost answer to a first
 * `createOrUpdateOrder` nobody knows the order's id: the method never repeats the call, which would
 * take the same places twice, and ends with an `OutcomeUnknownError`. If the order was made, its
 * places are free again after the sales channel's own delay for idle orders (`orderAbandonDelay`).
 */
export interface S360Client extends S360Methods {
  /** Ends the connections that the client itself opened. */
  close(): Promise<void>;
}

export interface S360Options extends SharedOptions, S360Speaker {
  /**
   * What stands before `/tnseb` and the other modules.
   * @example 'http://127.0.0.1:4360/~mine/s360'
   * @example 'https://mosa.demo-ws.secutix.com'
   */
  readonly baseUrl: string;
  /**
   * The same methods either way. SOAP goes through the `soap` library by the vendor's own WSDLs;
   * REST by a token of the auth endpoint, which is renewed when the vendor refuses it.
   */
  readonly protocol: 'soap' | 'rest';
  /**
   * Milliseconds before an answer `in_progress` is asked for again; it doubles each time, up to 10 s.
   * @default 1_000
   */
  readonly pollMs?: number;
  /**
   * Milliseconds that are waited in all for one that stays `in_progress`; then the call ends with a
   * `StillInProgressError`.
   * @default 120_000
   */
  readonly pollLimitMs?: number;
  /**
   * Whether the order is asked for after a lost answer, and `OutcomeUnknownError` told from others.
   * @default true
   */
  readonly findLostOrders?: boolean;
}

/** A client of S-360 alone. */
export function createS360Client(options: S360Options): S360Client {
  const settled = settle(rootUrl('baseUrl', options.baseUrl), options);
  filled('operator', options.operator);
  filled('secret', options.secret);
  const wire = wireOf(options.protocol)(options, settled);
  const { vendor, operations } = contract;
  const sent = methodsOf(
    {
      ...{ vendor, operations, repeats: s360Repeats },
      encode: wire.encode,
      decode: wire.decode,
    },
    settled,
  );
  const polling: Polling = {
    pollMs: atLeast(1, 'pollMs', options.pollMs ?? 1_000),
    pollLimitMs: atLeast(0, 'pollLimitMs', options.pollLimitMs ?? 120_000),
    wait: settled.wait,
  };
  const methods = Object.fromEntries(
    Object.entries<Operation>(operations).map(([name, operation]) => {
      const ready = readied(methodOf(sent, name), { vendor, name, operation }, wire);
      return [name, polled(ready, { vendor, operation: name }, polling)];
    }),
  );
  const { findLostOrders = true } = options;
  const close = async (): Promise<void> => {
    if (!options.transport) await settled.transport.close?.();
  };
  // The contract is the list of the methods and of their types both.
  const offered = (findLostOrders ? watching(methods) : methods) as unknown as S360Methods;
  return { ...offered, close };
}

function methodOf(methods: Readonly<Record<string, AnyMethod>>, name: string): AnyMethod {
  const method = methods[name];
  if (!method) throw new Error(`no method for ${name}`);
  return method;
}

/** Whoever has no types may name another. */
function wireOf(protocol: S360Options['protocol']): typeof soapWire {
  switch (protocol) {
    case 'soap':
      return soapWire;
    case 'rest':
      return restWire;
    default:
      throw new OptionsError('protocol', `“${String(protocol)}” is neither soap nor rest`);
  }
}
