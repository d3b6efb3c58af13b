import { contracts } from '#contracts/index.ts';
import type { Contract, Operation } from '#kit/operation.ts';
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
  const own = Object.entries(operations)
    .filter(([, { notBuilt }]) => !(notBuilt && replayed.builtOnly))
    .map(([name]) => [name, name] as const);
  const shorthands = Object.entries(replayed.shorthands);
  return [...own, ...shorthands].flatMap(([method, operationName]) => {
    const operation = operations[operationName];
    return operation ? [{ vendor, method, operationName, operation }] : [];
  });
}

/** Whether a vendor's contract has it, built or not. */
export const isDeclared = (vendor: string, operation: string): boolean =>
  contracts.some((one) => one.vendor === vendor && Object.hasOwn(one.operations, operation));

export const failureWords = (vendor: string): readonly string[] =>
  Object.keys(contracts.find((contract) => contract.vendor === vendor)?.errors ?? {});

export const vendorNames: readonly string[] = contracts.map(({ vendor }) => vendor);
