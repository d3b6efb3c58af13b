import { Type, type Static } from '@sinclair/typebox';
import type { UtickDraft } from '#mocks/utick/state.ts';

const Credential = Type.Object(
  {
    publicKey: Type.String({ minLength: 1 }),
    privateKey: Type.String({ minLength: 1 }),
  },
  { additionalProperties: false },
);
type Credential = Static<typeof Credential>;

/** A key pair of a sandbox's own: a call signed with it lands there. */
export const credential = {
  schema: Credential,
  key: ({ publicKey }: Credential) => publicKey,
  install: (draft: UtickDraft, { publicKey, privateKey }: Credential) => {
    const known = draft.applications.find('byPublicKey', publicKey);
    const id = known?.id ?? `APPLICATION-${publicKey}`;
    const label = known?.label ?? publicKey;
    const client = known?.client ?? { id: `CLIENT-${publicKey}`, label: publicKey };
    draft.applications.put({ id, label, publicKey, privateKey, client });
  },
};
