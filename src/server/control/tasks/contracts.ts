import { Type } from '@sinclair/typebox';
import { evidences } from '#kernel/evidence.ts';
import { FreeObject, List, OneOf } from '#kit/types.ts';
import {
  catalogueOf,
  contractIndex,
  contractSchema,
  datasetSchema,
  openApiOfVendor,
} from '../catalogue.ts';
import { closed, Texts } from '../schemas.ts';
import { task, type Task } from '../task.ts';

const Evidence = OneOf(evidences);
const Text = Type.String();

const Catalogue = Type.Object(
  {
    vendors: List(
      Type.Object(
        {
          vendor: Text,
          title: Text,
          operations: List(
            Type.Object(
              {
                operation: Text,
                transport: OneOf(['rest']),
                method: OneOf(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
                path: Text,
                summary: Text,
                evidence: Evidence,
                built: Type.Boolean({ description: 'False: it answers that it is not built.' }),
              },
              closed,
            ),
          ),
          errors: List(
            Type.Object(
              {
                failure: Type.String({
                  description: 'Our word, as fault rules and refusals use it.',
                }),
                status: Type.Integer(),
                code: Type.Union([Type.Number(), Text]),
                message: Text,
                evidence: Evidence,
                when: Type.String({ description: 'The request that provokes it.' }),
              },
              closed,
            ),
          ),
          actions: List(
            Type.Object(
              {
                action: Text,
                summary: Text,
                evidence: Evidence,
                parameters: Type.Unknown({ description: 'A JSON Schema.' }),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  { ...closed, title: 'Catalogue' },
);

export const contractTasks: readonly Task[] = [
  task({
    method: 'GET',
    path: '/_sosie/v1/catalogue',
    summary: 'Operations, failures with their codes, and actions of every vendor',
    answer: Catalogue,
    run: (core) => ({ vendors: catalogueOf(core) }),
  }),
  task({
    method: 'GET',
    path: '/_sosie/contracts',
    summary: 'Where the contracts’ documents are',
    answer: Type.Object({ documents: Texts }, closed),
    run: (core) => ({ documents: contractIndex(core) }),
  }),
  task({
    method: 'GET',
    path: '/_sosie/contracts/dataset.json',
    summary: 'JSON Schema of a data set',
    answer: FreeObject,
    run: (core) => datasetSchema(core),
  }),
  task({
    method: 'GET',
    path: '/_sosie/contracts/{vendor}/openapi.json',
    summary: 'OpenAPI of a vendor',
    answer: FreeObject,
    run: (core, { parameters }) => openApiOfVendor(core, parameters.vendor),
  }),
  task({
    method: 'GET',
    path: '/_sosie/contracts/{vendor}/schemas/{schema}',
    summary: 'JSON Schema of one message',
    answer: FreeObject,
    run: (core, { parameters: { vendor, schema } }) => contractSchema(core, vendor, schema),
  }),
];
