import { done } from '#kernel/outcome.ts';
import type { MonextBehaviour } from './behaviour.ts';
import type { PaymentContract, PointOfSale } from './merchant.ts';
import type { Called } from './request.ts';

export interface PointOfSaleSheet {
  readonly pointOfSale: PointOfSale;
  readonly contracts: readonly PaymentContract[];
}

export const listPointsOfSale: MonextBehaviour<Called, readonly PointOfSaleSheet[], never> = (
  draft,
  { merchant },
) =>
  done(
    draft.pointsOfSale.where('byMerchant', merchant.id).map((pointOfSale) => ({
      pointOfSale,
      contracts: draft.contracts.where('byPointOfSale', pointOfSale.id),
    })),
  );
