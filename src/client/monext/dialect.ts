import { monext as contract } from '#contracts/monext/index.ts';
import type { Operation } from '#kit/operation.ts';
import { basicCredentials } from '../basic.ts';
import type { Call, Dialect, Encoded } from '../dialect.ts';
import { placed } from '../path.ts';
import { decodeDirectory, decodeEnvelope } from './answers.ts';
import { assertInOrder, assertWholeAmounts } from './checks.ts';
import { monextRepeats } from './repeats.ts';
import type { SoapServices } from './services.ts';
import { inSchemaOrder } from './writing.ts';

export interface MonextSpeaker {
  /** 14 digits. */
  readonly merchantId: string;
  readonly accessKey: string;
  /**
   * Of the protocol, where a message has none of its own: it decides which fields are looked at,
   * and which are told.
   * @default '34'
   */
  readonly version?: string;
  /**
   * Whether payments, cards and orders are looked at before they are sent: what breaks a documented
   * rule ends with a `MessageError`. Amounts have to be whole in any case.
   * @default true
   */
  readonly checkOrders?: boolean;
}

const LATEST = '34';

/** Of these the contract has a method. */
const operations: Readonly<Record<string, Operation>> = Object.fromEntries(
  Object.entries<Operation>(contract.operations).filter(([, { notBuilt }]) => notBuilt !== true),
);

export function monextDialect(speaker: MonextSpeaker, services: SoapServices): Dialect {
  const { merchantId, accessKey, version = LATEST, checkOrders = true } = speaker;
  const authorization = basicCredentials(merchantId, accessKey);
  return {
    vendor: contract.vendor,
    operations,
    repeats: monextRepeats,
    encode: (call) => {
      if (call.operation.soapOnly !== true) return asking(call);
      assertWholeAmounts(call);
      if (checkOrders) assertInOrder(call);
      const message = { version, ...call.message };
      const { headers, body } = services
        .of(call.name)
        .write({ ...call, message: inSchemaOrder({ ...call, message }) });
      const { method, path } = call.operation;
      return { method, path, headers: { ...headers, authorization }, body };
    },
    decode: (call, answer) =>
      call.operation.soapOnly === true
        ? decodeEnvelope(call, { ...answer, read: () => services.of(call.name).read(answer.text) })
        : decodeDirectory(call, answer),
  };
}

/** The directory of endpoints asks for no credentials, and is given none. */
function asking(call: Call): Encoded {
  const { path } = placed(call);
  return { method: 'GET', path, headers: { accept: 'application/json' }, body: '' };
}
