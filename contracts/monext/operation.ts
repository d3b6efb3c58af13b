import type { TUnsafe } from '@sinclair/typebox';
import { messages } from './messages.ts';
import type { Asked, Told } from './notation.ts';
import { askedAs, toldAs } from './schemas.ts';

type Messages = typeof messages;
export type ServiceName = keyof Messages;

/** One operation over SOAP: evidence and messages are those of the vendor's WSDLs. */
export interface SoapOnly<Request extends string, Response extends string> {
  readonly method: 'POST';
  readonly path: string;
  readonly summary: string;
  readonly evidence: 'public';
  readonly access: 'merchant';
  readonly request: TUnsafe<Asked<Request>>;
  readonly result: TUnsafe<Told<Response>>;
  readonly response: TUnsafe<Told<Response>>;
  readonly soapOnly: true;
}

type RequestOf<M> = M extends { readonly request: infer N extends string } ? N : never;
type ResponseOf<M> = M extends { readonly response: infer N extends string } ? N : never;

/** The operations of a service, each by its name with a summary of it. */
export const operationsOf =
  <S extends ServiceName>(service: S) =>
  <Id extends keyof Messages[S] & string>(
    id: Id,
    summary: string,
  ): SoapOnly<RequestOf<Messages[S][Id]>, ResponseOf<Messages[S][Id]>> => {
    // The table holds a pair of notations for each: what the two conditional types read.
    const { request, response } = messages[service][id] as {
      readonly request: RequestOf<Messages[S][Id]>;
      readonly response: ResponseOf<Messages[S][Id]>;
    };
    const result = toldAs(response, id);
    return {
      method: 'POST',
      path: servicePath(service),
      summary,
      evidence: 'public',
      access: 'merchant',
      request: askedAs(request, id),
      result,
      response: result,
      soapOnly: true,
    };
  };

export const servicePath = (service: ServiceName): string => `/V4/services/${service}`;

/** The same, declared only. */
export const later = <O extends object>(operation: O): O & { readonly notBuilt: true } => ({
  ...operation,
  notBuilt: true,
});

/** The same, changing nothing. */
export const reading = <O extends object>(operation: O): O & { readonly readOnly: true } => ({
  ...operation,
  readOnly: true,
});
