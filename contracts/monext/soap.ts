import type { SoapContract, SoapService } from '#kit/soap/service.ts';
import { messages } from './messages.ts';
import { objects, type ObjectName } from './objects.ts';
import { servicePath, type ServiceName } from './operation.ts';
import { objectNamed, toldAs } from './schemas.ts';

const NAMESPACE = 'http://impl.ws.payline.experian.com';

/** A request is shown as the vendor's WSDL has it; what the service takes is `asked` of it. */
const bindingsOf = (service: ServiceName): SoapService['operations'] =>
  Object.fromEntries(
    Object.entries(messages[service]).map(([id, { request }]) => [
      id,
      { action: id, request: toldAs(request, id) },
    ]),
  );

// Every object is declared in each of the vendor's WSDLs, those of no message too.
const types = Object.keys(objects).map((name) => objectNamed(name as ObjectName)); // its own keys

const serviceNamed = (name: ServiceName): SoapService => ({
  name,
  path: servicePath(name),
  namespace: NAMESPACE,
  versions: [],
  evidence: 'public',
  operations: bindingsOf(name),
  types,
});

export const soap: SoapContract = {
  style: {
    elementForm: 'qualified',
    typesNamespace: 'http://obj.ws.payline.experian.com',
    prefixes: { envelope: 'soapenv', message: 'impl', types: 'obj' },
    xsi: 'envelope',
    namespaces: 'lenient',
    empty: 'missing',
    elements: 'request-response',
  },
  services: [
    serviceNamed('WebPaymentAPI'),
    serviceNamed('DirectPaymentAPI'),
    serviceNamed('ExtendedAPI'),
  ],
};
