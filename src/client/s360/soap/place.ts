import { s360 as contract } from '#contracts/s360/index.ts';

/** Where an operation is called over SOAP. */
export interface SoapPlace {
  /** `ExternalOrderFacade` */
  readonly service: string;
  /** Of its latest version, below the vendor's root. */
  readonly path: string;
}

/** Undefined: the contract offers it over REST alone, or knows it by name alone. */
export function placeOf(operation: string): SoapPlace | undefined {
  const service = contract.soap.services.find(({ operations }) =>
    Object.hasOwn(operations, operation),
  );
  if (!service) return undefined;
  const [latest = ''] = service.versions;
  return { service: service.name, path: service.path.replace('{version}', latest) };
}
