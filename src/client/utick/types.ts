import type { Request, Result } from '#kit/operation.ts';
import type * as shapes from '#contracts/utick/index.ts';
import type { UtickOperations } from '#contracts/utick/index.ts';
import type { Answer, VendorFailure } from '../answer.ts';

export type UtickOperation = keyof UtickOperations;

/** What the client adds to each call itself. */
type Credential = 'publickey' | 'timestamp' | 'signature';

/** Of an operation that is known by name only, the contract does not say what it takes. */
interface Undescribed {
  readonly [field: string]: unknown;
}

/** What an operation is called with: the parts of its path, its filters, its fields. */
export type UtickMessage<Op extends UtickOperation> = UtickOperations[Op] extends {
  readonly notBuilt: true;
}
  ? Undescribed
  : Fields<Request<UtickOperations[Op]>>;

/** Inferred once more, so that an editor writes the fields out. */
type Fields<Message> = Message extends infer Given
  ? { [Field in keyof Given as Exclude<Field, Credential>]: Named<Given[Field]> }
  : never;

/** What an operation answers, without the vendor's envelope. */
export type UtickResult<Op extends UtickOperation> = Named<Result<UtickOperations[Op]>>;

/** Utick says no. */
export interface UtickFailure extends VendorFailure {
  /** The same number as the status; the vendor's own list of codes is not known. */
  readonly code: number;
  readonly message: string;
  /** `status_code` of the envelope. HTTP's own may be 200 all the same. */
  readonly status: number;
}

export type UtickAnswer<T> = Answer<T, UtickFailure>;

/** With these an editor shows `Order` where it would list fourteen fields. */
interface Shapes {
  readonly application: shapes.Application;
  readonly attraction: shapes.Attraction;
  readonly contact: shapes.Contact;
  readonly counter: shapes.Counter;
  readonly event: shapes.Event;
  readonly order: shapes.Order;
  readonly pack: shapes.Pack;
  readonly packDetails: shapes.PackDetails;
  readonly payment: shapes.Payment;
  readonly paymentMethod: shapes.PaymentMethod;
  readonly planCategory: shapes.PlanCategory;
  readonly product: shapes.Product;
  readonly promoCode: shapes.PromoCode;
  readonly stock: shapes.Stock;
  readonly stockRequest: shapes.StockRequest;
  readonly ticketPdf: shapes.TicketPdf;
  readonly ticketSet: shapes.TicketSet;
  readonly timeSlot: shapes.TimeSlot;
  readonly venue: shapes.Venue;
}

type Named<T> = T extends readonly (infer Item)[] ? readonly NameOf<Item>[] : NameOf<T>;

type NameOf<T> = OrItself<
  T,
  {
    [Shape in keyof Shapes]: IsSame<T, Shapes[Shape]> extends true ? Shapes[Shape] : never;
  }[keyof Shapes]
>;

type OrItself<T, Name> = [Name] extends [never] ? T : Name;

type IsSame<One, Other> = [One, Other] extends [Other, One] ? true : false;
