import { MatchersV3 } from '@pact-foundation/pact';
import type { Part } from './matching.ts';

/** A body of XML as a pact has it: an example, what of it is matched how, what a provider's state gives. */
export interface XmlBody {
  readonly kind: 'xml';
  readonly text: string;
  readonly rules: readonly XmlRule[];
  readonly generators: Readonly<Record<string, Generator>>;
}

export interface XmlRule {
  readonly path: string;
  readonly rules: readonly MatchersV3.Matcher<unknown>[];
}

interface Generator {
  readonly type: 'ProviderState';
  readonly expression: string;
}

/** Where an element is: rules name it by its namespace, generators by its prefix. */
export interface XmlPlace {
  readonly byNamespace: string;
  readonly byPrefix: string;
  /** In which namespace the children of an element stand; without it they stand in none. */
  readonly childrenOf?: (element: string) => Namespace;
}

export interface Namespace {
  readonly uri: string;
  readonly prefix: string;
}

export interface Fragment {
  readonly text: string;
  readonly rules: readonly XmlRule[];
  readonly generators: XmlBody['generators'];
}

const NOTHING: Fragment = { text: '', rules: [], generators: {} };

export const joined = (fragments: readonly Fragment[]): Fragment => ({
  text: fragments.map(({ text }) => text).join(''),
  rules: fragments.flatMap(({ rules }) => rules),
  generators: Object.assign({}, ...fragments.map(({ generators }) => generators)) as Record<
    string,
    Generator
  >,
});

export const below = (
  { byNamespace, byPrefix, ...rest }: XmlPlace,
  step: string,
  prefixed = step,
): XmlPlace => ({
  ...rest,
  byNamespace: `${byNamespace}['${step}']`,
  byPrefix: `${byPrefix}['${prefixed}']`,
});

/** The same parts that stand in a body of JSON, as elements; `parent` is whose they are. */
export function elementsOf(
  parts: Readonly<Record<string, Part>>,
  at: XmlPlace,
  parent = '',
): Fragment {
  const namespace = at.childrenOf?.(parent);
  const named = (local: string): Name => ({
    local,
    name: namespace ? `${namespace.prefix}:${local}` : local,
    step: namespace ? `${namespace.uri}:${local}` : local,
  });
  return joined(Object.entries(parts).map(([local, part]) => element(named(local), part, at)));
}

/** An element: its local name, as it is written, and as rules name it. */
interface Name {
  readonly local: string;
  readonly name: string;
  readonly step: string;
}

function element(named: Name, part: Part, parent: XmlPlace): Fragment {
  const { local, name, step } = named;
  const at = below(parent, step, name);
  if (part === null || part === undefined) return NOTHING;
  if (Array.isArray(part)) return joined(part.map((item: Part) => element(named, item, parent)));
  if (!isObject(part)) return leaf(name, { at, value: part, rule: equality(part) });
  const kind = part['pact:matcher:type'];
  if (kind === undefined) return wrapped(name, elementsOf(part, at, local));
  const { value } = part;
  // A rule on the list itself would forbid what else its elements have: the first one is compared.
  if (Array.isArray(value)) return element(named, value[0], parent);
  // Keys of its own, of which the client relies on none.
  if (isObject(value)) return wrapped(name, NOTHING);
  return leaf(name, { at, value, rule: ruleOf(part), expression: part['expression'] });
}

const wrapped = (name: string, inside: Fragment): Fragment => ({
  ...inside,
  text: `<${name}>${inside.text}</${name}>`,
});

interface Leaf {
  readonly at: XmlPlace;
  readonly value: unknown;
  readonly rule: MatchersV3.Matcher<unknown>;
  readonly expression?: unknown;
}

/** The text of one element, which may stand in a namespace. */
export function textAt(part: Readonly<Record<string, unknown>>, at: XmlPlace): Fragment {
  const { value, expression } = part;
  const found = leaf('text', { at, value, rule: ruleOf(part), expression });
  return { ...found, text: escaped(String(value)) };
}

function leaf(name: string, { at, value, rule, expression }: Leaf): Fragment {
  const { byNamespace, byPrefix } = below(at, '#text');
  return {
    text: `<${name}>${escaped(String(value))}</${name}>`,
    rules: [{ path: byNamespace, rules: [rule] }],
    generators:
      typeof expression === 'string' ? { [byPrefix]: { type: 'ProviderState', expression } } : {},
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Said of each, for the rule of a list holds below it too. */
const equality = (value: unknown): MatchersV3.Matcher<unknown> => MatchersV3.equal(String(value));

/** In XML all is text. */
function ruleOf(matcher: Readonly<Record<string, unknown>>): MatchersV3.Matcher<unknown> {
  const { value } = matcher;
  const example = String(value);
  switch (matcher['pact:matcher:type']) {
    case 'regex':
      return MatchersV3.regex(String(matcher['regex']), example);
    case 'integer':
      return MatchersV3.regex('^-?\\d+$', example);
    case 'equality':
      return equality(value);
    case 'notEmpty':
      return MatchersV3.regex('^[\\s\\S]+$', example);
    case 'type':
      return typeof value === 'boolean'
        ? MatchersV3.regex('^(true|false)$', example)
        : MatchersV3.like(example);
    default:
      throw new Error(`XML has no rule like ${String(matcher['pact:matcher:type'])}`);
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
