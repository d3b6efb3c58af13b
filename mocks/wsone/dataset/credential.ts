import { Type, type Static } from '@sinclair/typebox';
import type { WsoneDraft } from '#mocks/wsone/state.ts';

const Credential = Type.Object(
  {
    username: Type.String({ pattern: '^[^:]+$' }),
    password: Type.String({ minLength: 1 }),
  },
  { additionalProperties: false },
);
type Credential = Static<typeof Credential>;

/** A client of a sandbox's own: a call with its credentials lands there. */
export const credential = {
  schema: Credential,
  key: ({ username }: Credential) => username,
  install: (draft: WsoneDraft, { username, password }: Credential) => {
    const label = draft.clients.get(username)?.label ?? username;
    draft.clients.put({ id: username, password, label });
  },
};
