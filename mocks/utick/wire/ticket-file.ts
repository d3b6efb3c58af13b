import type { Links } from '#wire/vendor.ts';

/** A sheet to print, or a narrow page for a telephone. */
export type TicketLayout = 'sheet' | 'mobile';

const endings = { sheet: '.pdf', mobile: '.mobile.pdf' } as const;

export const ticketUrl = (orderId: string, layout: TicketLayout, links: Links): string =>
  links.personal(`/tickets/${encodeURIComponent(orderId)}${endings[layout]}`);

/** What the last part of such a URL names. */
export function ticketFileOf(
  file: string,
): { readonly orderId: string; readonly layout: TicketLayout } | undefined {
  const [, orderId, mobile] = /^(.+?)(\.mobile)?\.pdf$/.exec(file) ?? [];
  return orderId === undefined ? undefined : { orderId, layout: mobile ? 'mobile' : 'sheet' };
}
