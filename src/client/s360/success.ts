import type { S360Operations } from '#contracts/s360/index.ts';
import type { Response } from '#kit/operation.ts';
import type { TSchema } from '#kit/types.ts';
import type { Call } from '../dialect.ts';

type Payload = {
  readonly [Op in keyof S360Operations]?: readonly (keyof Response<S360Operations[Op]> & string)[];
};

const CONTACT = [
  'contactId',
  'contactNumber',
  'role',
  'state',
  'type',
  'guest',
  'creationDate',
  'hasAdvantages',
  'hasWarning',
  'createdFrom',
  'individualContact',
] as const;

/** What a result has when it says success; `orderData` of closeOrder may be missing all the same. */
const always = {
  createOrUpdateOrder: ['orderUpdateData'],
  cancelOperations: ['orderUpdateData'],
  abandonMovements: ['orderUpdateData'],
  getOrderDetails: ['orderDetailsData'],
  getCatalogDetailed: ['catalogData'],
  getPOSConfig: ['posConfigData'],
  getContactData: CONTACT,
  searchContact: ['contactDatas'],
  createCulturalContact: ['culturalContactData', 'identifierContactMap'],
} as const satisfies Payload;

export type AlwaysThere = { readonly [Op in keyof typeof always]: (typeof always)[Op][number] };

const schemas = new Map<string, TSchema>();

/** The contract of an operation's result when it says success. */
export function successOf({ name, operation }: Call): TSchema {
  const known = schemas.get(name);
  if (known) return known;
  const fields: readonly string[] =
    (always as Readonly<Record<string, readonly string[]>>)[name] ?? [];
  const { response } = operation;
  const required = (response['required'] as readonly string[] | undefined) ?? [];
  const schema =
    fields.length === 0 ? response : { ...response, required: [...required, ...fields] };
  schemas.set(name, schema);
  return schema;
}
