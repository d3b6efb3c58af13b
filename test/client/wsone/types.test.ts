import { expectTypeOf, test } from 'vitest';
import {
  createClients,
  wsoneReceipt,
  type Decimal,
  type ReceiptFate,
  type WsoneClient,
  type WsoneMessage,
  type WsoneResult,
} from '#client/index.ts';

declare const wsone: WsoneClient;

/** Compiled by `npm run typecheck`, never run. */
const never = (_types: () => unknown): void => undefined;

type Sent = WsoneMessage<'sendAndValidTransaction'>['ReceiptRequest'];
type Sold = WsoneResult<'sendAndValidTransaction'>['ReceiptResponse'];

test('amounts are decimals in what is sent and in what is answered, counts stay numbers', () => {
  expectTypeOf<Sent['allTaxesIncludedAmount']>().toEqualTypeOf<Decimal>();
  expectTypeOf<Sent['receiptNumber']>().toEqualTypeOf<string | number>();
  expectTypeOf<Sold['allTaxesIncludedAmount']>().toEqualTypeOf<Decimal>();
  expectTypeOf<Sold['preTaxAmount']>().toEqualTypeOf<Decimal | undefined>();
  expectTypeOf<Sold['currency']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Sold['NewAccountResponse'][number]['value']>().toEqualTypeOf<number>();
  type Held = WsoneResult<'getFullPerson'>['OffersResponse']['GetOffersResponses'][number];
  expectTypeOf<Held['globalMinPrice']>().toEqualTypeOf<Decimal>();
  expectTypeOf<Held['offerDiscountType']>().toEqualTypeOf<number>();
});

test('an amount that is a float, or has a comma, does not compile', () => {
  const head = {
    ...{ receiptNumber: 'T-1', transactionDate: '04/03/2026 11:59:00' },
    EntityRequest: { entityIdentifier: '1' },
    IdentifierRequest: { identifierType: '1', identifierValue: '2' },
  };
  never(() => {
    void wsone.sendTransaction({ ReceiptRequest: { ...head, allTaxesIncludedAmount: '37.56' } });
    // @ts-expect-error a float holds something near it only
    void wsone.sendTransaction({ ReceiptRequest: { ...head, allTaxesIncludedAmount: 37.56 } });
    // @ts-expect-error the vendor wants a point
    void wsone.sendTransaction({ ReceiptRequest: { ...head, allTaxesIncludedAmount: '37,56' } });
    // @ts-expect-error the total has to be there
    void wsone.sendTransaction({ ReceiptRequest: head });
    void wsone.sendTransaction(
      wsoneReceipt({ ...head, lines: [{ allTaxesIncludedUnitPrice: '1' }] }),
    );
    // @ts-expect-error what a line costs
    void wsoneReceipt({ ...head, lines: [{ ean: '1' }] });
  });
});

test('an answer and a fate are narrowed; the code of the envelope is no part of a value', () => {
  never(async () => {
    const answer = await wsone.getPerson({
      IdentifierRequest: { identifierType: 10, identifierValue: 'ann@example.com' },
    });
    if (!answer.ok) return expectTypeOf(answer.failure.code).toEqualTypeOf<string>();
    expectTypeOf(answer.value.infos).toEqualTypeOf<string>();
    // @ts-expect-error it was 000
    void answer.value.responseCode;
    const fate: ReceiptFate = await wsone.findReceipt(
      {} as Parameters<typeof wsone.findReceipt>[0],
    );
    if (fate.kind === 'unknown') expectTypeOf(fate.why).toEqualTypeOf<string>();
    return undefined;
  });
});

test('credentials are a name and a password', () => {
  never(() => {
    const keys = { username: '', password: '' };
    expectTypeOf(createClients({ baseUrl: '', wsone: keys }).wsone).toEqualTypeOf<WsoneClient>();
    // @ts-expect-error half of them
    void createClients({ baseUrl: '', wsone: { username: '' } });
    // @ts-expect-error of another vendor
    void createClients({ baseUrl: '', wsone: { ...keys, publicKey: '' } });
  });
});
