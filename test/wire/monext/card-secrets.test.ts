import { expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { tables } from '#mocks/monext/state.ts';
import {
  authorisation,
  call,
  card,
  order,
  pathOf,
  payment,
  post,
  requestXml,
} from '../../support/monext.ts';

/** Cards of nobody; the codes are such that no other number is like them. */
const numbers = ['4970100000325734', '4970103469012066', '370000000000002', '4970110000000021'];
const codes = ['73519', '84620', '95731', '06842'];
const password = 'P4ssw0rdOfTheCard';

/** Everything that is kept, journalled, answered about and printed of what happened. */
async function everythingOf(sosie: Sosie, lines: readonly string[]): Promise<string> {
  const { sandbox } = sosie;
  const own = Object.keys(tables).map((table) => sandbox.state('monext', table, { limit: 10_000 }));
  const records = sandbox.journal.query({ limit: 10_000 });
  const whole = records.map(({ id }) => sandbox.journal.read(id));
  const kept = { own, records, whole, agenda: sandbox.agenda(1_000) };
  return [JSON.stringify(kept), sandbox.journal.canonical(), ...lines].join('\n');
}

async function payWith(sosie: Sosie, at: number): Promise<void> {
  const secrets = { number: numbers[at] ?? '', cvx: codes[at] ?? '', password };
  const asked = authorisation({ card: secrets, order: { ref: `ORDER-${at}` } });
  const paid = await call(sosie, 'doAuthorization', asked);
  const id = paid.text('transaction/id') ?? '';
  const amounts = payment({ action: '201' });
  await call(sosie, 'doCapture', { version: '34', transactionID: id, payment: amounts });
  await call(sosie, 'getTransactionDetails', { version: '34', transactionId: id });
  const day = { startDate: '04/03/2026', endDate: '04/03/2026' };
  await call(sosie, 'transactionsSearch', { version: '34', ...day, cardNumber: secrets.number });
  await call(sosie, 'doAuthorization', asked);
  const wrong = { ...asked, order: order({ ref: '' }) };
  await call(sosie, 'doAuthorization', wrong);
  await call(sosie, 'doAuthorization', {
    ...asked,
    card: { ...asked.card, token: secrets.number },
  });
  await call(sosie, 'doAuthorization', { ...asked, card: { type: 'CB', token: secrets.number } });
  await call(sosie, 'doCredit', { ...asked, payment: payment({ action: '422' }) });
  await call(sosie, 'doDebit', { ...asked, payment: payment({ action: '204' }) });
  await call(sosie, 'doAuthorization', { ...asked, payment: payment({ amount: '33305' }) });
  await call(sosie, 'getToken', { cardNumber: secrets.number, contractNumber: '1234567' });
  const xml = requestXml('doAuthorization', asked);
  for (const broken of [
    xml.slice(0, -40),
    xml.replaceAll('doAuthorizationRequest', 'doNothingRequest'),
    xml.replace('<impl:card>', `<impl:unknown>${secrets.number}</impl:unknown><impl:card>`),
    xml.replace('<obj:type>', `<obj:pan>${secrets.number}</obj:pan><obj:type>`),
    xml.replace('<obj:type>CB</obj:type>', ''),
  ]) {
    await post(sosie, pathOf('doAuthorization'), broken);
  }
  await post(sosie, '/monext/V4/services/Nowhere', xml);
  await post(sosie, `${pathOf('doAuthorization')}`, xml, { authorization: '' });
}

test('no card number and no security code is kept, journalled, logged or told anywhere', async () => {
  const lines: string[] = [];
  const sosie = await createSosie({
    clock: '2026-03-04T10:00:00+01:00',
    hardened: true,
    config: { log: 'requests' },
    log: (line) => void lines.push(line),
  });
  for (const kind of ['truncated', 'malformed'] as const) {
    const when = { vendor: 'monext', operation: 'doCapture' };
    await sosie.sandbox.faults.add({ when, phase: 'after', then: { kind }, times: 1 });
  }
  for (const at of numbers.keys()) await payWith(sosie, at).catch(() => undefined);
  const everything = await everythingOf(sosie, lines);
  const found = [...numbers, ...codes, password].filter((secret) => everything.includes(secret));
  expect(found).toEqual([]);
  // It is no empty search: what may be told of a card is there.
  expect(everything).toContain('497010XXXXXXXX34');
  expect(everything).toContain(card.expirationDate);
  await sosie.close();
});
