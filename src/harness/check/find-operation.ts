import { contracts } from '#contracts/index.ts';
import type { Contract, Operation } from '#kit/operation.ts';

export interface Matched {
  readonly kind: 'matched';
  readonly contract: Contract;
  readonly name: string;
  readonly operation: Operation;
  /** What the path says, by the names that the contract gives. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

export type Claim =
  | Matched
  /** It went to this vendor, which has no such operation. */
  | { readonly kind: 'unknown'; readonly contract: Contract; readonly path: string }
  /** Nobody said to which vendor it went, and it tells not by itself. */
  | { readonly kind: 'unclaimed'; readonly why: string };

export const vendorNames: readonly string[] = contracts.map(({ vendor }) => vendor);

/**
 * Which operation a call was. The path of a double names its vendor (`/utick/v1/…`, with `/~sandbox`
 * in front); any other path is that of the vendor given, else of the only one that knows it.
 */
export function operationOf(
  { method, url }: { readonly method: string; readonly url: string },
  vendor: string | undefined,
): Claim {
  const { path: whole, query } = splitUrl(url);
  const [, named = '', below = ''] = /^(?:\/~[^/]*)?\/([^/]+)(\/.*)?$/.exec(whole) ?? [];
  const ofDouble = contracts.find((contract) => contract.vendor === named);
  if (ofDouble && vendor !== undefined && vendor !== named) {
    return { kind: 'unclaimed', why: `it went to ${named}` };
  }
  const contract = ofDouble ?? contracts.find((one) => one.vendor === vendor);
  const path = ofDouble ? below : whole;
  const call = { method, path, query };
  if (contract && isSoap(contract, path)) {
    return { kind: 'unclaimed', why: `a SOAP message of ${contract.vendor}: not built yet` };
  }
  if (contract) return matchIn(contract, call) ?? { kind: 'unknown', contract, path };
  const found = contracts.flatMap((one) => matchIn(one, call) ?? []);
  const [only, other] = found;
  if (only && !other) return only;
  const why = only ? 'several vendors have it; name one with --vendor' : 'no vendor has it';
  return { kind: 'unclaimed', why: `${method} ${path}: ${why}` };
}

/** At the address of a service only SOAP is spoken. */
function isSoap({ soap }: Contract, path: string): boolean {
  const services = soap?.services ?? [];
  return services.some((service) => {
    const pattern = service.path.split(/\{\w+\}/).map((text) => text.replace(/\W/g, '\\$&'));
    return new RegExp(`^${pattern.join('[^/]+')}$`).test(path);
  });
}

function splitUrl(url: string): { readonly path: string; readonly query: Matched['query'] } {
  const [address = '', query = ''] = url.split(/[?#]/);
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '');
  return { path, query: Object.fromEntries(new URLSearchParams(query)) };
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: Matched['query'];
}

function matchIn(contract: Contract, { method, path, query }: Call): Matched | undefined {
  const fitting = Object.entries(contract.operations).flatMap(([name, operation]) => {
    const isCalled = operation.method === method && !operation.soapOnly;
    const params = isCalled ? paramsIn(operation, path) : undefined;
    return params ? [{ name, operation, params }] : [];
  });
  // A reserved word wins over an id in its place.
  const [best] = fitting.sort((a, b) => countOf(a.params) - countOf(b.params));
  return best && { kind: 'matched', contract, query, ...best };
}

/** A further path may hold a version, which is no field of the message. */
function paramsIn(operation: Operation, path: string): Matched['params'] | undefined {
  const isAlias = operation.aliases?.some((alias) => paramsOf(alias, path));
  return paramsOf(operation.path, path) ?? (isAlias ? {} : undefined);
}

const countOf = (params: object): number => Object.keys(params).length;

/** Vendors are called with none, one or two slashes behind the path. */
function paramsOf(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/\/{1,2}$/, '').split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const found = given[at] ?? '';
    if (part.startsWith('{') && found !== '') params[part.slice(1, -1)] = decoded(found);
    else if (part !== found) return undefined;
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
