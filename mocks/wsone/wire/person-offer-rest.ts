import { editOffer } from '#mocks/wsone/domain/offer-editing.ts';
import { getAvailableOffers, getEnableOffers } from '#mocks/wsone/domain/offer-reading.ts';
import { words } from './numbers.ts';
import { askedAtOf, askedOf } from './person-commands.ts';
import {
  editedOfferMessage,
  enableOfferMessage,
  heldOfferMessage,
} from './person-offer-message.ts';
import { as, type WsoneWiring } from './wiring.ts';

type OfferOperation = 'getAvailableOffers' | 'getEnableOffers' | 'editOffer';

export const offers: Pick<WsoneWiring, OfferOperation> = {
  getAvailableOffers: (draft, { message }, env) => {
    const asked = askedAtOf(message);
    if (!asked.ok) return asked;
    return as(getAvailableOffers(draft, asked.value, env), (held) => ({
      GetOffersResponses: held.map(heldOfferMessage),
    }));
  },

  getEnableOffers: (draft, { message }, env) => {
    const asked = askedOf(message);
    if (!asked.ok) return asked;
    return as(getEnableOffers(draft, asked.value, env), (definitions) => ({
      GetOffersResponses: definitions.map(enableOfferMessage),
    }));
  },

  editOffer: (draft, { message }, env) => {
    const asked = askedOf(message);
    if (!asked.ok) return asked;
    const definitionId = words(message.offerId, '/offerId');
    if (!definitionId.ok) return definitionId;
    const command = { ...asked.value, definitionId: definitionId.value };
    return as(editOffer(draft, command, env), (edited) => ({
      OfferResponse: editedOfferMessage(edited),
    }));
  },
};
