import { Type, type Static } from '@sinclair/typebox';
import { evidence, FreeObject, Id, List } from '#kit/types.ts';
import { Stock } from './schemas.ts';

const closed = { additionalProperties: false } as const;
const Text = Type.String();

const PACK = {
  id: Id,
  label: Text,
  description: Text,
  typeid: Type.Integer({ description: '1 Standard, 10 Shopping, 20 Passport, 100 Card.' }),
  itemnb_min: Type.Integer({ description: 'Least products in it; checked on confirmation.' }),
  itemnb_max: Type.Integer({ description: 'Most products in it; 0 is no limit.' }),
  mainpackid: Id,
  shop_url: Text,
  image_url: Text,
  metadata: evidence('public', FreeObject),
} as const;

export const Pack = Type.Object(PACK, { ...closed, title: 'Pack' });
export interface Pack extends Static<typeof Pack> {}

export const PackSet = Type.Object(
  {
    id: Id,
    label: Text,
    description: Text,
    itemnb_min: Type.Integer(),
    itemnb_max: Type.Integer(),
    stocks: List(Stock),
  },
  { ...closed, title: 'PackSet' },
);
export interface PackSet extends Static<typeof PackSet> {}

export const PackDetails = Type.Object(
  { ...PACK, sets: List(PackSet) },
  { ...closed, title: 'PackDetails' },
);
export interface PackDetails extends Static<typeof PackDetails> {}
