import type { Order } from '#contracts/utick/index.ts';
import { methodsOf } from '../methods.ts';
import { filled } from '../option-checks.ts';
import type { CallOptions, SharedOptions } from '../options.ts';
import { rootUrl } from '../root-url.ts';
import { settle, type Settled } from '../settled.ts';
import { utickDialect, type UtickSpeaker } from './dialect.ts';
import type { UtickAnswer, UtickMessage, UtickMethods } from './types.ts';

/** What may be said of an order while it is confirmed; it needs a contact. */
export type Confirmation = Without<'statusid' | 'contactid'> & { contactid: string };
/** What may be said of an order while it is cancelled. */
export type Cancellation = Without<'statusid'>;
type Without<Field extends keyof UtickMessage<'updateOrder'>> = Omit<
  UtickMessage<'updateOrder'>,
  Field
>;

export interface UtickClient extends UtickMethods {
  /** Sells an order to a contact: `updateOrder` with status 1, Confirmed. */
  confirmOrder(message: Confirmation, options?: CallOptions): Promise<UtickAnswer<Order>>;
  /** Gives the places of an order back: `updateOrder` with status -10, Cancelled. */
  cancelOrder(message: Cancellation, options?: CallOptions): Promise<UtickAnswer<Order>>;
  /** Ends the connections that the client itself opened. */
  close(): Promise<void>;
}

export interface UtickOptions extends SharedOptions, UtickSpeaker {
  /**
   * What stands before `/v1`; with `/v1` it may be given too.
   * @example 'http://127.0.0.1:4360/~mine/utick'
   * @example 'https://sapiti.ovh'
   */
  readonly baseUrl: string;
}

/** A client of Utick alone. */
export function createUtickClient(options: UtickOptions): UtickClient {
  const root = rootUrl('baseUrl', options.baseUrl).replace(/\/v1$/, '');
  filled('publicKey', options.publicKey);
  filled('privateKey', options.privateKey);
  const settled = settle(root, options);
  const close = async (): Promise<void> => {
    if (!options.transport) await settled.transport.close?.();
  };
  return { ...methodsAt(settled, options), close };
}

function methodsAt(settled: Settled, speaker: UtickSpeaker): Omit<UtickClient, 'close'> {
  // The contract is the list of the methods and of their types both.
  const methods = methodsOf(
    utickDialect(speaker, settled.clock),
    settled,
  ) as unknown as UtickMethods;
  return {
    ...methods,
    confirmOrder: (message, options) => methods.updateOrder({ ...message, statusid: 1 }, options),
    cancelOrder: (message, options) => methods.updateOrder({ ...message, statusid: -10 }, options),
  };
}
