import type { TSchema } from '@sinclair/typebox';
import type { Evidence } from '../operation.ts';

/** How a vendor's SOAP services look on the wire, as far as clients can tell. */
export interface SoapStyle {
  /** `qualified`: the children of a type stand in `typesNamespace`, those of a message in its own. */
  readonly elementForm: 'qualified' | 'unqualified';
  /** Where the named types stand; absent: in each service's own namespace. */
  readonly typesNamespace?: string;
  /** Prefixes of answers, which some clients rely upon: `S` and `ns2` of Metro. */
  readonly prefixes: {
    readonly envelope: string;
    readonly message: string;
    readonly types: string;
  };
  /** Where `xmlns:xsi` is declared: Metro does it on each nil element. */
  readonly xsi: 'envelope' | 'element';
  /** Whether a request may leave the namespace of its elements out, or have any. */
  readonly namespaces: 'strict' | 'lenient';
  /** What an empty or nil element of a request is: no value, or the empty text. */
  readonly empty: 'missing' | 'text';
  /** The name of an operation's request element, and of its answer's. */
  readonly elements: 'operation' | 'request-response';
}

/** One SOAP service: a WSDL of its own, at an address of its own. */
export interface SoapService {
  readonly name: string;
  /** `/tnseb/external-remoting/…{version}.CatalogService.webservice`, below the vendor's root. */
  readonly path: string;
  /** `http://{version}.CatalogService.service.secutix.com` */
  readonly namespace: string;
  /** The latest one first; a path with another answers 404. None where paths have no version. */
  readonly versions: readonly string[];
  readonly evidence: Evidence;
  /** By the operation's name in the contract. */
  readonly operations: Readonly<Record<string, SoapBinding>>;
  /** Named types that its WSDL declares, though no message of its own has them. */
  readonly types?: readonly TSchema[];
}

export interface SoapBinding {
  /** On the wire, when the contract's name is another. */
  readonly name?: string;
  readonly action?: string;
  /** The request as its WSDL shows it, where the service takes what the WSDL does not allow. */
  readonly request?: TSchema;
  /** The one child of the answer's element that holds the result; absent: its fields stand there. */
  readonly result?: string;
}

export interface SoapContract {
  readonly style: SoapStyle;
  readonly services: readonly SoapService[];
}
