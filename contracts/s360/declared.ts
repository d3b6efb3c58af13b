import { declared } from './operation.ts';
import { services } from './services.ts';

const { accessControl, availability, campaigns, exports, history, payments } = services;
const { seating, setup, shipments } = services;

/** Services of the vendor that this double only knows by name. */
export const otherServices = {
  AvailabilityService: {
    getEventAvailability: declared(availability, 'getEventAvailability', 'Places left.'),
    getUpdatedAvailabilities: declared(
      availability,
      'getUpdatedAvailabilities',
      'Products whose availability changed since a date.',
    ),
    getProductAvailability: declared(
      availability,
      'getProductAvailability',
      'Places left of passes and simple products.',
    ),
    getPerformanceAvailability: declared(
      availability,
      'getPerformanceAvailability',
      'Places left of a performance.',
    ),
    getSeatsAvailability: declared(availability, 'getSeatsAvailability', 'Free seats.'),
    getAvailableThemeAndLanguage: declared(
      availability,
      'getAvailableThemeAndLanguage',
      'Themes and languages of guided visits.',
    ),
  },
  ExternalOrderHistoryService: {
    listTicketsByCriteria: declared(history, 'listTicketsByCriteria', 'Tickets of a product.'),
    countFilesByCriteria: declared(history, 'countFilesByCriteria', 'How many files fit.'),
  },
  ExternalPaymentService: {
    cancelPayment: declared(payments, 'cancelPayment', 'Cancels payments.'),
    checkPayment: declared(payments, 'checkPayment', 'Looks at payments.'),
  },
  SetupService: {
    listSeasons: declared(setup, 'listSeasons', 'Seasons.'),
    searchProductsByCriteria: declared(setup, 'searchProductsByCriteria', 'Products, in pages.'),
    listVatCodes: declared(setup, 'listVatCodes', 'VAT codes.'),
    listAudienceSubCategories: declared(
      setup,
      'listAudienceSubCategories',
      'Audience sub-categories of a season.',
    ),
    listPriceLevels: declared(setup, 'listPriceLevels', 'Price levels of a season.'),
    createOrUpdateProduct: declared(setup, 'createOrUpdateProduct', 'Creates a product.'),
    createOrUpdatePerformance: declared(
      setup,
      'createOrUpdatePerformance',
      'Creates a performance.',
    ),
    getProductDetails: declared(setup, 'getProductDetails', 'One product.'),
    deleteNonValidatedProduct: declared(
      setup,
      'deleteNonValidatedProduct',
      'Deletes a product that was never on sale.',
    ),
    listActivities: declared(setup, 'listActivities', 'Activities.'),
  },
  ExternalSeatingService: {
    doSeatingForOperations: declared(seating, 'doSeatingForOperations', 'Chooses seats.'),
  },
  ShipmentPublicService: {
    getAvailableShipmentModes: declared(shipments, 'getAvailableShipmentModes', 'Shipment modes.'),
    changeShipmentMode: declared(shipments, 'changeShipmentMode', 'Changes how tickets are sent.'),
  },
  ExternalAccessControlService: {
    getTimeZone: declared(accessControl, 'getTimeZone', 'The time zone.'),
    getAccessControlCatalog: declared(
      accessControl,
      'getAccessControlCatalog',
      'What there is to control.',
    ),
    exportList: declared(accessControl, 'exportList', 'Bar codes to let in or keep out.'),
    getControlledTicket: declared(accessControl, 'getControlledTicket', 'One ticket.'),
    importControlledTicket: declared(
      accessControl,
      'importControlledTicket',
      'Tells which tickets were controlled.',
    ),
    burnTicket: declared(accessControl, 'burnTicket', 'Lets a ticket in, once.'),
  },
  ExternalCampaignService: {
    createOrUpdateTarget: declared(campaigns, 'createOrUpdateTarget', 'Creates a target group.'),
    getCampaignTargetDetails: declared(campaigns, 'getCampaignTargetDetails', 'A target group.'),
  },
  DataExportService: {
    executeExport: declared(exports, 'executeExport', 'Runs an export.'),
    flagItems: declared(exports, 'flagItems', 'Marks what was exported.'),
  },
} as const;
