import type { Static, TSchema } from '@sinclair/typebox';
import type { SoapContract } from './soap/service.ts';

/** How well a fact is known, best first. */
export type Evidence = 'documented' | 'public' | 'inferred' | 'guess';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One endpoint of a vendor: what goes over the wire and how well that is known. */
export interface Operation {
  readonly method: HttpMethod;
  /** Literal segments and `{parameters}`, without a trailing slash: `/v1/shop/orders/{id}`. */
  readonly path: string;
  /** Further paths that lead to it. */
  readonly aliases?: readonly string[];
  readonly summary: string;
  readonly evidence: Evidence;
  /** Who may call it, in the vendor's terms: `none`, `application`, … */
  readonly access: string;
  /** The decoded message: path parameters, query and body in one object. */
  readonly request: TSchema;
  /** What the wiring returns. */
  readonly result: TSchema;
  /** The whole answer on the wire: `result` in the vendor's envelope. */
  readonly response: TSchema;
  /** It changes nothing, though its method is not GET. */
  readonly readOnly?: true;
  /** Not offered over REST: method and path are those of its SOAP service. */
  readonly soapOnly?: true;
  /** Declared, but nothing decides it yet: it answers loudly that it is not built. */
  readonly notBuilt?: true;
}

/** Whether a call leaves everything as it is. */
export const onlyReads = ({ method, readOnly }: Pick<Operation, 'method' | 'readOnly'>): boolean =>
  method === 'GET' || readOnly === true;

export type Operations = Readonly<Record<string, Operation>>;

export type Request<O extends { readonly request: TSchema }> = Static<O['request']>;
export type Result<O extends { readonly result: TSchema }> = Static<O['result']>;
export type Response<O extends { readonly response: TSchema }> = Static<O['response']>;

/** A code the vendor answers when it says no. */
export interface ErrorCode {
  readonly status: number;
  readonly code: number | string;
  readonly message: string;
  readonly evidence: Evidence;
  /** The request that provokes it, in one sentence. */
  readonly when: string;
}

/** Everything one vendor promises on the wire. */
export interface Contract<O extends Operations = Operations> {
  readonly vendor: string;
  readonly title: string;
  readonly version: string;
  readonly operations: O;
  /** The answer when the vendor says no. */
  readonly refusal: TSchema;
  /** Our failure word to the vendor's code. */
  readonly errors: Readonly<Record<string, ErrorCode>>;
  /** Operations that are offered over SOAP too, or only. */
  readonly soap?: SoapContract;
}
