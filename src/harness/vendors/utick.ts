import { createUtickClient } from '#client/index.ts';
import { signed } from '#client/utick/signature.ts';
import { utick as contract } from '#contracts/utick/index.ts';
import type { Signing } from '../states/steps.ts';
import type { Values } from '../states/stage.ts';
import { callerOf } from './calling.ts';
import type { Credentials, HarnessVendor } from './vendor.ts';

export const utick: HarnessVendor = {
  name: contract.vendor,
  operations: contract.operations,
  credentials: ['publicKey', 'privateKey'],
  telling: 'publicKey',
  // Vendor documentation: the live system; the test system is sapiti.ovh.
  liveHosts: ['sapiti.net'],
  callerAt: (baseUrl, credentials) =>
    callerOf(
      { name: contract.vendor, operations: contract.operations },
      createUtickClient({ baseUrl, ...keysIn(credentials) }),
    ),
  sign,
  probe,
};

function sign(credentials: Credentials, how: Signing, now: number): Values {
  const { publicKey, privateKey } = keysIn(credentials);
  switch (how) {
    case 'with-its-own-key':
      return injected({ publicKey, privateKey }, now);
    case 'with-another-private-key':
      return injected({ publicKey, privateKey: `not-${privateKey}` }, now);
    case 'with-an-unknown-public-key':
      return injected({ publicKey: 'TEST-UNKNOWN-PUBLIC-KEY', privateKey }, now);
  }
}

/** Under the names that the pacts inject. */
function injected(keys: { publicKey: string; privateKey: string }, now: number): Values {
  const { publickey: publicKey, timestamp, signature } = signed(keys, now);
  return { publicKey, timestamp, signature };
}

function keysIn({ publicKey = '', privateKey = '' }: Credentials) {
  return { publicKey, privateKey };
}

/** A ping is answered to anybody, and its envelope names the system. */
async function probe(baseUrl: string): Promise<string | undefined> {
  // A ping carries no key: nothing of the caller's is told before it has been answered.
  const none = { publicKey: 'none', privateKey: 'none' };
  const client = createUtickClient({ baseUrl, ...none, retries: 0 });
  try {
    const { response } = await client.ping();
    // The client has checked the envelope.
    const { environment } = response.body as { readonly environment: string };
    return environment === 'test' ? undefined : `it calls itself “${environment}”, not “test”`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.close();
  }
}
