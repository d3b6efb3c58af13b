import { createS360Client, undiciTransport } from '#client/index.ts';
import { signedToken } from '#client/s360/jwt.ts';
import { s360 as contract } from '#contracts/s360/index.ts';
import type { Signing } from '../states/steps.ts';
import type { Values } from '../states/stage.ts';
import { callerOf } from './calling.ts';
import type { Credentials, HarnessVendor } from './vendor.ts';

export const s360: HarnessVendor = {
  name: contract.vendor,
  operations: contract.operations,
  credentials: ['operator', 'secret'],
  telling: 'operator',
  // Vendor documentation: each institution has a host of its own, its test systems below others.
  liveHosts: ['ws.secutix.com', 'pos.secutix.com'],
  callerAt: (baseUrl, credentials) =>
    callerOf(
      { name: contract.vendor, operations: contract.operations },
      createS360Client({ baseUrl, protocol: 'rest', ...keysIn(credentials) }),
    ),
  sign,
  probe,
};

const keysIn = ({ operator = '', secret = '' }: Credentials) => ({ operator, secret });

/** What a call carries over either wire: a token over REST, name and password over SOAP. */
function sign(credentials: Credentials, how: Signing, now: number): Values {
  const { operator, secret } = keysIn(credentials);
  switch (how) {
    case 'with-its-own-key':
      return carried({ operator, secret }, now);
    case 'with-another-private-key':
      return carried({ operator, secret: `not-${secret}` }, now);
    case 'with-an-unknown-public-key':
      return carried({ operator: 'TEST_UNKNOWN_OPERATOR', secret }, now);
  }
}

const carried = (keys: { operator: string; secret: string }, now: number): Values => ({
  ...keys,
  authorization: `Bearer ${signedToken(keys, now)}`,
});

/** Vendor documentation: public sandboxes and pre-production are below these. */
const TEST_HOST = /(^|\.)(demo|pp)-ws\.secutix\.com$|^localhost$|^127\.0\.0\.1$|^\[::1\]$/;
const WSDL =
  '/tnseb/external-remoting/com.secutix.service.realtime.catalog.v1_33.CatalogService.webservice?wsdl';

/** A WSDL is shown to anybody (inferred); of the system only its host tells what it is. */
async function probe(baseUrl: string): Promise<string | undefined> {
  const { hostname } = new URL(baseUrl);
  if (!TEST_HOST.test(hostname)) return `${hostname} is no demo-ws or pp-ws host of the vendor’s`;
  const transport = undiciTransport();
  const ask = {
    method: 'GET',
    url: `${baseUrl.replace(/\/+$/, '')}${WSDL}`,
    headers: {},
    body: '',
  };
  try {
    const { status, body } = await transport({ ...ask, signal: AbortSignal.timeout(30_000) });
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
    const isWsdl = status === 200 && text.includes('CatalogService.service.secutix.com');
    return isWsdl ? undefined : `it shows no WSDL of its CatalogService (HTTP ${status})`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await transport.close?.();
  }
}
