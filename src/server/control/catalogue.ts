import { Type } from '@sinclair/typebox';
import type { ErrorCode, Evidence, HttpMethod } from '#kit/operation.ts';
import { emitJsonSchemas } from '#kit/emit/json-schema.ts';
import { emitOpenApi } from '#kit/emit/openapi.ts';
import type { AnyVendorModule } from '#wire/vendor.ts';
import type { Core } from '../core.ts';
import { vendorNamed } from './named.ts';
import { unknown } from './problem.ts';

type JsonObject = Record<string, unknown>;

export interface CatalogueVendor {
  readonly vendor: string;
  readonly title: string;
  readonly operations: readonly CatalogueOperation[];
  readonly errors: readonly (ErrorCode & { readonly failure: string })[];
  readonly actions: readonly CatalogueAction[];
}

interface CatalogueOperation {
  readonly operation: string;
  readonly transport: 'rest';
  readonly method: HttpMethod;
  readonly path: string;
  readonly summary: string;
  readonly evidence: Evidence;
  readonly built: boolean;
}

interface CatalogueAction {
  readonly action: string;
  readonly summary: string;
  readonly evidence: Evidence;
  readonly parameters: unknown;
}

/** What each vendor's double can do, how well that is known, and how it says no. */
export function catalogueOf(core: Core): readonly CatalogueVendor[] {
  return core.modules.map((module) => ({
    vendor: module.name,
    title: module.title,
    operations: operationsOf(module),
    errors: Object.entries(module.contract.errors).map(([failure, error]) => ({
      failure,
      ...error,
    })),
    actions: Object.entries(module.actions).map(([action, { summary, evidence, parameters }]) => ({
      ...{ action, summary, evidence, parameters },
    })),
  }));
}

function operationsOf({ name, contract }: AnyVendorModule): readonly CatalogueOperation[] {
  return Object.entries(contract.operations).map(([operation, described]) => {
    const { method, path, summary, evidence, notBuilt = false } = described;
    const whole = `/${name}${path}`;
    return {
      operation,
      transport: 'rest',
      method,
      path: whole,
      summary,
      evidence,
      built: !notBuilt,
    };
  });
}

/** Where each document of the contracts is. */
export function contractIndex(core: Core): readonly string[] {
  const root = '/_sosie/contracts';
  return core.modules.reduce(
    (paths, module) => [
      ...paths,
      `${root}/${module.name}/openapi.json`,
      ...schemasOf(module).map(({ name }) => `${root}/${module.name}/schemas/${name}`),
    ],
    [`${root}/dataset.json`],
  );
}

export function openApiOfVendor(core: Core, vendor: string): JsonObject {
  return parsed(emitOpenApi(vendorNamed(core, vendor).module.contract).text);
}

/** `getOrder.response.json` */
export function contractSchema(core: Core, vendor: string, name: string): JsonObject {
  const schemas = schemasOf(vendorNamed(core, vendor).module);
  const found = schemas.find((schema) => schema.name === name);
  if (found) return parsed(found.text);
  throw unknown(
    'schema',
    name,
    schemas.map((schema) => schema.name),
  );
}

const clock = Type.Optional(
  Type.String({ description: 'Where the clock starts unless something else is asked for.' }),
);

/** What a data set may say: where its clock starts, and one section a vendor. */
export function datasetSchema(core: Core): JsonObject {
  const sections = core.modules.map(({ name, dataset }) => [name, Type.Optional(dataset.schema)]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Data set',
    ...Type.Object({ clock, ...Object.fromEntries(sections) }, { additionalProperties: false }),
  };
}

// The emitters write objects.
const parsed = (text: string): JsonObject => JSON.parse(text) as JsonObject;

function schemasOf({ contract }: AnyVendorModule): readonly { name: string; text: string }[] {
  return emitJsonSchemas(contract).map(({ path, text }) => ({
    name: path.slice(path.lastIndexOf('/') + 1),
    text,
  }));
}
