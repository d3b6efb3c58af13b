import type { TSchema } from '@sinclair/typebox';
import type { Contract } from '../operation.ts';
import { GENERATED, jsonText, type EmittedFile } from './file.ts';
import { namedSchemas } from './named.ts';
import { mapSubschemas } from '../subschemas.ts';

/** One self-contained JSON Schema per message of the operations that are built. */
export function emitJsonSchemas(contract: Contract): readonly EmittedFile[] {
  const messages = Object.entries(contract.operations)
    .filter(([, operation]) => !operation.notBuilt)
    .flatMap(([id, { request, response }]): (readonly [string, TSchema])[] => [
      [`${id}.request`, request],
      [`${id}.response`, response],
    ]);
  return [...messages, ['refusal', contract.refusal] as const].map(([name, schema]) => ({
    path: `contracts/${contract.vendor}/schemas/${name}.json`,
    text: jsonText(document(schema, `${contract.title}: ${name}`)),
  }));
}

function document(schema: TSchema, title: string): Readonly<Record<string, unknown>> {
  const { referring, named } = namedSchemas('#/$defs/');
  const root = mapSubschemas(schema, referring);
  const $defs = named();
  return {
    $comment: GENERATED,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...root,
    title,
    ...(Object.keys($defs).length > 0 ? { $defs } : {}),
  };
}
