import { auth } from './auth-operations.ts';
import { catalogue } from './catalogue-operations.ts';
import { contacts } from './contact-operations.ts';
import { otherServices } from './declared.ts';
import { facade, orderService } from './order-operations.ts';

const others = otherServices;

/** By service, as the vendor groups them. */
export const operationsByService = {
  CatalogService: catalogue,
  ExternalOrderFacade: facade,
  ExternalOrderService: orderService,
  ContactInformationPublicService: contacts,
  ...otherServices,
} as const;

export const operations = {
  ...auth,
  ...catalogue,
  ...facade,
  ...orderService,
  ...contacts,
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
