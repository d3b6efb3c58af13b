import type { Contract } from '../operation.ts';
import { wsdlOf } from '../soap/wsdl.ts';
import { GENERATED, type EmittedFile } from './file.ts';

/** Each SOAP service as clients read it, in its latest version. */
export function emitWsdls({ vendor, operations, soap }: Contract): readonly EmittedFile[] {
  if (!soap) return [];
  return soap.services.map((service) => {
    const [version = ''] = service.versions;
    const path = service.path.replace('{version}', version);
    const address = `http://127.0.0.1:4360/${vendor}${path}`;
    const wsdl = wsdlOf({ service, style: soap.style, operations, version, address });
    const [declaration = '', ...lines] = wsdl.split('\n');
    const text = [declaration, `<!-- ${GENERATED} -->`, ...lines].join('\n');
    return { path: `contracts/${vendor}/wsdl/${service.name}.wsdl`, text };
  });
}
