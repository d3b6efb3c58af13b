import { expect, test } from 'vitest';
import { createClients, wsoneReceipt, type WsoneClient } from '#client/index.ts';
import { wsone as contract } from '#contracts/wsone/index.ts';
import type { Sosie } from '#server/index.ts';
import { DENIS, demoSosie, keys, sale, SHOP, valueOf, wsoneOf } from './till.ts';

/** A day in the shop, in which each operation is called at least once. */
async function tour(wsone: WsoneClient): Promise<void> {
  const card = { identifierType: '1', identifierValue: '2990000001016' };
  await meet(wsone, card);
  await sell(wsone, card);
  await ask(wsone);
}

type Card = { readonly identifierType: string; readonly identifierValue: string };

async function meet(wsone: WsoneClient, card: Card): Promise<void> {
  const PersonRequest = { firstName: 'ANNE', lastName: 'TOUR', title: 2 };
  const created = { PersonRequest, EntityRequest: SHOP };
  await valueOf(wsone.createPersonAndIdentifier({ ...created, NewIdentifierRequest: card }));
  const { PersonResponse } = await valueOf(wsone.createPerson(created));
  const { groupeId } = PersonResponse;
  const free = { identifierType: '1', identifierValue: '2990000001023' };
  await valueOf(wsone.createIdentifier({ NewIdentifierRequest: free, EntityRequest: SHOP }));
  const nobody = { PersonRequest: { groupeId } };
  await valueOf(wsone.associateIdentifier({ ...nobody, AssociatedIdentifierRequest: free }));
  const web = { identifierType: '10', identifierValue: 'anne.tour@example.com' };
  await valueOf(wsone.associateNewIdentifier({ ...nobody, NewIdentifierRequest: web }));
  const next = { identifierType: '1', identifierValue: '2990000001030' };
  await valueOf(wsone.replaceIdentifier({ IdentifierRequest: free, NewIdentifierRequest: next }));
  const ContactRequest = { CellPhoneRequest: { cellPhoneValue: '0600000009' } };
  await valueOf(wsone.updatePerson({ IdentifierRequest: card, ContactRequest }));
}

async function sell(wsone: WsoneClient, card: Card): Promise<void> {
  const receiptOf = (receiptNumber: string) =>
    wsoneReceipt({
      ...sale(receiptNumber).ReceiptRequest,
      transactionDate: '04/03/2026 11:59:00',
      allTaxesIncludedAmount: '400.10',
      IdentifierRequest: card,
      lines: [{ ean: '1', allTaxesIncludedUnitPrice: '200.05', quantity: '2' }],
    });
  await valueOf(wsone.verifyTransaction(receiptOf('TOUR-1')));
  const { ReceiptResponse } = await valueOf(wsone.sendTransaction(receiptOf('TOUR-1')));
  const { transactionId = '' } = ReceiptResponse;
  await valueOf(wsone.validTransaction({ transactionId }));
  await valueOf(wsone.sendAndValidTransaction(receiptOf('TOUR-2')));
  await valueOf(wsone.sendAndValidFullTransaction(receiptOf('TOUR-3')));
  const { ReceiptRequest } = receiptOf('TOUR-4');
  await valueOf(wsone.sendSimpleTransaction({ ReceiptRequest }));
  const back = { ...sale('TOUR-5').ReceiptRequest, transactionId };
  await valueOf(wsone.refundTransaction({ ReceiptRequest: { ...back, IdentifierRequest: card } }));
  await valueOf(wsone.cancelTransactionsNotValidated({ IdentifierRequest: card }));
  await valueOf(wsone.getLastTransaction({ IdentifierRequest: card, EntityRequest: SHOP }));
}

async function ask(wsone: WsoneClient): Promise<void> {
  const who = { IdentifierRequest: DENIS };
  await valueOf(wsone.getPerson(who));
  await valueOf(wsone.searchPerson({ PersonRequest: { lastName: 'DENIS' } }));
  await valueOf(wsone.searchPersonLite({ PersonRequest: { lastName: 'DENIS' } }));
  await valueOf(wsone.getAccounts(who));
  await valueOf(wsone.getFullPerson(who));
  await valueOf(wsone.getBadge(who));
  await valueOf(wsone.getAvailableOffers(who));
  // Enough points for a cheque.
  const rich = { IdentifierRequest: { identifierType: '1', identifierValue: '2990000000095' } };
  const { GetOffersResponses: enabled } = await valueOf(wsone.getEnableOffers(rich));
  await valueOf(wsone.editOffer({ ...rich, offerId: enabled[0]?.offerId ?? 'none' }));
  const { FormResponse: forms } = await valueOf(wsone.getForm(who));
  const { formId = '', QuestionResponse: questions = [] } = forms[0] ?? {};
  const AnswerRequest = [{ questionId: questions[0]?.questionId ?? '', answer: 'Polar' }];
  await valueOf(wsone.updateForm({ ...who, FormAnsweredRequest: { formId, AnswerRequest } }));
  await valueOf(wsone.getEntities());
  await valueOf(wsone.getEntityParents({ EntityRequest: SHOP }));
}

const names = Object.keys(contract.operations).toSorted();

const calledIn = (sosie: Sosie): readonly (string | undefined)[] => {
  const records = sosie.sandbox.journal.query({ limit: 1000 });
  return [...new Set(records.map(({ operation }) => operation))].toSorted();
};

test('every operation is called by its name, in process', async () => {
  const sosie = await demoSosie();
  await tour(wsoneOf(sosie));
  expect(names).toHaveLength(29);
  expect(calledIn(sosie)).toEqual(names);
  await sosie.close();
});

test('and the same over a real port', async () => {
  const sosie = await demoSosie();
  const server = await sosie.listen({ port: 0 });
  const { wsone, close } = createClients({ baseUrl: server.url, wsone: keys });
  await tour(wsone);
  expect(calledIn(sosie)).toEqual(names);
  await close();
  await sosie.close();
});
