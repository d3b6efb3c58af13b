import { createClientAsync, WSSecurity } from 'soap';
import { operationsByService } from '#contracts/s360/operations.ts';
import { services, restPath, soapPath, type Service } from '#contracts/s360/services.ts';
import { jwt, SECRET } from '../../support/s360.ts';

export type Message = Readonly<Record<string, unknown>>;

/** What both protocols answer, of a refusal and of the rest. */
export type Result = Message & {
  readonly statusCode: string;
  readonly statusDetail?: string;
  readonly orderUpdateData: OrderData;
  readonly orderData: OrderData;
};

export interface OrderData {
  readonly orderId: number;
  readonly mainOperationId: number;
  readonly orderState?: string;
  readonly operationDataUpdates: readonly Message[];
  readonly movementDataUpdates: readonly (Message & { readonly movementId: number })[];
}

/** A client of the vendor's, over a real port. */
export interface Buyer {
  readonly protocol: 'REST' | 'SOAP';
  readonly call: (operation: string, message: Message) => Promise<Result>;
}

export function serviceOf(operation: string): Service {
  const [name] =
    Object.entries(operationsByService).find(([, methods]) => operation in methods) ?? [];
  const service = Object.values(services).find((one) => one.name === name);
  if (!service) throw new Error(`${operation} belongs to no service`);
  return service;
}

export const soapPathOf = (operation: string): string => {
  const service = serviceOf(operation);
  return `/s360${soapPath(service).replace('{version}', service.versions[0])}`;
};

export const restPathOf = (operation: string): string =>
  `/s360${restPath(serviceOf(operation), operation)}`;

/** `base` leads to the sandbox. */
export const restBuyer = (base: string): Buyer => ({
  protocol: 'REST',
  call: async (operation, message) => {
    const response = await fetch(`${base}${restPathOf(operation)}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${jwt({ at: Date.now() })}`,
      },
      body: JSON.stringify(message),
    });
    if (response.status !== 200) throw new Error(`HTTP ${response.status}`);
    return (await response.json()) as Result;
  },
});

type SoapMethod = (message: Message) => Promise<readonly [Readonly<Record<string, Result>>]>;

/** By the WSDL, as `soap`, another implementation than ours, reads it and what is answered. */
export const soapBuyer = (base: string): Buyer => ({
  protocol: 'SOAP',
  call: async (operation, message) => {
    const client = await createClientAsync(`${base}${soapPathOf(operation)}?wsdl`);
    client.setSecurity(new WSSecurity('MOSA_B2C', SECRET, { hasTimeStamp: false }));
    // The client has a method for each operation of the WSDL; its types cannot know them.
    const methods = client as unknown as Readonly<Record<string, SoapMethod>>;
    const [answer] = (await methods[`${operation}Async`]?.(message)) ?? [];
    const [result] = Object.values(answer ?? {});
    if (!result) throw new Error(`${operation} has no result`);
    return result;
  },
});
