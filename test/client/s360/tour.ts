import type { S360Client } from '#client/index.ts';
import { ADULT, AUDIO, CARD, expo, LECOMTE, passes, valueOf, WEB } from './desk.ts';

/**
 * A day at the museum, in which each operation that is built is called at least once; what was
 * answered, by what was done.
 */
export async function tour(s360: S360Client): Promise<Readonly<Record<string, unknown>>> {
  const looked = await lookAround(s360);
  const met = await meetContacts(s360);
  const sold = await sell(s360);
  const given = await giveUp(s360);
  return { ...looked, ...met, ...sold, ...given };
}

async function lookAround(s360: S360Client) {
  return {
    alive: await valueOf(s360.isCatalogServiceAlive()),
    catalogue: await valueOf(s360.getCatalogDetailed({ seasonCode: 'S1' })),
    pointOfSales: await valueOf(s360.getPOSConfig()),
  };
}

async function meetContacts(s360: S360Client) {
  return {
    contact: await valueOf(s360.getContactData({ contactNumber: LECOMTE, details: ['ALL'] })),
    found: await valueOf(s360.searchContact({ email: 'marianne.lecomte@example.com' })),
    nobody: await valueOf(s360.searchContact({ email: 'nobody@example.com' })),
    made: await valueOf(
      s360.createCulturalContact({
        contactDataList: [
          {
            identifier: 7,
            firstName: 'Anne & Léo',
            lastName: 'O’Hara <b>',
            email: 'a@example.com',
          },
        ],
      }),
    ),
  };
}

async function sell(s360: S360Client) {
  const purchasersInfo = [{ contactReference: LECOMTE }];
  const created = await valueOf(s360.createOrUpdateOrder(passes(2, { purchasersInfo })));
  const { orderId } = created.orderUpdateData;
  const attributions = [{ ...expo, quantity: 3 }];
  const added = await valueOf(
    s360.createOrUpdateOrder({
      pointOfSalesId: String(WEB),
      orderId,
      origin: { toCreateToken: false },
      singleEntryAttributionOperations: [{ operationAttributions: attributions }],
    }),
  );
  const [first, second] = added.orderUpdateData.movementDataUpdates;
  const dropped = await valueOf(
    s360.abandonMovements({ orderId, movementIds: [first?.movementId ?? 0] }),
  );
  const removed = await valueOf(
    s360.cancelOperations({ orderId, operationIds: [second?.operationId ?? 0] }),
  );
  const validated = await valueOf(s360.validateOrder({ orderId }));
  const payments = [{ amount: 34_000, paymentMethodId: CARD }];
  const closed = await valueOf(s360.closeOrder({ orderId, generateBarCodes: true, payments }));
  const details = await valueOf(s360.getOrderDetails({ orderId }));
  return { created, added, dropped, removed, validated, closed, details };
}

async function giveUp(s360: S360Client) {
  const idOf = async (): Promise<number> => {
    const simpleProductOperations = [
      { audienceSubCategoryId: ADULT, itemId: AUDIO, quantity: '1' },
    ];
    const made = await valueOf(
      s360.createOrUpdateOrder({ pointOfSalesId: WEB, simpleProductOperations }),
    );
    return made.orderUpdateData.orderId;
  };
  const orderId = await idOf();
  return {
    charged: await valueOf(s360.getOrderDetails({ orderId })),
    abandoned: await valueOf(s360.abandonOrder({ orderId })),
    cancelled: await valueOf(s360.cancelOrder({ orderId: await idOf() })),
  };
}
