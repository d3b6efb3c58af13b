import type { Address } from '#mocks/utick/domain/contact.ts';

interface Addressed {
  readonly address?: string;
  readonly address2?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly country?: string;
}

export const addressOf = (one: Addressed): Address => ({
  line1: one.address ?? '',
  line2: one.address2 ?? '',
  postalCode: one.postalCode ?? '',
  city: one.city ?? '',
  country: one.country ?? '',
});
