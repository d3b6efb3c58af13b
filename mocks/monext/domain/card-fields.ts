import { done, refused, type Outcome } from '#kernel/outcome.ts';
import { hasLuhnKey, traceOf, type Card, type CardFields, type KeptCard } from './card.ts';
import { fieldInvalid, type FailureOf } from './failure.ts';
import { BAD_FORMAT, isNoNumber, NOT_NULL } from './field-rules.ts';
import { simulatedByCard } from './simulator.ts';

export type CardFailure = FailureOf<
  | 'card-twice'
  | 'card-encrypted'
  | 'card-luhn'
  | 'card-token-unknown'
  | 'cardholder-invalid'
  | 'birthdate-with-3d-secure'
  | 'field-invalid'
>;

/** A card as the bank sees it. */
export interface PresentedCard extends KeptCard {
  readonly hasCvx: boolean;
}

const MOST_HOLDER = 30;
const LEAST_HOLDER = 2;

/** Recorded so. */
const wrongNumber = refused(fieldInvalid('Card Number', BAD_FORMAT, 'public'));
const wrong = (field: string, rule = BAD_FORMAT) => refused(fieldInvalid(`Card ${field}`, rule));

/** Judges the fields in the order of the schema; `byToken` finds a card that was seen before. */
export function presented(
  fields: CardFields,
  {
    byToken,
    with3dSecure,
  }: { byToken: (token: string) => KeptCard | undefined; with3dSecure: boolean },
): Outcome<PresentedCard, CardFailure> {
  const { encryptedData, number, token, type, expirationDate: expiry = '', cvx } = fields;
  if (number !== undefined && token !== undefined) return refused({ kind: 'card-twice' });
  if (encryptedData !== undefined) return refused({ kind: 'card-encrypted' });
  if (number === undefined && token === undefined) return wrongNumber;
  if (number !== undefined && !/^\d{12,19}$/.test(number)) return wrongNumber;
  if (number !== undefined && !hasLuhnKey(number)) return refused({ kind: 'card-luhn' });
  if (type === undefined) return wrong('Type', NOT_NULL);
  const needsExpiry = number !== undefined || expiry !== '';
  if (needsExpiry && !/^(0[1-9]|1[0-2])\d\d$/.test(expiry)) return wrong('ExpirationDate');
  if (isNoNumber(10)(cvx)) return wrong('Cvx');
  const rest = restProblem(fields, with3dSecure);
  if (rest) return refused(rest);
  const kept = number === undefined ? byToken(token ?? '') : seen(number, fields);
  if (!kept) return refused({ kind: 'card-token-unknown' });
  const holder = fields.cardholder ?? kept.card.holder;
  const card: Card = { ...kept.card, type, holder, expiry: expiry || kept.card.expiry };
  return done({ ...kept, card, hasCvx: cvx !== undefined });
}

/** What stands behind the security code. */
function restProblem(
  { ownerBirthdayDate: birthdate, cardholder }: CardFields,
  with3dSecure: boolean,
): CardFailure | undefined {
  if (birthdate !== undefined) {
    if (with3dSecure) return { kind: 'birthdate-with-3d-secure' };
    const isDay = /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d\d$/.test(birthdate);
    if (!isDay) return fieldInvalid('Card OwnerBirthdayDate', BAD_FORMAT);
  }
  const length = cardholder?.length ?? LEAST_HOLDER;
  const isFit = length >= LEAST_HOLDER && length <= MOST_HOLDER;
  return isFit ? undefined : { kind: 'cardholder-invalid' };
}

/** A number that is right becomes a trace; the number itself goes no further. */
function seen(number: string, { type = '', cardholder = '' }: CardFields): KeptCard {
  const trace = traceOf(number);
  const card: Card = { ...trace, type, holder: cardholder, expiry: '' };
  return { id: trace.token, card, simulated: simulatedByCard(number, type) };
}
