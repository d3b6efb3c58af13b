import { Type, type TSchema } from '@sinclair/typebox';
import { validatorOf } from '#kit/ajv.ts';

const closed = { additionalProperties: false } as const;
const extended = { ...closed, patternProperties: { '^x-': Type.Unknown() } } as const;
const SchemaObject = Type.Object({}, { additionalProperties: true });
const Reference = Type.Object({ $ref: Type.String({ pattern: '^#/components/' }) }, closed);
const Content = Type.Record(
  Type.String({ pattern: '^[a-z]+/[a-z+-]+$' }),
  Type.Object({ schema: SchemaObject }, closed),
);

const Parameter = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    in: Type.Union([Type.Literal('path'), Type.Literal('query'), Type.Literal('header')]),
    required: Type.Boolean(),
    description: Type.Optional(Type.String()),
    schema: SchemaObject,
  },
  closed,
);

const Response = Type.Object(
  { description: Type.String({ minLength: 1 }), content: Type.Optional(Content) },
  closed,
);

const Operation = Type.Object(
  {
    operationId: Type.String({ minLength: 1 }),
    summary: Type.String({ minLength: 1 }),
    security: Type.Optional(Type.Array(Type.Unknown())),
    parameters: Type.Optional(Type.Array(Parameter)),
    requestBody: Type.Optional(
      Type.Object({ required: Type.Optional(Type.Boolean()), content: Content }, closed),
    ),
    responses: Type.Record(
      Type.String({ pattern: '^([1-5][0-9][0-9]|default)$' }),
      Type.Union([Response, Reference]),
    ),
  },
  extended,
);

const methods = ['get', 'put', 'post', 'delete', 'patch'];

/** The parts of OpenAPI 3.1 that our documents use; anything else in one is a violation. */
const Document = Type.Object(
  {
    openapi: Type.Literal('3.1.0'),
    info: Type.Object({ title: Type.String(), version: Type.String() }, closed),
    security: Type.Optional(Type.Array(Type.Record(Type.String(), Type.Array(Type.String())))),
    paths: Type.Record(
      Type.String({ pattern: '^/' }),
      Type.Object(
        Object.fromEntries(methods.map((method) => [method, Type.Optional(Operation)])),
        closed,
      ),
    ),
    components: Type.Object(
      {
        schemas: Type.Record(Type.String({ pattern: '^[A-Za-z0-9._-]+$' }), SchemaObject),
        responses: Type.Record(Type.String(), Response),
        securitySchemes: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      },
      closed,
    ),
  },
  extended,
);

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

/** What is wrong with a document's structure, a line each. */
export function openApiViolations(document: object): readonly string[] {
  const shape = validatorOf(Document as TSchema)(document);
  if (shape.length > 0) return shape.map(({ pointer, message }) => `${pointer} ${message}`);
  const { paths } = document as { readonly paths: Record<string, Record<string, Described>> };
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.values(item).map((operation) => ({ path, ...operation })),
  );
  const ids = operations.map(({ operationId }) => operationId);
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} is there twice`),
    ...operations.flatMap((operation) => parameterViolations(operation)),
    ...brokenReferences(document),
  ];
}

function parameterViolations({ path, parameters = [] }: Described & { readonly path: string }) {
  const inTemplate = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  const declared = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
  const isSame = JSON.stringify(inTemplate) === JSON.stringify(declared.sort());
  return isSame ? [] : [`${path} declares ${declared.join(', ')}`];
}

function brokenReferences(document: object): readonly string[] {
  const text = JSON.stringify(document);
  const references = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, to = '']) => to));
  return [...references].filter((to) => {
    let inner: unknown = document;
    for (const part of to.split('/'))
      inner = (inner as Record<string, unknown> | undefined)?.[part];
    return inner === undefined;
  });
}
