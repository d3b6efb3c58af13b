import type { Operations } from '#kit/operation.ts';
import type { SoapBinding, SoapContract, SoapService } from '#kit/soap/service.ts';
import { operationsByService } from './operations.ts';
import { services, soapNamespace, soapPath, type Service } from './services.ts';

/** Metro's way of writing, which clients rely upon down to its prefixes. */
const style = {
  elementForm: 'unqualified',
  prefixes: { envelope: 'S', message: 'ns2', types: 'ns2' },
  xsi: 'element',
  namespaces: 'strict',
  empty: 'missing',
  elements: 'operation',
} as const;

/** What is built of each; the result's element is named after its class. */
const built = (operations: Operations): Readonly<Record<string, SoapBinding>> =>
  Object.fromEntries(
    Object.entries(operations)
      .filter(([, { notBuilt }]) => !notBuilt)
      .map(([id, { result }]) => [id, { result: String(result.title) }]),
  );

const soapService = (service: Service, operations: Operations): SoapService => ({
  name: service.name,
  path: soapPath(service),
  namespace: soapNamespace(service),
  versions: service.versions,
  evidence: service.evidence,
  operations: built(operations),
});

export const soap: SoapContract = {
  style,
  services: [
    soapService(services.catalogue, operationsByService.CatalogService),
    soapService(services.orderFacade, operationsByService.ExternalOrderFacade),
    soapService(services.orders, operationsByService.ExternalOrderService),
    soapService(services.contacts, operationsByService.ContactInformationPublicService),
    // A WSDL without an operation is of no use, and some stacks refuse it.
  ].filter(({ operations }) => Object.keys(operations).length > 0),
};
