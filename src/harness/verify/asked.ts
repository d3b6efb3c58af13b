import { contracts } from '#contracts/index.ts';
import type { Operation } from '#kit/operation.ts';
import { operationOf } from '../check/find-operation.ts';

/** A request as a pact has it. */
export interface AskedRequest {
  readonly method: string;
  readonly path: string;
  /** Since version 4 of pacts with its type around it. */
  readonly body?: unknown;
}

export interface Asked {
  readonly name: string;
  readonly operation: Operation;
  /** What the path says, by the names that the contract gives. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What a request asks of a vendor; undefined where it is nothing that the contract knows. */
export function askedOf(vendor: string, request: AskedRequest): Asked | undefined {
  const xml = xmlIn(request.body);
  if (xml !== undefined) return askedByMessage(vendor, xml);
  const claim = operationOf({ method: request.method, url: request.path }, vendor);
  if (claim.kind !== 'matched') return undefined;
  return { name: claim.name, operation: claim.operation, parameters: claim.params };
}

/** By the first element of the body, with `Request` behind it or not, as the vendor has it. */
function askedByMessage(vendor: string, xml: string): Asked | undefined {
  const [, element = ''] = /Body>\s*<(?:[\w.-]+:)?([\w.-]+)/.exec(xml) ?? [];
  const name = element.replace(/Request$/, '');
  const { operations = {} } = contracts.find((contract) => contract.vendor === vendor) ?? {};
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  return operation && { name, operation, parameters: {} };
}

function xmlIn(body: unknown): string | undefined {
  if (typeof body === 'string') return body;
  if (typeof body !== 'object' || body === null || !('content' in body)) return undefined;
  return typeof body.content === 'string' ? body.content : undefined;
}
