import { expect, test } from 'vitest';
import { createSosie } from '#server/index.ts';
import { s360 } from '../../support/s360.ts';
import { NOON } from '../../support/utick.ts';

const operator = 'PLAY_B2C';

interface Catalogue {
  readonly catalogData: {
    readonly seasons: readonly { readonly products: readonly { readonly code: string }[] }[];
  };
}

test('the large house shows 500 products more than the arena has, 200 of them with a performance', async () => {
  const productsOf = async (dataset: string) => {
    const sosie = await createSosie({ dataset, clock: NOON, hardened: true });
    const path = 'catalogService/v1_33/getCatalogDetailed';
    const { body } = await s360<Catalogue>(sosie, { path, operator });
    await sosie.close();
    return body.catalogData.seasons.flatMap(({ products }) => products);
  };
  const demo = await productsOf('demo');
  const large = await productsOf('s360-large');
  expect(large.length - demo.length).toBe(500);
  const events = large.filter((product) => 'event' in product).length;
  expect(events - demo.filter((product) => 'event' in product).length).toBe(200);
});

interface Updated {
  readonly orderUpdateData: {
    readonly movementDataUpdates: readonly { readonly seatId: number }[];
  };
}

test('the large house sells numbered seats, each of them once, and its invariants hold', async () => {
  const sosie = await createSosie({ dataset: 's360-large', clock: NOON, hardened: true });
  const { performances, seatCategories, subCategories, pointsOfSales } =
    sosie.sandbox.data['s360'] ?? {};
  const singleEntryAttributionOperations = [
    {
      operationAttributions: [
        {
          audienceSubCategoryId: subCategories?.['play_full'],
          quantity: 4,
          performanceId: performances?.['large1'],
          seatCategoryId: seatCategories?.['large1'],
        },
      ],
    },
  ];
  const body = { pointOfSalesId: pointsOfSales?.['playWeb'], singleEntryAttributionOperations };
  const seats: number[] = [];
  for (let buyer = 0; buyer < 26; buyer += 1) {
    const path = 'externalOrderFacade/v1_33/createOrUpdateOrder';
    const { body: answer } = await s360<Partial<Updated>>(sosie, { path, operator, body });
    const sold = answer.orderUpdateData?.movementDataUpdates ?? [];
    seats.push(...sold.map(({ seatId }) => seatId));
    expect(answer.statusCode).toBe(buyer < 25 ? 'success' : 'error.order.availability');
  }
  expect(new Set(seats).size).toBe(100);
  expect(sosie.sandbox.invariants()).toMatchObject({ hold: true });
  await sosie.close();
});
