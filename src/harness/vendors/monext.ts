import { createMonextClient, undiciTransport } from '#client/index.ts';
import { basicCredentials } from '#client/basic.ts';
import { monext as contract } from '#contracts/monext/index.ts';
import type { Signing } from '../states/steps.ts';
import type { Values } from '../states/stage.ts';
import { callerOf } from './calling.ts';
import type { Credentials, HarnessVendor } from './vendor.ts';

export const monext: HarnessVendor = {
  name: contract.vendor,
  operations: contract.operations,
  credentials: ['merchantId', 'accessKey'],
  telling: 'merchantId',
  // Of the vendor's SDK: what is not below `homologation` is live.
  liveHosts: [
    'services.payline.com',
    'services-cc.payline.com',
    'payment.payline.com',
    'webpayment.payline.com',
    'admin.payline.com',
    'api.retail.monext.com',
  ],
  callerAt: (baseUrl, credentials) =>
    callerOf(
      { name: contract.vendor, operations: contract.operations },
      createMonextClient({ baseUrl, ...keysIn(credentials) }),
    ),
  sign,
  probe,
};

const keysIn = ({ merchantId = '', accessKey = '' }: Credentials) => ({ merchantId, accessKey });

/** Monext signs nothing: a call carries its merchant and the access key. */
function sign(credentials: Credentials, how: Signing): Values {
  const { merchantId, accessKey } = keysIn(credentials);
  switch (how) {
    case 'with-its-own-key':
      return { merchantId, authorization: basicCredentials(merchantId, accessKey) };
    case 'with-another-private-key':
      return { authorization: basicCredentials(merchantId, `not-${accessKey}`) };
    case 'with-an-unknown-public-key':
      return { authorization: basicCredentials('00000000000000', accessKey) };
  }
}

/** Of the vendor's SDK and documentation; or here. */
const TEST_HOST =
  /^homologation(-\w+)?\.payline\.com$|^api-sandbox\.retail\.monext\.com$|^localhost$|^127\.0\.0\.1$|^\[::1\]$/;
const WSDL = '/V4/services/ExtendedAPI?wsdl';

/** A WSDL is shown to anybody (inferred); of the system only its host tells what it is. */
async function probe(baseUrl: string): Promise<string | undefined> {
  const { hostname } = new URL(baseUrl);
  if (!TEST_HOST.test(hostname)) return `${hostname} is no homologation host of the vendor’s`;
  const transport = undiciTransport();
  const root = baseUrl.replace(/\/+$/, '').replace(/\/V4(?:\/services)?$/, '');
  const ask = { method: 'GET', url: `${root}${WSDL}`, headers: {}, body: '' };
  try {
    const { status, body } = await transport({ ...ask, signal: AbortSignal.timeout(30_000) });
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
    const isWsdl = status === 200 && text.includes('http://impl.ws.payline.experian.com');
    return isWsdl ? undefined : `it shows no WSDL of its ExtendedAPI (HTTP ${status})`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await transport.close?.();
  }
}
