import { Type, type Static, type TProperties } from '@sinclair/typebox';
import { evidence } from '#kit/types.ts';
import { closed } from './scalars.ts';

/** First on the wire, before what an operation answers. */
export const ENVELOPE = {
  responseCode: Type.String({
    pattern: '^[0-9]{3}$',
    description: 'Three digits; 000 is success, the vendor’s other codes are not known.',
  }),
  infos: Type.String({
    description: 'A message, LF, `server.instance.name=…`, LF.',
  }),
} as const;

/** The vendor's envelope: its code and message, then the payload's own objects beside them. */
export const answered = <P extends TProperties>(payload: P) =>
  Type.Object({ ...ENVELOPE, ...payload }, closed);

/** The answer when the vendor says no: HTTP 200 and a code (inferred). */
export const Refusal = Type.Object(
  {
    responseCode: evidence('guess', ENVELOPE.responseCode),
    infos: evidence('guess', ENVELOPE.infos),
  },
  { ...closed, title: 'Refusal' },
);
export interface Refusal extends Static<typeof Refusal> {}
