import { expect, expectTypeOf, test } from 'vitest';
import {
  createClients,
  type MonextAnswer,
  type MonextCard,
  type MonextClient,
  type MonextMessage,
  type MonextOperation,
  type MonextOrder,
  type MonextPayment,
  type MonextResult,
  type MonextTransaction,
} from '#client/index.ts';
import { monext as contract, type MonextOperations } from '#contracts/monext/index.ts';
import type { Operation, Response } from '#kit/operation.ts';
import type { Sosie } from '#server/index.ts';
import { authorised, demoSosie, keys, monextOf, part, payment, valueOf } from './desk.ts';

const built = Object.entries<Operation>(contract.operations)
  .filter(([, { notBuilt }]) => !notBuilt)
  .map(([name]) => name);

/** Calls everything once, as a shop would. */
async function tour(monext: MonextClient): Promise<void> {
  const id = await authorised(monext, 'TOUR-1');
  await valueOf(monext.doCapture(part(id, '201')));
  await valueOf(monext.doRefund(part(id, '421', { amount: 500 })));
  const { payment: paid, card, order } = payment('TOUR-2');
  const debited = await valueOf(
    monext.doDebit({
      ...{ card, order, payment: { ...paid, action: '204' } },
      authorization: { number: '662662', date: '04/03/2026 09:00' },
    }),
  );
  await valueOf(monext.doReset({ transactionID: debited.transaction.id }));
  const credited = { payment: { ...paid, action: '422' }, card, order: payment('TOUR-3').order };
  await valueOf(monext.doCredit(credited));
  const renewed = {
    transactionID: await authorised(monext, 'TOUR-4'),
    ...{ payment: { ...paid, action: '202' }, order: payment('TOUR-5').order },
  };
  await valueOf(monext.doReAuthorization(renewed));
  await valueOf(monext.getTransactionDetails({ transactionId: id, transactionHistory: 'Y' }));
  const day = '04/03/2026';
  await valueOf(monext.transactionsSearch({ startDate: day, endDate: day }));
  await valueOf(monext.getMerchantSettings());
  await valueOf(monext.getServiceEndpoints({ merchantId: keys.merchantId }));
}

const calledIn = (sosie: Sosie): readonly (string | undefined)[] => {
  const records = sosie.sandbox.journal.query({ limit: 1000 });
  return [...new Set(records.map(({ operation }) => operation))];
};

test('every operation that is built is called by its name, in process', async () => {
  const sosie = await demoSosie();
  await tour(monextOf(sosie));
  expect(calledIn(sosie).toSorted()).toEqual(built.toSorted());
  await sosie.close();
});

test('and the same over a real port', async () => {
  const sosie = await demoSosie();
  const server = await sosie.listen({ port: 0 });
  const { monext, close } = createClients({ baseUrl: server.url, monext: keys });
  await tour(monext);
  expect(calledIn(sosie).toSorted()).toEqual(built.toSorted());
  await close();
  await sosie.close();
});

test('the client has a method for each of them, two of its own, and no other', async () => {
  const sosie = await demoSosie();
  const names = Object.keys(monextOf(sosie)).toSorted();
  expect(names).toEqual([...built, 'close', 'findLost'].toSorted());
  await sosie.close();
});

/** Compiled by `npm run typecheck`, never run. */
const never = (_types: () => unknown): void => undefined;
declare const monext: MonextClient;

test('a method takes what its WSDL takes: what is mandatory has to be there, amounts are whole', () => {
  type Authorisation = MonextMessage<'doAuthorization'>;
  expectTypeOf<Authorisation['payment']>().toEqualTypeOf<MonextPayment>();
  expectTypeOf<Authorisation['card']>().toEqualTypeOf<MonextCard>();
  expectTypeOf<Authorisation['order']>().toEqualTypeOf<MonextOrder>();
  expectTypeOf<Authorisation['version']>().toEqualTypeOf<string | undefined>();
  never(() => {
    void monext.getMerchantSettings();
    void monext.doReset({ transactionID: '1', amount: 5000, currency: '978' });
    // @ts-expect-error of which transaction
    void monext.doReset({ amount: 5000 });
    // @ts-expect-error there is no such element: here it is transactionID
    void monext.doReset({ transactionId: '1' });
    // @ts-expect-error no card, no order
    void monext.doAuthorization({ payment: payment('A').payment });
    // @ts-expect-error a currency is a text
    void monext.doReset({ transactionID: '1', currency: 978 });
    // @ts-expect-error an amount is digits
    void monext.doReset({ transactionID: '1', amount: 'fifty' });
    // @ts-expect-error nothing decides it yet
    void monext.doWebPayment({});
  });
});

test('a method answers what its WSDL answers', () => {
  never(() => {
    expectTypeOf(monext.doReset).returns.resolves.toEqualTypeOf<
      MonextAnswer<MonextResult<'doReset'>>
    >();
    expectTypeOf<MonextResult<'doReset'>['transaction']>().toEqualTypeOf<MonextTransaction>();
  });
  type Different = {
    [Op in MonextOperation]: [MonextResult<Op>, Response<MonextOperations[Op]>] extends [
      Response<MonextOperations[Op]>,
      MonextResult<Op>,
    ]
      ? never
      : Op;
  }[MonextOperation];
  expectTypeOf<Different>().toEqualTypeOf<never>();
});

test('an answer narrows on ok, and its code is told by name', async () => {
  const sosie = await demoSosie();
  const answer = await monextOf(sosie).doReset({ transactionID: '1' });
  expect(answer.ok ? answer.value.transaction.id : answer.failure.outcome).toBe('not-found');
  await sosie.close();
});
