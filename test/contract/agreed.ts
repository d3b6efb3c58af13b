// The pacts as they are kept, with the operation that each interaction asks for.
import { contracts } from '#contracts/index.ts';
import type { Contract, Operation } from '#kit/operation.ts';
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
export const xmlOf = (body: Body | undefined): string => String(body?.content ?? '');
export const jsonOf = (body: Body | undefined): Readonly<Record<string, unknown>> =>
  typeof body?.content === 'object' ? body.content : {};

export interface Asked {
  readonly name: string;
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The operation that a request is for: of two that fit, the one with fewer parameters. */
function askedByPath({ operations }: Contract, { method, path }: Interaction['request']): Asked {
  const fitting = Object.entries(operations).flatMap(([name, operation]): readonly Asked[] => {
    const pattern = operation.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const found = new RegExp(`^${pattern}/{0,2}$`).exec(path);
    if (!found || operation.method !== method) return [];
    return [{ name, operation, parameters: found.groups ?? {} }];
  });
  const [asked] = fitting.sort(
    (one, other) => Object.keys(one.parameters).length - Object.keys(other.parameters).length,
  );
  if (!asked) throw new Error(`no operation is asked for with ${method} ${path}`);
  return asked;
}

/** By the first element of the body, with `Request` behind it or not, as the vendor has it. */
function askedByMessage({ operations }: Contract, { body }: Interaction['request']): Asked {
  const [, element = ''] = /Body>\s*<(?:\w+:)?(\w+)/.exec(xmlOf(body)) ?? [];
  const name = element.replace(/Request$/, '');
  const operation = operations[name];
  if (!operation) throw new Error(`no operation is asked for with <${element}>`);
  return { name, operation, parameters: {} };
}

export const askedIn = (contract: Contract, interaction: Interaction): Asked =>
  isXml(interaction)
    ? askedByMessage(contract, interaction.request)
    : askedByPath(contract, interaction.request);
