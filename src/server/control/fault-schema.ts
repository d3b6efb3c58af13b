import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { FreeObject, OneOf } from '#kit/types.ts';

const closed = { additionalProperties: false } as const;
const Milliseconds = Type.Number({ minimum: 0, maximum: 600_000, description: 'Real ones.' });

const HeaderValue = Type.String({ minLength: 1, pattern: '^[\\t\\x20-\\x7e]*$' });

const bare = <K extends string>(kind: K, description: string) =>
  Type.Object({ kind: Type.Literal(kind) }, { ...closed, description });

/** What happens to a call, by the word under `kind`. */
export const faultActions = {
  latency: Type.Object(
    {
      kind: Type.Literal('latency'),
      ms: Type.Optional(Milliseconds),
      uniform: Type.Optional(
        Type.Unsafe<readonly [number, number]>(
          Type.Array(Milliseconds, { minItems: 2, maxItems: 2, description: 'Least and most.' }),
        ),
      ),
      lognormal: Type.Optional(
        Type.Object({ median: Milliseconds, sigma: Type.Number({ minimum: 0 }) }, closed),
      ),
    },
    { ...closed, description: 'The call waits: exactly one of ms, uniform and lognormal.' },
  ),
  status: Type.Object(
    {
      kind: Type.Literal('status'),
      status: Type.Integer({ minimum: 200, maximum: 599 }),
      body: Type.Optional(Type.Unknown({ description: 'A text as it is, the rest as JSON.' })),
      headers: Type.Optional(
        Type.Record(
          Type.String({ pattern: '^(?!content-length$|transfer-encoding$)[a-z0-9-]+$' }),
          HeaderValue,
          { ...closed, description: 'Names in lower case; the length is told by itself.' },
        ),
      ),
    },
    { ...closed, description: 'Another answer, as a proxy in between would give it.' },
  ),
  failure: Type.Object(
    {
      kind: Type.Literal('failure'),
      failure: Type.String({ description: 'The failure’s word: see the catalogue.' }),
      data: Type.Optional(FreeObject),
    },
    { ...closed, description: 'The vendor says no, in its own envelope.' },
  ),
  hang: bare('hang', 'Never an answer; the connection stays open.'),
  reset: bare('reset', 'The connection is reset.'),
  empty: bare('empty', 'The connection ends without a byte.'),
  truncated: bare('truncated', 'The headers promise more than comes.'),
  malformed: bare('malformed', 'A whole answer that no parser takes.'),
  'content-type': Type.Object(
    { kind: Type.Literal('content-type'), contentType: HeaderValue },
    { ...closed, description: 'The right answer under another content type.' },
  ),
  html: Type.Object(
    {
      kind: Type.Literal('html'),
      status: OneOf([500, 502, 503, 504]),
      retryAfterSeconds: Type.Optional(Type.Integer({ minimum: 0 })),
    },
    { ...closed, description: 'The page of a proxy in front.' },
  ),
  outage: Type.Object(
    {
      kind: Type.Literal('outage'),
      for: Type.String({ description: 'ISO 8601 duration on the sandbox’s clock, from now.' }),
      status: Type.Optional(OneOf([500, 502, 503, 504])),
    },
    { ...closed, description: 'Proxy pages until it is over, with the seconds left.' },
  ),
  duplicate: bare('duplicate', 'Executed twice, as a proxy that retries does: before the work.'),
  stale: Type.Object(
    {
      kind: Type.Literal('stale'),
      seconds: Type.Integer({ minimum: 1, description: 'Oldest a read may be: then renewed.' }),
    },
    { ...closed, description: 'Reads answer from a lagging copy: before the work.' },
  ),
  drip: Type.Object(
    { kind: Type.Literal('drip'), bytesPerSecond: Type.Integer({ minimum: 1 }) },
    { ...closed, description: 'The answer comes slowly.' },
  ),
} as const satisfies Readonly<Record<string, TSchema>>;

/** They change how the work is done, so they cannot come after it. */
export const actionsBefore: readonly string[] = ['duplicate', 'stale', 'outage'];

const FaultCondition = Type.Object(
  {
    vendor: Type.Optional(Type.String()),
    operation: Type.Optional(Type.String()),
    match: Type.Optional(
      Type.Unknown({ description: 'A part of the decoded message: objects by the keys named.' }),
    ),
    nth: Type.Optional(Type.Integer({ minimum: 1, description: 'Only this one that fits.' })),
    every: Type.Optional(Type.Integer({ minimum: 1, description: 'Each second, third… of them.' })),
    probability: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  },
  { ...closed, title: 'FaultCondition', description: 'Everything given has to hold.' },
);

const FaultAction = Type.Union(Object.values(faultActions), { title: 'FaultAction' });

const about = {
  when: Type.Optional(FaultCondition),
  phase: OneOf(['before', 'after'], {
    description: 'Before the work, or after it: then it is done, and its answer suffers.',
  }),
  then: FaultAction,
  times: Type.Optional(Type.Integer({ minimum: 1, description: 'The most hits.' })),
  until: Type.Optional(
    Type.String({ format: 'date-time', description: 'Over from here, on the sandbox’s clock.' }),
  ),
};

export const NewFault = Type.Object(
  {
    id: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$' })),
    ...about,
  },
  { ...closed, title: 'NewFault' },
);
export interface NewFault extends Static<typeof NewFault> {}

export const FaultReading = Type.Object(
  {
    id: Type.String(),
    ...about,
    seen: Type.Integer({ description: 'Calls that fitted it.' }),
    hits: Type.Integer({ description: 'Calls that it struck.' }),
  },
  { ...closed, title: 'Fault' },
);
export interface FaultReading extends Static<typeof FaultReading> {}
