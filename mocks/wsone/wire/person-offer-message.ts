import type {
  EnableOfferResponse,
  GetOffersResponse,
  OfferResponse,
} from '#contracts/wsone/index.ts';
import type { EditedOffer } from '#mocks/wsone/domain/offer-editing.ts';
import type { HeldOffer } from '#mocks/wsone/domain/offer-reading.ts';
import type { OfferDefinition } from '#mocks/wsone/domain/offer.ts';
import { accountMessage, dateTimeText, discountMessage, euros } from './mapping.ts';

/** Values of the vendor's sample whose meaning is not known: the double has no other ones. */
const UNKNOWN = { classifications: [], immediateUse: 0 } as const;

export const heldOfferMessage = ({ offer, definition }: HeldOffer): GetOffersResponse => ({
  used: offer.status === 'used',
  startDate: dateTimeText(offer.startsAt),
  classifications: UNKNOWN.classifications,
  offerNumber: offer.id,
  immediateUse: UNKNOWN.immediateUse,
  ...definitionIds(definition),
  endDate: dateTimeText(offer.endsAt),
  sendDate: dateTimeText(offer.sentAt),
  ...reductionMessage(definition),
});

export const enableOfferMessage = (definition: OfferDefinition): EnableOfferResponse => ({
  ...UNKNOWN,
  ...definitionIds(definition),
  ...reductionMessage(definition),
});

const definitionIds = ({ id, channelId }: OfferDefinition) => ({
  offerId: id,
  channelId: channelId || undefined,
});

const reductionMessage = ({ name, description, discount, minimumMinor }: OfferDefinition) => {
  const { type, value } = discountMessage(discount);
  return {
    globalMinPrice: euros(minimumMinor),
    offerName: name,
    offerDescription: description,
    offerDiscountType: type,
    offerDiscountValue: value,
    triggerOffer: 0,
    objApplication: 'ARTICLE',
    typeRestrictionOffer: 0,
  };
};

export const editedOfferMessage = ({
  offer,
  definition,
  pointsSpent,
  standing,
}: EditedOffer): OfferResponse => ({
  used: false,
  edited: true,
  name: definition.name,
  value: discountMessage(definition.discount).value,
  type: discountMessage(definition.discount).type,
  order: 0,
  offerNumber: offer.id,
  AccountResponse: [accountMessage('points', -pointsSpent, standing.programmeId)],
});
