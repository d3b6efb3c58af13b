import { Type, type TSchema } from '@sinclair/typebox';
import type { Contract, Operation } from '../operation.ts';
import { isSchema } from '../subschemas.ts';
import { GENERATED, jsonText, type EmittedFile } from './file.ts';
import { namedSchemas } from './named.ts';

type Referring = (schema: TSchema) => unknown;
type Members = Readonly<Record<string, unknown>>;

const BODY_ON_GET =
  'The vendor reads parameters from a JSON body on every method. Many HTTP libraries drop it here.';

/** OpenAPI 3.1 of a vendor; what it cannot say stands under `x-` keys. */
export function emitOpenApi(contract: Contract): EmittedFile {
  const { referring, named } = namedSchemas('#/components/schemas/');
  const refusal = response('The vendor says no.', referring(contract.refusal));
  const paths = new Map<string, Record<string, unknown>>();
  for (const [id, operation] of Object.entries(contract.operations)) {
    if (operation.soapOnly) continue;
    const methods = paths.get(operation.path) ?? {};
    methods[operation.method.toLowerCase()] = described(id, operation, referring);
    paths.set(operation.path, methods);
  }
  const document = {
    'x-generated': GENERATED,
    openapi: '3.1.0',
    info: { title: contract.title, version: contract.version },
    paths: Object.fromEntries(paths),
    components: { schemas: named(), responses: { Refusal: refusal } },
  };
  return { path: `contracts/${contract.vendor}/openapi.json`, text: jsonText(document) };
}

function described(id: string, operation: Operation, referring: Referring): Members {
  const { path, body } = splitRequest(operation);
  const withoutBody = operation.method === 'GET' || operation.method === 'DELETE';
  return {
    operationId: id,
    summary: operation.summary,
    'x-evidence': operation.evidence,
    'x-access': operation.access,
    ...(operation.notBuilt ? { 'x-sosie-not-built': true } : {}),
    ...(withoutBody ? { 'x-sosie-body': BODY_ON_GET } : {}),
    parameters: path.map(([name, schema]) => ({
      name,
      in: 'path',
      required: true,
      schema: referring(schema),
    })),
    requestBody: { required: true, content: { 'application/json': { schema: referring(body) } } },
    responses: {
      ...(operation.notBuilt ? {} : { 200: answer(referring(operation.response)) }),
      default: { $ref: '#/components/responses/Refusal' },
    },
  };
}

const answer = (schema: unknown): Members => response('The vendor’s envelope.', schema);

const response = (description: string, schema: unknown): Members => ({
  description,
  content: { 'application/json': { schema } },
});

interface SplitRequest {
  readonly path: readonly (readonly [string, TSchema])[];
  readonly body: TSchema;
}

/** A request is one object for us; on the wire its path parameters stand apart. */
function splitRequest({ path, request }: Operation): SplitRequest {
  const properties: unknown = request['properties'];
  const members = isSchema(properties) ? Object.entries(properties) : [];
  const schemas = members.filter((member): member is [string, TSchema] => isSchema(member[1]));
  const inPath = ([name]: readonly [string, TSchema]): boolean => path.includes(`{${name}}`);
  const inBody = schemas.filter((member) => !inPath(member));
  return { path: schemas.filter(inPath), body: Type.Object(Object.fromEntries(inBody)) };
}
