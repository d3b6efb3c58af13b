// Loads a large library: imported only where answers are to be checked against their schemas.
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlElement,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import type { XmlSchema } from '#kit/soap/wsdl.ts';
import type { XmlCheck } from '../self-check.ts';

/** Schemas that others import are found here by name: nothing is ever fetched. */
const imported = new XmlBufferInputProvider({});
xmlRegisterInputProvider(imported);
const encoder = new TextEncoder();
const validators = new WeakMap<readonly XmlSchema[], XsdValidator>();
let counted = 0;

/** The first child of the body against its service's schemas; a fault is of no schema of theirs. */
export const xmlCheck: XmlCheck = (text, schemas) => {
  const document = XmlDocument.fromString(text);
  try {
    const message = document.get('/*[local-name()="Envelope"]/*[local-name()="Body"]/*[1]');
    if (!(message instanceof XmlElement) || message.name === 'Fault') return undefined;
    validatorOf(schemas).validate(message);
    return undefined;
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    const [detail] = error.details;
    const where = detail ? `/line ${detail.line}` : '';
    return { pointer: where, message: (detail?.message ?? error.message).trim(), keyword: 'xsd' };
  } finally {
    document.dispose();
  }
};

function validatorOf(schemas: readonly XmlSchema[]): XsdValidator {
  const known = validators.get(schemas);
  if (known) return known;
  counted += 1;
  const names = new Map(
    schemas.map(({ namespace }, at) => [namespace, `memory:${counted}/${at}.xsd`]),
  );
  const texts = schemas.map(({ text }) => located(text, names));
  const url = [...names.values()];
  texts.forEach((text, at) => imported.addBuffer(url[at] ?? '', encoder.encode(text)));
  const main = XmlDocument.fromString(texts.at(-1) ?? '', { url: url.at(-1) ?? '' });
  const created = XsdValidator.fromDoc(main);
  validators.set(schemas, created);
  return created;
}

/** An import within a WSDL names no place; here it needs one. */
const located = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replace(/<xs:import namespace="([^"]*)"\/>/g, (whole, namespace: string) => {
    const name = names.get(namespace);
    return name ? `<xs:import namespace="${namespace}" schemaLocation="${name}"/>` : whole;
  });
