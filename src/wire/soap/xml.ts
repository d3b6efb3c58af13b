import { SaxesParser, type SaxesAttributeNS } from 'saxes';
import { done, refused, type Outcome } from '#kernel/outcome.ts';

/** An element as read: prefixes are gone, names and namespaces stay. */
export interface XmlElement {
  readonly name: string;
  /** Empty: in no namespace. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** What stands directly between its tags, CDATA included, comments not. */
  readonly text: string;
}

export interface XmlAttribute {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

/** Deeper than any vendor's message; what walks through a message must not run out of stack. */
const MOST_DEPTH = 200;

/** Why a text is no message, without quoting it: nobody could mask it. */
class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** Reads a document strictly. A DTD is refused before anything of it is expanded or fetched. */
export function readXml(text: string): Outcome<XmlElement, { readonly why: string }> {
  const reader = new Reader();
  try {
    return done(reader.read(text));
  } catch (error) {
    if (error instanceof Unreadable) return refused({ why: error.message });
    throw error;
  }
}

/** An element that its children are still added to. */
interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

class Reader {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #open: OpenElement[] = [];
  #root: OpenElement | undefined;

  read(text: string): XmlElement {
    const parser = this.#parser;
    parser.on('error', () => this.#stop('not well-formed XML'));
    parser.on('doctype', () => this.#stop('a document type declaration is not accepted'));
    parser.on('opentag', ({ local, uri, attributes }) => {
      const given = attributesIn(attributes);
      this.#begin({ name: local, namespace: uri, attributes: given, children: [], text: '' });
    });
    parser.on('text', (piece) => this.#add(piece));
    parser.on('cdata', (piece) => this.#add(piece));
    parser.on('closetag', () => void this.#open.pop());
    parser.write(text).close();
    return this.#root ?? this.#stop('not well-formed XML');
  }

  #begin(element: OpenElement): void {
    if (this.#open.length >= MOST_DEPTH) this.#stop(`nested deeper than ${MOST_DEPTH} levels`);
    this.#open.at(-1)?.children.push(element);
    this.#root ??= element;
    this.#open.push(element);
  }

  #add(piece: string): void {
    const element = this.#open.at(-1);
    if (element) element.text += piece;
  }

  #stop(why: string): never {
    throw new Unreadable(`${why}, line ${this.#parser.line} column ${this.#parser.column + 1}`);
  }
}

const NO_ATTRIBUTES: readonly XmlAttribute[] = [];

/** Without the declarations of namespaces. Most elements have none, and share an empty list. */
function attributesIn(
  attributes: Readonly<Record<string, SaxesAttributeNS>>,
): readonly XmlAttribute[] {
  let found: XmlAttribute[] | undefined;
  for (const { prefix, name, local, uri, value } of Object.values(attributes)) {
    if (prefix === 'xmlns' || name === 'xmlns') continue;
    (found ??= []).push({ name: local, namespace: uri, value });
  }
  return found ?? NO_ATTRIBUTES;
}

export const childNamed = (
  parent: XmlElement | undefined,
  name: string,
  namespace?: string,
): XmlElement | undefined =>
  parent?.children.find(
    (child) => child.name === name && (namespace === undefined || child.namespace === namespace),
  );

export const attributeOf = (
  { attributes }: XmlElement,
  name: string,
  namespace: string,
): string | undefined =>
  attributes.find((attribute) => attribute.name === name && attribute.namespace === namespace)
    ?.value;
