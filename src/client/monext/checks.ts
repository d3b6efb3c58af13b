import type { Call } from '../dialect.ts';
import { MessageError } from '../errors/message-error.ts';
import { isObject } from '../json.ts';
import { rules, type Rule } from './rules.ts';

type Values = Readonly<Record<string, unknown>>;
interface Wrong {
  readonly field: string;
  /** Never with the value: it may be a card number. */
  readonly why: string;
}

/** Throws where a number stands that is no amount, or an amount that is no whole number. */
export const assertWholeAmounts = (call: Call): void => refuse(call, numberIn(call.message, []));

const AMOUNTS = /^(?:amount|taxes|price|(?:delivery)Charge|\w+Amount)$/;

function numberIn(value: unknown, path: readonly string[]): Wrong | undefined {
  if (typeof value === 'number') {
    const isAmount = AMOUNTS.test(path.at(-1) ?? '');
    if (isAmount && Number.isSafeInteger(value)) return undefined;
    const why = isAmount
      ? `is the float ${value}: amounts are whole numbers of the smallest unit`
      : 'is a number: write it as a text';
    return { field: path.join('.'), why };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = numberIn(member, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

/** Throws where a payment, a card or an order breaks a rule that the vendor documents. */
export const assertInOrder = (call: Call): void => refuse(call, wrongIn(call));

function refuse({ vendor, name: operation }: Call, wrong: Wrong | undefined): void {
  if (wrong) throw new MessageError({ vendor, operation, ...wrong });
}

/** The operations that take each object, and whether it has to be there. */
const TAKING: Readonly<Record<string, readonly Part[]>> = {
  doAuthorization: ['payment', 'card', 'order'],
  doDebit: ['payment', 'card', 'order'],
  doCredit: ['payment', 'card', 'order?'],
  doReAuthorization: ['payment', 'order'],
  doCapture: ['payment'],
  doRefund: ['payment'],
  doReset: [],
};
type Part = 'payment' | 'card' | 'order' | 'order?';

const FOLLOWING = new Set(['doCapture', 'doRefund', 'doReset', 'doReAuthorization']);

function wrongIn({ name, message }: Call): Wrong | undefined {
  const parts = TAKING[name];
  if (!parts) return undefined;
  const own = [
    ...(FOLLOWING.has(name) ? rules.following : []),
    ...(name === 'doReset' ? rules.reset : []),
  ];
  const found = broken(own, message, '');
  if (found) return found;
  for (const part of parts) {
    const wrong = wrongPart(part, message);
    if (wrong) return wrong;
  }
  return undefined;
}

function wrongPart(part: Part, message: Values): Wrong | undefined {
  const field = part === 'order?' ? 'order' : part;
  const given = message[field];
  if (given === undefined || given === null) {
    return part === 'order?' ? undefined : { field, why: 'is needed' };
  }
  if (!isObject(given)) return { field, why: 'is no object' };
  return (
    broken(rules[field], given, `${field}.`) ?? (field === 'order' ? wrongItem(given) : undefined)
  );
}

const MOST_ITEMS = 100;

function wrongItem({ details }: Values): Wrong | undefined {
  const items: unknown = isObject(details) ? details['details'] : undefined;
  if (!Array.isArray(items)) return undefined;
  const field = 'order.details.details';
  if (items.length > MOST_ITEMS) return { field, why: `has more than ${MOST_ITEMS} items` };
  for (const [at, item] of items.entries()) {
    const wrong = isObject(item) ? broken(rules.item, item, `${field}.${at}.`) : undefined;
    if (wrong) return wrong;
  }
  return undefined;
}

function broken(all: readonly Rule[], values: Values, prefix: string): Wrong | undefined {
  const found = all.find((rule) => rule.isBroken(values));
  return found && { field: `${prefix}${found.field}`, why: found.why };
}
