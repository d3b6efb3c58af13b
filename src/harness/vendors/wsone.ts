import { createWsoneClient } from '#client/index.ts';
import { basicCredentials } from '#client/basic.ts';
import { wsone as contract } from '#contracts/wsone/index.ts';
import type { Signing } from '../states/steps.ts';
import type { Values } from '../states/stage.ts';
import { callerOf } from './calling.ts';
import type { Credentials, HarnessVendor } from './vendor.ts';

export const wsone: HarnessVendor = {
  name: contract.vendor,
  operations: contract.operations,
  credentials: ['username', 'password'],
  telling: 'username',
  // Each client of the vendor has a URL of its own: no host of the live system is known.
  liveHosts: [],
  callerAt: (baseUrl, credentials) =>
    callerOf(
      { name: contract.vendor, operations: contract.operations },
      createWsoneClient({ baseUrl, ...keysIn(credentials) }),
    ),
  sign,
  probe,
};

const keysIn = ({ username = '', password = '' }: Credentials) => ({ username, password });

/** WsOne signs nothing: a call carries its client's name and password. */
function sign(credentials: Credentials, how: Signing): Values {
  const { username, password } = keysIn(credentials);
  switch (how) {
    case 'with-its-own-key':
      return { authorization: basicCredentials(username, password) };
    case 'with-another-private-key':
      return { authorization: basicCredentials(username, `not-${password}`) };
    case 'with-an-unknown-public-key':
      return { authorization: basicCredentials('TEST-UNKNOWN-USERNAME', password) };
  }
}

const INSTANCE = /server\.instance\.name=(.*)/;
/** The instance behind the vendor's samples is “API-DOG preprod serveur 1 instance 1”. */
const TEST_INSTANCE = /preprod|pre-prod|uat|staging|test|recette/i;

/** An answer names the instance that gave it, also one that says no (guess). */
async function probe(baseUrl: string): Promise<string | undefined> {
  // Nobody's credentials: nothing of the caller's is told before this has been answered.
  const nobody = { username: 'none', password: 'none' };
  const client = createWsoneClient({ baseUrl, ...nobody, retries: 0, validate: false });
  try {
    const { response } = await client.getEntities();
    const { infos } = response.body as { readonly infos?: unknown };
    const [, instance] = INSTANCE.exec(String(infos)) ?? [];
    if (instance === undefined) return 'its answer names no server.instance.name';
    return TEST_INSTANCE.test(instance) ? undefined : `its instance calls itself “${instance}”`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.close();
  }
}
