import { createSosie, type SandboxHandle, type Sosie } from '#server/index.ts';
import { s360, type S360Answer } from '../../support/s360.ts';
import { NOON, NOON_INSTANT } from '../../support/utick.ts';

export interface WireOperation {
  readonly operationId: number;
  readonly type: string;
  readonly kind?: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly totalAmount: number;
  readonly withoutVatTotalAmount: number;
  readonly itemId?: number;
  readonly audienceSubCategoryId?: number;
  readonly operationNumber: number;
  readonly fileId: number;
  readonly waitingAccountBalance: number;
  readonly product: string;
}
export interface WireMovement {
  readonly movementId: number;
  readonly operationId: number;
  readonly instanceNumber: number;
  readonly type?: string;
  readonly seatId?: number;
  readonly areaId?: number;
  readonly barcode?: string;
  readonly ticketId?: number;
}
export interface WireUpdate {
  readonly orderId: number;
  readonly orderState?: string;
  readonly operationDataUpdates: readonly WireOperation[];
  readonly removeOperationIds: readonly number[];
  readonly movementDataUpdates: readonly WireMovement[];
  readonly removeMovementIds: readonly number[];
  readonly mainOperationId?: number;
  readonly orderSecretId: string;
}
export interface WireDetails {
  readonly orderState: string;
  readonly expirationDate?: string;
  readonly saleAmount: number;
  readonly preSaleAmount: number;
  readonly waitingAccountBalanceAmount: number;
  readonly contactReference?: string;
  readonly operationDatas: readonly WireOperation[];
  readonly movementDatas: readonly WireMovement[];
  readonly linkOperationDatas?: readonly { operationId: number; linkedOperationId: number }[];
}

type Fields = object;
type Answer<T> = S360Answer<
  T & { readonly expectedException?: boolean; readonly requestId?: number }
>;

const ORDERS = 'externalOrderService/v1_33';

/** Ids of the demo data. */
export const WEB = 10228166972627;
export const DESK = 466653735;
export const ARENA = 10228231100021;
export const ADULT = 306159078;
export const CHILD = 306159079;
export const VIP = 466638397;
export const AUDIO = 466638500;
export const EXPO = { performanceId: 101036924388, seatCategoryId: 466681816 };
export const LAST = { performanceId: 101036924389, seatCategoryId: 466681817 };
export const MATCH = { performanceId: 10228231200003, seatCategoryId: 10228231200011 };
export const FULL = 306259078;

export const pass = (quantity = 1, more: Fields = {}): Fields => ({
  audienceSubCategoryId: ADULT,
  quantity,
  itemId: VIP,
  ...more,
});

export const places = (of: Fields, quantity = 1, more: Fields = {}): Fields => ({
  operationAttributions: [{ audienceSubCategoryId: ADULT, quantity, ...of }],
  ...more,
});

/** Calls the demo museum over REST; the host's clock is the sandbox's. */
export class Museum {
  readonly sosie: Sosie;
  readonly sandbox: SandboxHandle;
  operator = 'MOSA_B2C';

  constructor(sosie: Sosie, sandbox: SandboxHandle) {
    this.sosie = sosie;
    this.sandbox = sandbox;
  }

  async call<T>(path: string, body: Fields, module = 'tnseb'): Promise<Answer<T>> {
    const { operator } = this;
    const sandbox = this.sandbox.name;
    return s360(this.sosie, {
      path,
      body: { ...body },
      module,
      operator,
      sandbox,
      at: NOON_INSTANT,
    });
  }

  update(body: Fields): Promise<Answer<{ readonly orderUpdateData: WireUpdate }>> {
    const path = 'externalOrderFacade/v1_33/createOrUpdateOrder';
    return this.call(path, { pointOfSalesId: WEB, ...body });
  }

  /** What a call answers that has to succeed. */
  async updated(body: Fields): Promise<WireUpdate> {
    const answer = await this.update(body);
    return succeeded(answer).orderUpdateData;
  }

  buy(...simpleProductOperations: readonly Fields[]): Promise<WireUpdate> {
    return this.updated({ simpleProductOperations });
  }

  close(orderId: number, more: Fields = {}): Promise<Answer<{ readonly orderData: WireUpdate }>> {
    return this.call(`${ORDERS}/closeOrder`, { orderId, generateBarCodes: true, ...more });
  }

  async details(orderId: number): Promise<WireDetails> {
    const path = `${ORDERS}/getOrderDetails`;
    const answer = await this.call<{ orderDetailsData: WireDetails }>(path, { orderId });
    return succeeded(answer).orderDetailsData;
  }

  on(method: string, body: Fields): Promise<Answer<{ readonly orderUpdateData?: WireUpdate }>> {
    return this.call(`${ORDERS}/${method}`, body);
  }

  async free({ performanceId, seatCategoryId }: typeof EXPO): Promise<number> {
    const id = `${performanceId}/${seatCategoryId}/466646159`;
    const row = this.sandbox.row('s360', 'capacities', id) as unknown as {
      total: number;
      elsewhere: number;
      taken: number;
    };
    return row.total - row.elsewhere - row.taken;
  }

  fileState(id: number): unknown {
    const row = this.sandbox.row('s360', 'files', String(id));
    return (row as unknown as { readonly state: string }).state;
  }
}

export function succeeded<T>({ body }: S360Answer<T>): T {
  if (body.statusCode !== 'success') throw new Error(`${body.statusCode}: ${body.statusDetail}`);
  return body;
}

let shared: Promise<Sosie> | undefined;
let opened = 0;

/** A sandbox of its own, in one sosie for all tests of a file: the demo data is read once. */
export async function openMuseum(settings: Fields = {}): Promise<Museum> {
  shared ??= createSosie({ clock: NOON, hardened: true });
  const sosie = await shared;
  opened += 1;
  const sandbox = await sosie.sandboxes.create({ name: `museum-${opened}`, clock: NOON });
  await sandbox.settings.set('s360', settings as Record<string, string>);
  return new Museum(sosie, sandbox);
}
