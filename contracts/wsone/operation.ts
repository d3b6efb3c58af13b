import { Type, type TProperties } from '@sinclair/typebox';
import type { Operation } from '#kit/operation.ts';
import { answered } from './envelope.ts';
import { closed } from './scalars.ts';

type Described = Omit<Operation, 'method' | 'path' | 'aliases' | 'access' | 'result' | 'response'>;

type Service = 'transactionWebService' | 'personWebService';

/**
 * Two ways to write a path are known, one with a version in it and one without: which operation
 * takes which is not, so each takes both.
 */
const pathsOf = (service: Service, name: string) => {
  const plain = `/rest/${service}/${name}`;
  const version2 = `/rest/2.0/${service}/${name}`;
  const anyVersion = `/rest/{version}/${service}/${name}`;
  return service === 'personWebService'
    ? { path: version2, aliases: [plain, anyVersion] }
    : { path: plain, aliases: [anyVersion] };
};

const SAID = Type.Optional(
  Type.String({ description: 'The message in infos, where it is not the usual one.' }),
);

/** An operation whose answer is its payload in the vendor's envelope; POST, with credentials. */
const operationOf =
  (service: Service) =>
  <P extends TProperties, const O extends Described>(
    name: string,
    described: O & { payload: P },
  ) => {
    const { payload, ...rest } = described;
    return {
      ...(rest as Omit<O, 'payload'>),
      method: 'POST' as const,
      ...pathsOf(service, name),
      access: 'client' as const,
      result: Type.Object({ infos: SAID, ...payload }, closed),
      response: answered(payload),
    };
  };

export const transactionOperation = operationOf('transactionWebService');
export const personOperation = operationOf('personWebService');
