import { Type, type Static, type TSchema } from '@sinclair/typebox';
import {
  described,
  IntegerLike,
  evidence,
  minted,
  OneOf,
  sensitive,
  ZonedDateTime,
} from '#kit/types.ts';

/** The credentials travel in the body of every call, on GET and DELETE too. */
export const AUTH = {
  publickey: Type.Optional(
    evidence('public', Type.String({ description: 'Public key of the application.' })),
  ),
  timestamp: Type.Optional(
    minted(
      evidence(
        'public',
        Type.String({ description: 'When the caller signed, ISO 8601 with zone.' }),
      ),
    ),
  ),
  signature: Type.Optional(
    sensitive(
      minted(
        evidence(
          'public',
          Type.String({
            description:
              'Lower-case hex of HMAC-SHA256 over public key and timestamp, keyed with the private key.',
          }),
        ),
      ),
    ),
  ),
  username: Type.Optional(evidence('public', Type.String({ description: 'Free user label.' }))),
  language: Type.Optional(
    evidence('public', Type.String({ description: 'Language of the answer: fr, nl, de or en.' })),
  ),
} as const;

/** Pages of a list. Values above 200 are clamped, so the schema sets no maximum. */
export const PAGE = {
  limit: Type.Optional(described('Number of records, 200 at most.', IntegerLike)),
  offset: Type.Optional(described('Record to start at.', IntegerLike)),
  entry_count: Type.Optional(
    evidence('inferred', described('Older name of `limit`.', IntegerLike)),
  ),
  entry_start: Type.Optional(
    evidence('inferred', described('Older name of `offset`.', IntegerLike)),
  ),
} as const;

const surroundings = {
  environment: OneOf(['test', 'prod']),
  api_version: Type.Literal(1),
  datetime: ZonedDateTime,
  cached: Type.Boolean(),
  status_code: Type.Integer({ description: 'Same number as the HTTP status.' }),
  language: Type.String(),
} as const;

/** The vendor's envelope around a payload; key order is the order on the wire. */
export const answered = <T extends TSchema>(result: T) =>
  Type.Object(
    {
      success: Type.Literal(true),
      response: result,
      ...surroundings,
      error: Type.Optional(evidence('public', Type.Null())),
    },
    { additionalProperties: false },
  );

export const RefusalError = Type.Object(
  {
    code: evidence('inferred', Type.Integer({ description: 'Same number as the HTTP status.' })),
    message: Type.String(),
  },
  { additionalProperties: false },
);

/** The answer when the vendor says no. */
export const Refusal = Type.Object(
  {
    success: Type.Literal(false),
    response: Type.Null(),
    ...surroundings,
    error: RefusalError,
  },
  { additionalProperties: false, title: 'Refusal' },
);
export interface Refusal extends Static<typeof Refusal> {}
