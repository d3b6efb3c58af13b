import { Type, type Static } from '@sinclair/typebox';
import { OneOf } from '#kit/types.ts';
import {
  delayBarCodes,
  grantWaitingAccount,
  setAbandonDelay,
  setAvailability,
  setSaleState,
  slowDown,
} from './domain/back-office.ts';
import type { S360Draft } from './state.ts';

const closed = { additionalProperties: false } as const;

/** Ids are numbers on the wire and texts in data sets: both are taken. */
const Id = (description: string) => Type.Union([Type.String(), Type.Integer()], { description });
const idOf = (id: string | number): string => String(id);
const maybeId = (id: string | number | undefined): string | undefined =>
  id === undefined ? undefined : idOf(id);

const SetAbandonDelay = Type.Object(
  {
    salesChannelId: Id('Sales channel whose idle orders it is about.'),
    delay: Type.Integer({ minimum: 1, description: 'In the unit of orderAbandonDelay.' }),
  },
  closed,
);
const GrantWaitingAccount = Type.Object(
  {
    contactNumber: Id('Contact that may pay on account.'),
    granted: Type.Optional(Type.Boolean({ description: 'False takes it away again.' })),
  },
  closed,
);
const OnSale = Type.Object({ id: Id('A product, or one performance.') }, closed);
const OffSale = Type.Object(
  {
    id: Id('A product, or one performance.'),
    state: Type.Optional(
      OneOf(['suspended', 'closed', 'cancelled'], { description: 'Suspended when absent.' }),
    ),
  },
  closed,
);
const SetAvailability = Type.Object(
  {
    itemId: Type.Optional(Id('Item that has no dates.')),
    performanceId: Type.Optional(Id('Performance, with its seat category.')),
    seatCategoryId: Type.Optional(Id('Seat category at the performance.')),
    contingentId: Id('Quota that it is about.'),
    free: Type.Integer({ minimum: 0, description: 'Places left from now on.' }),
  },
  closed,
);
const SlowDown = Type.Object(
  {
    service: OneOf([
      'CatalogService',
      'ExternalOrderFacade',
      'ExternalOrderService',
      'ContactInformationPublicService',
    ]),
    calls: Type.Integer({ minimum: 0, description: 'How many calls are answered in_progress.' }),
  },
  closed,
);
const DelayBarCodes = Type.Object(
  {
    institution: Type.Optional(Type.String({ description: 'Its code; MOSA when absent.' })),
    seconds: Type.Integer({ minimum: 0, maximum: 86_400 }),
  },
  closed,
);

/** What the institution does behind the counter. */
export const actions = {
  'set-abandon-delay': {
    summary: 'Changes how long an order of a sales channel may be idle.',
    parameters: SetAbandonDelay,
    evidence: 'documented',
    run: (draft: S360Draft, { salesChannelId, delay }: Static<typeof SetAbandonDelay>) =>
      setAbandonDelay(draft, { salesChannelId: idOf(salesChannelId), delay }),
  },
  'grant-waiting-account': {
    summary: 'Lets a contact pay on account, or no longer.',
    parameters: GrantWaitingAccount,
    evidence: 'documented',
    run: (draft: S360Draft, asked: Static<typeof GrantWaitingAccount>) => {
      const { contactNumber, granted = true } = asked;
      return grantWaitingAccount(draft, { number: idOf(contactNumber), granted });
    },
  },
  'put-on-sale': {
    summary: 'A product or a performance runs.',
    parameters: OnSale,
    evidence: 'public',
    run: (draft: S360Draft, { id }: Static<typeof OnSale>) =>
      setSaleState(draft, { id: idOf(id), state: 'running' }),
  },
  'take-off-sale': {
    summary: 'A product or a performance is suspended, closed or cancelled.',
    parameters: OffSale,
    evidence: 'public',
    run: (draft: S360Draft, { id, state = 'suspended' }: Static<typeof OffSale>) =>
      setSaleState(draft, { id: idOf(id), state }),
  },
  'set-availability': {
    summary: 'Changes how many places, or units of an item, are left in a contingent.',
    parameters: SetAvailability,
    evidence: 'guess',
    run: (draft: S360Draft, asked: Static<typeof SetAvailability>) =>
      setAvailability(draft, {
        itemId: maybeId(asked.itemId),
        performanceId: maybeId(asked.performanceId),
        seatCategoryId: maybeId(asked.seatCategoryId),
        contingentId: idOf(asked.contingentId),
        free: asked.free,
      }),
  },
  'slow-down': {
    summary: 'The next calls of a service are answered in_progress.',
    parameters: SlowDown,
    evidence: 'public',
    run: (draft: S360Draft, asked: Static<typeof SlowDown>) => slowDown(draft, asked),
  },
  'delay-bar-codes': {
    summary: 'Changes how long bar codes take from the closing of an order on.',
    parameters: DelayBarCodes,
    evidence: 'inferred',
    run: (draft: S360Draft, { institution = 'MOSA', seconds }: Static<typeof DelayBarCodes>) =>
      delayBarCodes(draft, { institutionId: institution, seconds }),
  },
} as const;
