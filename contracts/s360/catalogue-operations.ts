import { Type } from '@sinclair/typebox';
import { described, OneOf } from '#kit/types.ts';
import { CatalogData } from './catalogue-schemas.ts';
import { declared, operation } from './operation.ts';
import { PosConfigData } from './pos-schemas.ts';
import { GivenInt } from './scalars.ts';
import { services } from './services.ts';

const { catalogue: service } = services;

export const requestId = Type.Optional(
  described('Of an answer that was `in_progress`: asks for the rest of that call.', GivenInt),
);

export const catalogue = {
  getCatalogDetailed: operation(service, 'getCatalogDetailed', {
    summary: 'What the sales channel of the caller sells, with all prices.',
    evidence: 'public',
    readOnly: true,
    request: {
      requestId,
      seasonCode: Type.Optional(Type.String()),
      productCode: Type.Optional(Type.String()),
      scope: Type.Optional(
        described(
          '`EXTENDED`: also what is no longer on sale.',
          Type.Union([OneOf(['EXTENDED']), Type.String()]),
        ),
      ),
    },
    result: 'CatalogResultDetailed',
    fields: { catalogData: Type.Optional(CatalogData) },
  }),
  getPOSConfig: operation(service, 'getPOSConfig', {
    summary: 'The point of sales of the caller: its id, payment methods, delay.',
    evidence: 'public',
    readOnly: true,
    request: { requestId },
    result: 'POSConfigResult',
    fields: { posConfigData: Type.Optional(PosConfigData) },
  }),
  isCatalogServiceAlive: operation(service, 'isCatalogServiceAlive', {
    summary: 'Answers success.',
    evidence: 'public',
    readOnly: true,
    request: { requestId },
    result: 'WebMethodResult',
    fields: {},
  }),
  getCatalog: declared(service, 'getCatalog', 'The catalogue as a stream of XML text.'),
  getLastSetupUpdate: declared(service, 'getLastSetupUpdate', 'When the catalogue last changed.'),
} as const;
