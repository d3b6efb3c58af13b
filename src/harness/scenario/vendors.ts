import {
  createMonextClient,
  createS360Client,
  createUtickClient,
  createWsoneClient,
  type Answer,
  type CallOptions,
  type SharedOptions,
} from '#client/index.ts';

export type Credentials = Readonly<Record<string, string>>;

/** Any method of a reference client. */
export type Method = (
  message: Readonly<Record<string, unknown>>,
  options: CallOptions,
) => Promise<Answer<unknown>>;

export interface VendorClient {
  names(): readonly string[];
  /** Undefined: the client has none of this name. */
  method(name: string): Method | undefined;
  close(): Promise<void>;
}

/** What replaying has to know of a vendor beside its contract. */
export interface ReplayVendor {
  readonly name: string;
  /** What the client offers beyond a method for each operation, and the operation that it makes. */
  readonly shorthands: Readonly<Record<string, string>>;
  /** Its client has no method for what the double does not do yet. */
  readonly builtOnly?: true;
  /** What it may be spoken to over, the first unless a scenario says; none: there is one way only. */
  readonly protocols: readonly Protocol[];
  /** Those of the data sets that come with sosie: obviously fake. */
  readonly demo: Credentials;
  /** `baseUrl` is the vendor's own, without a path of the contract. */
  clientAt(baseUrl: string, credentials: Credentials, shared: ReplayOptions): VendorClient;
}

export type Protocol = 'rest' | 'soap';

export interface ReplayOptions extends SharedOptions {
  readonly protocol?: Protocol | undefined;
}

const utick: ReplayVendor = {
  name: 'utick',
  shorthands: { confirmOrder: 'updateOrder', cancelOrder: 'updateOrder' },
  protocols: [],
  demo: { publicKey: 'TEST-PUBLIC-KEY', privateKey: 'TEST-PRIVATE-KEY', deviceId: 'TEST-DEVICE' },
  clientAt: (baseUrl, { publicKey = '', privateKey = '', ...rest }, shared) =>
    methodsOf(createUtickClient({ ...shared, baseUrl, publicKey, privateKey, ...rest })),
};

const wsone: ReplayVendor = {
  name: 'wsone',
  shorthands: {},
  protocols: [],
  demo: { username: 'demo', password: 'demo' },
  clientAt: (baseUrl, { username = '', password = '' }, shared) =>
    // A scenario makes the calls that it tells of, and no others.
    methodsOf(
      createWsoneClient({ ...shared, baseUrl, username, password, findLostReceipts: false }),
      ['findReceipt'],
    ),
};

const s360: ReplayVendor = {
  name: 's360',
  shorthands: {},
  protocols: ['rest', 'soap'],
  demo: { operator: 'MOSA_B2C', secret: 'P@ssw0rd', partner: 'Partner 1' },
  clientAt: (baseUrl, { operator = '', secret = '', ...rest }, { protocol = 'rest', ...shared }) =>
    methodsOf(
      createS360Client({
        ...{ ...shared, ...rest, baseUrl, operator, secret, protocol },
        // A scenario makes the calls that it tells of; what is in progress it waits for.
        ...{ findLostOrders: false, pollMs: 100 },
      }),
    ),
};

const monext: ReplayVendor = {
  name: 'monext',
  shorthands: {},
  builtOnly: true,
  protocols: [],
  demo: { merchantId: '12345678901234', accessKey: 'abCdeFgHiJKLmNoPqrst' },
  clientAt: (baseUrl, { merchantId = '', accessKey = '' }, shared) =>
    methodsOf(
      createMonextClient({
        ...{ ...shared, baseUrl, merchantId, accessKey },
        // A scenario makes the calls that it tells of, and asks for what the vendor refuses.
        ...{ findLostPayments: false, checkOrders: false },
      }),
      ['findLost'],
    ),
};

/** The vendors that scenarios can call. */
export const replayVendors: readonly ReplayVendor[] = [utick, wsone, s360, monext];

interface Closable {
  close(): Promise<void>;
}

/** A client is a method for each operation of its contract, its shorthands, `close` and `others`. */
function methodsOf(client: Closable, others: readonly string[] = []): VendorClient {
  // A scenario is held to the contract when it is read: here any method takes any message.
  const { close, ...methods } = client as unknown as Closable & Readonly<Record<string, Method>>;
  const names = Object.keys(methods).filter((name) => !others.includes(name));
  return {
    names: () => names,
    method: (name) => (names.includes(name) ? methods[name] : undefined),
    close,
  };
}
