import { monext as contract } from '#contracts/monext/index.ts';
import type { SoapService } from '#kit/soap/service.ts';
import { wsdlOf } from '#kit/soap/wsdl.ts';
import { openSoapClient, type SoapClient } from '../soap-library.ts';
import { ATTRIBUTES } from './reading.ts';

/** The vendor's services; the WSDL of each is read once, when it is first needed. */
export interface SoapServices {
  /** Waits until the service of an operation can be spoken to. */
  ready(operation: string): Promise<void>;
  /** One that is ready. */
  of(operation: string): SoapClient;
}

/** One for all clients of the process: nothing in them is a merchant's. */
const opening = new Map<string, Promise<void>>();
const open = new Map<string, SoapClient>();

export const services: SoapServices = {
  ready: async (operation) => {
    const service = serviceOf(operation);
    if (!service) return;
    const known = opening.get(service.name);
    if (known) return known;
    const opened = openService(service).then((client) => {
      open.set(service.name, client);
    });
    opening.set(service.name, opened);
    return opened;
  },
  of: (operation) => {
    const client = open.get(serviceOf(operation)?.name ?? '');
    if (!client) throw new Error(`the service of ${operation} is not open`);
    return client;
  },
};

const serviceOf = (operation: string): SoapService | undefined =>
  contract.soap.services.find(({ operations }) => Object.hasOwn(operations, operation));

/** As the vendor's own SDK does, the client brings its WSDLs: those of the contract. */
function openService(service: SoapService): Promise<SoapClient> {
  const { soap, operations } = contract;
  const address = `http://monext.invalid${service.path}`;
  const wsdl = wsdlOf({ service, style: soap.style, operations, version: '', address });
  const opened = { wsdlUrl: `${address}?wsdl`, endpoint: address, fetchText: async () => wsdl };
  const reading = { attributesKey: ATTRIBUTES, handleNilAsNull: true };
  return openSoapClient(opened, { reading });
}
