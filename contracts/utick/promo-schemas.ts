import { Type, type Static } from '@sinclair/typebox';
import { described, evidence, Id, List, Nullable, ZonedDateTime } from '#kit/types.ts';
import { ProductCategory, Ticket } from './schemas.ts';

const closed = { additionalProperties: false } as const;

export const PromoDiscount = Type.Object(
  {
    value: Type.String({ description: 'Whole cents, as text.' }),
    percentage: Type.String({ description: 'Hundredths of a percent, as text: 1000 is 10 %.' }),
  },
  { ...closed, title: 'PromoDiscount' },
);
export interface PromoDiscount extends Static<typeof PromoDiscount> {}

export const PromoCode = Type.Object(
  {
    id: Id,
    label: Type.String({ description: 'What the customer types.' }),
    created: ZonedDateTime,
    description: Type.String(),
    message: Type.Optional(evidence('public', Type.String())),
    starttime: described('From when on it is valid.', ZonedDateTime),
    endtime: described('Null: it stays valid.', Nullable(ZonedDateTime)),
    typeid: Type.Integer({ description: '100 Discount, 300 Price reveal.' }),
    capacity_total: Type.Integer({ description: 'Uses in total.' }),
    capacity_free: Type.Integer({ description: 'Uses left.' }),
    discount: PromoDiscount,
    product_category: Type.Optional(
      described('Present when it applies to this category only.', Nullable(ProductCategory)),
    ),
  },
  { ...closed, title: 'PromoCode' },
);
export interface PromoCode extends Static<typeof PromoCode> {}

export const TicketSet = Type.Object(
  { stockid: Id, tickets: List(Ticket) },
  { ...closed, title: 'TicketSet' },
);
export interface TicketSet extends Static<typeof TicketSet> {}

export const TicketPdf = Type.Object(
  {
    ticket_url: Type.String({ format: 'uri' }),
    mobile_ticket_url: Type.String({ format: 'uri' }),
  },
  { ...closed, title: 'TicketPdf' },
);
export interface TicketPdf extends Static<typeof TicketPdf> {}

export const Counter = Type.Object(
  { id: Id, label: Type.String() },
  { ...closed, title: 'Counter' },
);
export interface Counter extends Static<typeof Counter> {}

export const PlanCategory = Type.Object(
  {
    id: Id,
    label: Type.String(),
    description: Type.String(),
    color: Type.String(),
    seatids: described('Seats that are still free.', List(Id)),
  },
  { ...closed, title: 'PlanCategory' },
);
export interface PlanCategory extends Static<typeof PlanCategory> {}
