import { DatasetProblem } from '#kit/dataset-problem.ts';
import type { Discount, Trigger } from '#mocks/wsone/domain/offer.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import { eachNamed, type IdsByName } from './names.ts';
import type { DatasetOffer, DatasetSection } from './schema.ts';

/** How long an offer of the vendor's sample lives. */
const SAMPLE_DAYS = 60;

export function installOffers(draft: WsoneDraft, section: DatasetSection): IdsByName {
  const ids: Record<string, string> = {};
  const before = draft.offerDefinitions.count();
  eachNamed(section.offers, (offer, name, rank) => {
    const pointer = `/offers/${name}`;
    if (draft.offerDefinitions.get(offer.id)) {
      throw new DatasetProblem(`${pointer}/id`, `${offer.id} is taken`);
    }
    draft.offerDefinitions.put({
      id: offer.id,
      rank: before + rank,
      name: offer.name,
      description: offer.description ?? '',
      discount: discountOf(offer, pointer),
      minimumMinor: offer.minimum ?? 0,
      lifetimeDays: offer.days ?? SAMPLE_DAYS,
      trigger: triggerOf(offer, pointer),
      channelId: offer.channel ?? '',
      isAppliedByEngine: offer.appliedByEngine ?? true,
      taxRate: offer.taxRate,
    });
    ids[name] = offer.id;
  });
  return ids;
}

function discountOf({ amount, percentage }: DatasetOffer, pointer: string): Discount {
  if (percentage !== undefined && amount === undefined) return { kind: 'percentage', percentage };
  if (amount !== undefined && percentage === undefined) {
    return { kind: 'amount', amountMinor: amount };
  }
  throw new DatasetProblem(pointer, 'an offer has an amount or a percentage, and not both');
}

function triggerOf({ welcome = false, tier }: DatasetOffer, pointer: string): Trigger {
  if (welcome && tier !== undefined) {
    throw new DatasetProblem(`${pointer}/tier`, 'a welcome offer costs no points');
  }
  if (welcome) return { kind: 'welcome' };
  return tier === undefined ? { kind: 'by-hand' } : { kind: 'tier', points: tier };
}
