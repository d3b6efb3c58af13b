import type { TSchema } from '@sinclair/typebox';
import { isSchema } from './subschemas.ts';

/** The emptiest message with every key of a schema: a form to fill in by hand. */
export function skeletonOf(schema: TSchema): unknown {
  if ('const' in schema) return schema['const'];
  const choices: unknown = schema['enum'] ?? schema['anyOf'];
  if (Array.isArray(choices)) {
    const first: unknown = choices[0];
    return isSchema(first) ? skeletonOf(first) : first;
  }
  switch (schema['type']) {
    case 'object':
      return membersOf(schema);
    case 'array':
      return [];
    case 'string':
      return schema['format'] === 'date-time' ? '2026-03-04T10:00:00+01:00' : '';
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    default:
      return null;
  }
}

function membersOf(schema: TSchema): Readonly<Record<string, unknown>> {
  const properties: unknown = schema['properties'];
  if (!isSchema(properties)) return {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [
      name,
      isSchema(inner) ? skeletonOf(inner) : null,
    ]),
  );
}
