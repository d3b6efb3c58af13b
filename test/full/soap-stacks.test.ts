import { afterAll, describe, expect, it } from 'vitest';
import { createSosie } from '#server/index.ts';
import { vendors } from '#server/vendors.ts';
import { cloakroom, metro, typed } from '../support/soap-vendor.ts';
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
