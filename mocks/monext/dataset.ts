import { installPayments, type DatasetMoment } from './dataset/payments.ts';
import { mapNamed, referred } from './dataset/names.ts';
import { DatasetSection } from './dataset/schema.ts';
import { cardKey, traceOf } from './domain/card.ts';
import { contractId } from './domain/merchant.ts';
import type { MonextDraft } from './state.ts';

/** How a data set's section becomes rows; answers what its names stand for in calls. */
export const dataset = {
  schema: DatasetSection,
  install: (draft: MonextDraft, section: DatasetSection, moment: DatasetMoment) => {
    installMerchants(draft, section);
    installContracts(draft, section);
    installTestCards(draft, section);
    return {
      merchants: mapNamed(section.merchants, ({ id }) => id),
      pointsOfSale: mapNamed(section.pointsOfSale, ({ number }) => number),
      contracts: mapNamed(section.contracts, ({ number }) => number),
      // Made-up numbers, which clients send: what a call brings is never kept.
      cards: mapNamed(section.testCards, ({ number }) => number),
      payments: installPayments(draft, section, moment),
    };
  },
};

const pointOfSaleId = (merchantId: string, number: string): string => `${merchantId}/${number}`;

function installMerchants(draft: MonextDraft, section: DatasetSection): void {
  for (const { id, accessKey, label, locked = false } of Object.values(section.merchants ?? {})) {
    draft.merchants.put({ id, accessKey, label, isLocked: locked });
  }
  for (const [rank, [name, point]] of Object.entries(section.pointsOfSale ?? {}).entries()) {
    const pointer = `/pointsOfSale/${name}/merchant`;
    const { id: merchantId } = referred(section.merchants, point.merchant, pointer);
    draft.pointsOfSale.put({
      id: pointOfSaleId(merchantId, point.number),
      merchantId,
      number: point.number,
      rank,
      label: point.label,
      siret: point.siret ?? '',
      categoryCode: point.categoryCode ?? '',
      email: point.email ?? '',
      url: point.url ?? '',
      notificationUrl: point.notificationUrl ?? '',
    });
  }
}

function installContracts(draft: MonextDraft, section: DatasetSection): void {
  for (const [rank, [name, contract]] of Object.entries(section.contracts ?? {}).entries()) {
    const pointer = `/contracts/${name}/pointOfSale`;
    const point = referred(section.pointsOfSale, contract.pointOfSale, pointer);
    const { id: merchantId } = referred(section.merchants, point.merchant, pointer);
    draft.contracts.put({
      id: contractId(merchantId, contract.number),
      merchantId,
      pointOfSaleId: pointOfSaleId(merchantId, point.number),
      rank,
      number: contract.number,
      label: contract.label,
      cardType: contract.cardType,
      currency: contract.currency ?? '978',
      minAmountMinor: contract.minAmount,
      maxAmountMinor: contract.maxAmount,
      checksDuplicates: contract.duplicateCheck ?? true,
      reauthorises: contract.reauthorisation ?? true,
      needs3dSecure: contract.needs3dSecure ?? false,
    });
  }
}

function installTestCards(draft: MonextDraft, { testCards = {} }: DatasetSection): void {
  for (const { number, behaviour } of Object.values(testCards)) {
    draft.testCards.put({ id: cardKey(traceOf(number)), behaviour });
  }
}
