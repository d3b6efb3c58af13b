import type { UtickOperations } from '#contracts/utick/index.ts';
import type { Instant } from '#kernel/instant.ts';
import { parseInstant } from '#kernel/instant.ts';
import { done } from '#kernel/outcome.ts';
import type { Request } from '#kit/operation.ts';
import type { ContactEdit, ListContacts } from '#mocks/utick/domain/contact-behaviours.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import { given, invalid, pageOf, sent, type Parsed } from './commands.ts';
import { orderNumberOf } from './mapping.ts';

type MessageOf<N extends keyof UtickOperations> = Request<UtickOperations[N]>;

export function listContactsCommand(
  message: MessageOf<'listContacts'>,
  settings: UtickSettings,
): Parsed<ListContacts> {
  const page = pageOf(message, settings);
  if (!page.ok) return page;
  const reference = given(message.orderreference);
  return done({
    ...page.value,
    lastName: given(message.lastname),
    email: given(message.email),
    postalCode: given(textOf(message.postalcode)),
    orderNumber: reference === undefined ? undefined : orderNumberOf(reference),
  });
}

/**
 * `label` and `id` are the vendor's own, so they are not read. `language` is the contact's here,
 * never that of the answer: the SDK sends the contact's over its own.
 */
export function contactEdit(
  message: MessageOf<'createContact'> | MessageOf<'updateContact'>,
): Parsed<ContactEdit> {
  if (message.lastname === '') return invalid('/lastname', 'This must not be empty.', 'minLength');
  const born = birthDateOf(message.birthdate);
  if (!born.ok) return born;
  return done({
    fields: sent({
      firstName: message.firstname,
      lastName: message.lastname,
      email: message.email,
      mobilePhone: message.mobilephone,
      language: message.language,
    }),
    address: sent({
      line1: message.addressl1,
      line2: message.addressl2,
      postalCode: textOf(message.postalcode),
      city: message.city,
      country: message.country,
    }),
    details: {
      ...sent({
        nationality: message.nationality,
        companyName: message.companyname,
        companyFunction: message.companyfunction,
        vatNumber: message.vatnumber,
      }),
      ...born.value,
    },
  });
}

/** Absent: as it was. Empty or null: not known. */
function birthDateOf(
  text: string | null | undefined,
): Parsed<{ readonly bornAt?: Instant | undefined }> {
  if (text === undefined) return done({});
  if (text === null || text === '') return done({ bornAt: undefined });
  const bornAt = parseInstant(text);
  if (bornAt !== undefined) return done({ bornAt });
  return invalid('/birthdate', 'This is not a date and time with a zone.', 'format');
}

const textOf = (value: string | number | undefined): string | undefined =>
  value === undefined ? undefined : String(value);
