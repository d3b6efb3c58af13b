// The pacts as they are kept, with the operation that each interaction asks for.
import { contracts } from '#contracts/index.ts';
import { askedOf, type Asked } from '#harness/verify/asked.ts';
import type { Contract } from '#kit/operation.ts';
import { filesUnder, textOf } from '../tidy/sources.ts';

interface Body {
  /** JSON, or the text of a SOAP message. */
  readonly content: Readonly<Record<string, unknown>> | string;
}
export interface Interaction {
  readonly description: string;
  readonly providerStates?: readonly { readonly name: string }[];
  readonly request: { readonly method: string; readonly path: string; readonly body?: Body };
  readonly response: { readonly status: number; readonly body?: Body };
}
interface Pact {
  readonly provider: { readonly name: string };
  readonly interactions: readonly Interaction[];
}

export const pacts = filesUnder('contracts/pacts').map((path) => JSON.parse(textOf(path)) as Pact);
export const agreed = contracts.map((contract) => ({
  contract,
  interactions: pacts
    .filter(({ provider }) => provider.name === contract.vendor)
    .flatMap(({ interactions }) => interactions),
}));

export const isXml = ({ request }: Interaction): boolean =>
  typeof request.body?.content === 'string';
export const jsonOf = (body: Body | undefined): Readonly<Record<string, unknown>> =>
  typeof body?.content === 'object' ? body.content : {};

/** What an interaction asks for. */
export function askedIn({ vendor }: Contract, { request }: Interaction): Asked {
  const asked = askedOf(vendor, request);
  if (!asked) throw new Error(`no operation is asked for with ${request.method} ${request.path}`);
  return asked;
}
