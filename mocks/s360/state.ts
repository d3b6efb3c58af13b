import type { Draft } from '#kernel/draft.ts';
import { many, table } from '#kernel/table-spec.ts';
import { areaKey, type Capacity, type Seat } from './domain/capacity.ts';
import type {
  AudienceCategory,
  AudienceSubCategory,
  Catalogue,
  Item,
  Performance,
  PriceLevel,
  Product,
  Season,
} from './domain/catalogue.ts';
import type { Contact } from './domain/contact.ts';
import type {
  Charge,
  Contingent,
  Institution,
  Operator,
  PaymentMethod,
  PointOfSales,
  SalesChannel,
  Space,
  VatCode,
} from './domain/institution.ts';
import type { File, Movement, Operation, Order, Payment } from './domain/order.ts';
import type {
  BarCodeDelay,
  Meter,
  NextValues,
  Numbering,
  Pending,
  Replay,
  Slowness,
} from './domain/serving.ts';

/** Rows are listed by their institution, in the order of the data set. */
const ofInstitution = <R extends { readonly institutionId: string; readonly rank: number }>() =>
  many<R>(
    (row) => row.institutionId,
    (row) => row.rank,
  );

const ofSeason = <R extends { readonly seasonId: string; readonly rank: number }>() =>
  many<R>(
    (row) => row.seasonId,
    (row) => row.rank,
  );

export const tables = {
  institutions: table<Institution>()({}),
  operators: table<Operator>()({}),
  salesChannels: table<SalesChannel>()({}),
  pointsOfSales: table<PointOfSales>()({ byInstitution: ofInstitution<PointOfSales>() }),
  contingents: table<Contingent>()({}),
  vatCodes: table<VatCode>()({}),
  charges: table<Charge>()({ byInstitution: ofInstitution<Charge>() }),
  paymentMethods: table<PaymentMethod>()({ byInstitution: ofInstitution<PaymentMethod>() }),
  spaces: table<Space>()({ byInstitution: ofInstitution<Space>() }),
  contacts: table<Contact>()({
    /** `MOSA marianne.lecomte@example.com` */
    byEmail: many(({ institutionId, email }) => emailKey(institutionId, email)),
    byLogin: many(({ institutionId, login = '' }) => emailKey(institutionId, login)),
  }),

  /** By the institution's code. */
  catalogues: table<Catalogue>()({}),
  seasons: table<Season>()({ byInstitution: ofInstitution<Season>() }),
  priceLevels: table<PriceLevel>()({ bySeason: ofSeason<PriceLevel>() }),
  audienceCategories: table<AudienceCategory>()({ bySeason: ofSeason<AudienceCategory>() }),
  audienceSubCategories: table<AudienceSubCategory>()({
    byCategory: many(
      (sub) => sub.categoryId,
      (sub) => sub.rank,
    ),
  }),
  products: table<Product>()({ bySeason: ofSeason<Product>() }),
  items: table<Item>()({ byProduct: many((item) => item.productId) }),
  performances: table<Performance>()({
    byProduct: many(
      (showing) => showing.productId,
      (showing) => showing.rank,
    ),
  }),
  /** By `placesId` or `unitsId`. */
  capacities: table<Capacity>()({}),
  seats: table<Seat>()({
    free: many(
      (seat) => (seat.movementId === undefined ? seat.capacityId : undefined),
      (seat) => seat.rank,
    ),
    freeByArea: many(
      (seat) => (seat.movementId === undefined ? areaKey(seat.capacityId, seat.areaId) : undefined),
      (seat) => seat.rank,
    ),
  }),

  files: table<File>()({}),
  orders: table<Order>()({
    byFile: many(
      (order) => order.fileIds,
      (order) => Number(order.id),
    ),
  }),
  operations: table<Operation>()({
    byOrder: many(
      (operation) => operation.orderId,
      (operation) => operation.number,
    ),
  }),
  movements: table<Movement>()({
    byOperation: many(
      (movement) => movement.operationId,
      (movement) => movement.rank,
    ),
  }),
  payments: table<Payment>()({
    byOrder: many(
      (payment) => payment.orderId,
      (payment) => Number(payment.id),
    ),
  }),

  numberings: table<Numbering>()({}),
  nextValues: table<NextValues>()({}),
  slowServices: table<Slowness>()({}),
  pending: table<Pending>()({}),
  meters: table<Meter>()({}),
  barCodeDelays: table<BarCodeDelay>()({}),
  /** By institution, operation and request id. */
  replays: table<Replay>()({}),
};

export type S360Tables = typeof tables;
export type S360Draft = Draft<S360Tables>;

export const emailKey = (institutionId: string, email: string): string | undefined =>
  email === '' ? undefined : `${institutionId} ${email.toLowerCase()}`;

export { placesId, seatRowId } from './domain/capacity.ts';
export type { Performance, Product, Seat };
