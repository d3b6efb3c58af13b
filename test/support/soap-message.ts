import { XmlDocument, XmlElement } from 'libxml2-wasm';

/** The message in an answer, by local names; what stands there several times is a list. */
export function messageIn(xml: string): unknown {
  const document = XmlDocument.fromString(xml);
  const message = document.get('/*/*[local-name()="Body"]/*');
  const read = message instanceof XmlElement ? valueOf(message) : undefined;
  document.dispose();
  return read;
}

function valueOf(element: XmlElement): unknown {
  const children = element.find('./*').filter((child) => child instanceof XmlElement);
  if (children.length === 0) return element.content;
  const members: Record<string, unknown> = {};
  for (const child of children) {
    const before = members[child.name];
    const value = valueOf(child);
    if (before === undefined) members[child.name] = value;
    else members[child.name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return members;
}
