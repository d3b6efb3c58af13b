import type { ToldObject } from '#contracts/monext/index.ts';
import type { Card } from '#mocks/monext/domain/card.ts';
import type { MonextSettings } from '#mocks/monext/settings.ts';

type CardMessage = ToldObject<'cardOut'>;
type ExtendedCard = ToldObject<'extendedCardType'>;

/** First six digits, X, last two; older samples show the last four. */
export function maskedNumber(
  { firstSix, lastFour, digits }: Card,
  settings: MonextSettings,
): string {
  const last = settings.maskedCard === 'last-two' ? lastFour.slice(2) : lastFour;
  return firstSix + 'X'.repeat(digits - firstSix.length - last.length) + last;
}

export const cardMessage = (card: Card | undefined, settings: MonextSettings): CardMessage =>
  card
    ? {
        number: maskedNumber(card, settings),
        type: card.type,
        expirationDate: card.expiry === '' ? null : card.expiry,
        cardholder: card.holder === '' ? null : card.holder,
        token: card.token,
        panType: 'CARD PAN',
      }
    : {};

const BANK = '20041 - LA POSTE';
const PRODUCT = 'Carte nationale de paiement';

/** Made up, but for the sample's: whose card a number is, no double can know. */
export const extendedCardMessage = (card: Card | undefined): ExtendedCard =>
  card
    ? {
        country: 'FRA',
        isCvd: '',
        bank: BANK,
        type: card.type,
        network: card.type,
        product: PRODUCT,
      }
    : {};
