import { contracts } from '#contracts/index.ts';
import type { Contract, Operation } from '#kit/operation.ts';
import type { TSchema } from '#kit/types.ts';
import { replayVendors } from './vendors.ts';

/** A method of a reference client, and the operation it makes. */
export interface KnownCall {
  readonly vendor: string;
  readonly method: string;
  readonly operationName: string;
  readonly operation: Operation;
}

/** Every call that a scenario may make, under `vendor.method`. */
export const knownCalls: ReadonlyMap<string, KnownCall> = new Map(
  contracts.flatMap(callsOf).map((call) => [`${call.vendor}.${call.method}`, call]),
);

function callsOf({ vendor, operations }: Contract): readonly KnownCall[] {
  const replayed = replayVendors.find(({ name }) => name === vendor);
  // Without a client there is nobody to call.
  if (!replayed) return [];
  const own = Object.keys(operations).map((name) => [name, name] as const);
  const shorthands = Object.entries(replayed.shorthands);
  return [...own, ...shorthands].flatMap(([method, operationName]) => {
    const operation = operations[operationName];
    return operation ? [{ vendor, method, operationName, operation }] : [];
  });
}

/**
 * The name under which a scenario sees an answer that is a list: the plural of what is in it.
 * Undefined where the answer is seen as it is.
 */
export function listName({ result }: Operation): string | undefined {
  if (result['type'] !== 'array') return undefined;
  // An array has a schema for its items.
  const { title = 'Item' } = result['items'] as TSchema;
  const singular = `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  return /[^aeiou]y$/.test(singular) ? `${singular.slice(0, -1)}ies` : `${singular}s`;
}

/** An answer as a scenario sees it. */
export function viewOf(operation: Operation, value: unknown): unknown {
  const name = listName(operation);
  return name === undefined ? value : { [name]: value };
}

/** The schema of what `viewOf` gives. */
export function viewSchema(operation: Operation): TSchema {
  const name = listName(operation);
  if (name === undefined) return operation.result;
  // It is only looked through for names, never compiled.
  return {
    type: 'object',
    properties: { [name]: operation.result },
    additionalProperties: false,
  } as unknown as TSchema;
}

export const failureWords = (vendor: string): readonly string[] =>
  Object.keys(contracts.find((contract) => contract.vendor === vendor)?.errors ?? {});

export const vendorNames: readonly string[] = contracts.map(({ vendor }) => vendor);
