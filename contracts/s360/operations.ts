import type { Operations } from '#kit/operation.ts';
import { auth } from './auth-operations.ts';
import { catalogue } from './catalogue-operations.ts';
import { contacts } from './contact-operations.ts';
import { otherServices } from './declared.ts';
import { facade, orderService } from './order-operations.ts';

const others = otherServices;

/** Described, and decided by nothing yet. */
const pending = <O extends Operations>(operations: O) =>
  // The same names, each with the mark.
  Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [name, { ...operation, notBuilt: true }]),
  ) as { readonly [N in keyof O]: O[N] & { readonly notBuilt: true } };

/** By service, as the vendor groups them. */
export const operationsByService = {
  CatalogService: catalogue,
  ExternalOrderFacade: pending(facade),
  ExternalOrderService: pending(orderService),
  ContactInformationPublicService: pending(contacts),
  ...otherServices,
} as const;

export const operations = {
  ...auth,
  ...catalogue,
  ...pending(facade),
  ...pending(orderService),
  ...pending(contacts),
  ...others.AvailabilityService,
  ...others.ExternalOrderHistoryService,
  ...others.ExternalPaymentService,
  ...others.SetupService,
  ...others.ExternalSeatingService,
  ...others.ShipmentPublicService,
  ...others.ExternalAccessControlService,
  ...others.ExternalCampaignService,
  ...others.DataExportService,
} as const;
