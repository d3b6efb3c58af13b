import { Type, type Static } from '@sinclair/typebox';
import type { MonextDraft } from '#mocks/monext/state.ts';

const Credential = Type.Object(
  {
    merchantId: Type.String({ pattern: '^\\d{14}$' }),
    accessKey: Type.String({ minLength: 1 }),
  },
  { additionalProperties: false },
);
type Credential = Static<typeof Credential>;

/** A merchant of a sandbox's own: a call in its name lands there. */
export const credential = {
  schema: Credential,
  key: ({ merchantId }: Credential) => merchantId,
  install: (draft: MonextDraft, { merchantId: id, accessKey }: Credential) => {
    const known = draft.merchants.get(id);
    draft.merchants.put({ id, label: known?.label ?? id, accessKey, isLocked: false });
  },
};
