import type { Evidence } from '#kit/operation.ts';

/** One of the vendor's web services: over SOAP and over REST the same operations. */
export interface Service {
  readonly name: string;
  /** First segment of its paths. */
  readonly module: 'tnseb' | 'tnco' | 'tnai' | 'tnci' | 'tnpsb';
  /** Of its SOAP path. */
  readonly javaPackage: string;
  /** Of its REST paths. */
  readonly restName: string;
  /** Those that answer, the latest first. REST is there for the latest only. */
  readonly versions: readonly [string, ...(readonly string[])];
  /** Whether its XML namespace ends with a slash. */
  readonly slash: boolean;
  readonly evidence: Evidence;
}

const realtime = (name: string, javaPackage: string, more: Partial<Service> = {}): Service => ({
  name,
  module: 'tnseb',
  javaPackage: `com.secutix.service.realtime.${javaPackage}`,
  restName: `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  versions: ['v1_33'],
  slash: false,
  evidence: 'public',
  ...more,
});

/** The vendor freezes versions; those its documents and clients name are served alike. */
const ORDERS = ['v1_33', 'v1_27', 'v1_26', 'v1_23'] as const;
const CATALOGUE = [...ORDERS, 'v1_18', 'v1_17', 'v1_16'] as const;
const CONTACTS = ['v2_21', 'v2_14', 'v2_13', 'v2_12', 'v2_11', 'v2_10', 'v2_9', 'v2_8'] as const;

export const services = {
  catalogue: realtime('CatalogService', 'catalog', { versions: CATALOGUE }),
  orderFacade: realtime('ExternalOrderFacade', 'externalorder', { versions: ORDERS }),
  orders: realtime('ExternalOrderService', 'externalorder', { versions: ORDERS }),
  contacts: realtime('ContactInformationPublicService', '', {
    module: 'tnco',
    javaPackage: 'com.secutix.service.contact',
    versions: CONTACTS,
    slash: true,
  }),
  availability: realtime('AvailabilityService', 'availability'),
  history: realtime('ExternalOrderHistoryService', 'history', { versions: ['v1_34', 'v1_33'] }),
  payments: realtime('ExternalPaymentService', 'externalpayment'),
  setup: realtime('SetupService', 'catalog', { versions: ['v1_33', 'v1_20'] }),
  seating: realtime('ExternalSeatingService', 'seat', { versions: ['v1_0'] }),
  shipments: realtime('ShipmentPublicService', '', {
    module: 'tnpsb',
    javaPackage: 'com.secutix.facade.shipment',
    versions: ['v1_18', 'v1_17', 'v1_16'],
    slash: true,
  }),
  accessControl: realtime('ExternalAccessControlService', '', {
    module: 'tnci',
    javaPackage: 'com.secutix.facade.control',
    versions: ['v1_6', 'v1_5'],
    slash: true,
  }),
  campaigns: realtime('ExternalCampaignService', '', {
    module: 'tnco',
    javaPackage: 'com.secutix.service.campaign',
    versions: ['v1_0'],
    slash: true,
  }),
  exports: realtime('DataExportService', '', {
    module: 'tnai',
    javaPackage: 'com.secutix.service.export',
    versions: ['v1_0'],
    slash: true,
  }),
} as const satisfies Readonly<Record<string, Service>>;

/** RPC: one path a method. */
export const restPath = ({ module, restName, versions }: Service, method: string): string =>
  `/${module}/backend-apis/${restName}/${versions[0]}/${method}`;

export const soapPath = ({ module, javaPackage, name }: Service): string =>
  `/${module}/external-remoting/${javaPackage}.{version}.${name}.webservice`;

export const soapNamespace = ({ name, slash }: Service): string =>
  `http://{version}.${name}.service.secutix.com${slash ? '/' : ''}`;
