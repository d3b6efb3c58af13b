import { createUtickClient, type Answer } from '#client/index.ts';
import { signed } from '#client/utick/signature.ts';
import { utick as contract } from '#contracts/utick/index.ts';
import type { Signing } from '../states/steps.ts';
import { StateProblem } from '../states/state-problem.ts';
import type { Values } from '../states/stage.ts';
import type { Caller, Credentials, HarnessVendor } from './vendor.ts';

export const utick: HarnessVendor = {
  name: contract.vendor,
  operations: contract.operations,
  credentials: ['publicKey', 'privateKey'],
  telling: 'publicKey',
  // Vendor documentation: the live system; the test system is sapiti.ovh.
  liveHosts: ['sapiti.net'],
  callerAt,
  sign,
  probe,
};

type Method = (message: Values) => Promise<Answer<unknown>>;

function callerAt(baseUrl: string, credentials: Credentials): Caller {
  const client = createUtickClient({ baseUrl, ...keysIn(credentials) });
  // One method for each operation of the contract; a recipe names it.
  const methods = client as unknown as Readonly<Record<string, Method>>;
  return {
    call: async (operation, message) => {
      const method = Object.hasOwn(contract.operations, operation) ? methods[operation] : undefined;
      if (!method) throw new StateProblem('failed', `utick has no operation ${operation}`);
      const answer = await method(message);
      if (answer.ok) return answer.value;
      const { code, message: text } = answer.failure;
      throw new StateProblem('failed', `utick.${operation} is refused: ${code} ${text}`);
    },
    close: () => client.close(),
  };
}

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
