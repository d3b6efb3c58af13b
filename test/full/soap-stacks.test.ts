import { afterAll, describe, expect, it } from 'vitest';
import { createSosie } from '#server/index.ts';
import { vendors } from '#server/vendors.ts';
import { cloakroom, metro, typed } from '../support/soap-vendor.ts';
import { buyWith, clients } from './soap/purchases.ts';
import { readBy, stacks } from './soap/stacks.ts';

const toys = await Promise.all(
  [metro, typed].map((style) =>
    createSosie({ modules: [cloakroom(style)], dataset: 'test/support/cloakroom.yaml' }),
  ),
);
const product = await createSosie();
const all = [...toys, product];
afterAll(() => Promise.all(all.map((sosie) => sosie.close())));

const addresses: (readonly [string, string])[] = [];
for (const sosie of all) {
  const { url } = await sosie.listen({ port: 0 });
  for (const { name, contract } of sosie.core.modules) {
    for (const { name: service, path, versions } of contract.soap?.services ?? []) {
      const below = path.replace('{version}', versions[0] ?? '');
      addresses.push([`${name} ${service}`, `${url}/${name}${below}?wsdl`]);
    }
  }
}

describe.each(stacks)('$name reads without a warning', (stack) => {
  it.each(addresses)('%s', async (_, wsdl) => {
    const { status, output, complaints } = await readBy(stack, wsdl);
    expect(complaints).toEqual([]);
    expect(status, output.slice(-2_000)).toBe(0);
  });
});

it('every SOAP service of every vendor was read', () => {
  const services = vendors.flatMap(({ contract }) => contract.soap?.services ?? []);
  expect(addresses).toHaveLength(services.length + toys.length);
});

const { url: shop } = await product.listen({ port: 0 });
const EXTERNAL_ORDERS =
  '/s360/tnseb/external-remoting/com.secutix.service.realtime.externalorder.v1_33';

describe.each(clients)('an unmodified client on $name', (client) => {
  it('creates an order of S-360, closes it on account and reads what was sold', async () => {
    const name = client.name.toLowerCase().replaceAll(/\W/g, '');
    const sandbox = await product.sandboxes.create({ name });
    const base = `${shop}/~${name}${EXTERNAL_ORDERS}`;
    const services = {
      facade: `${base}.ExternalOrderFacade.webservice?wsdl`,
      orders: `${base}.ExternalOrderService.webservice?wsdl`,
    };
    const { status, output } = await buyWith(client, services);
    expect([status, output]).toEqual([0, expect.stringMatching(/^\{.*\}\n$/)]);
    const told = JSON.parse(output) as { readonly orderId: number; readonly barCodes: string[] };
    expect(told).toMatchObject({
      statuses: ['success', 'success'],
      orderState: 'CLOSED',
      saleAmount: 34000,
      product: 'Entrée VIP',
    });
    expect(new Set(told.barCodes.filter((code) => /^\d{13}$/.test(code))).size).toBe(2);
    expect(sandbox.row('s360', 'orders', String(told.orderId))).toMatchObject({ status: 'closed' });
    expect(sandbox.invariants()).toMatchObject({ hold: true });
  });
});
