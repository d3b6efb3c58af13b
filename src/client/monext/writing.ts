import { elementsOf, inline, messages, objects, type ObjectName } from '#contracts/monext/index.ts';
import type { Call } from '../dialect.ts';
import { isObject } from '../json.ts';

type Values = Readonly<Record<string, unknown>>;

const requests: ReadonlyMap<string, string> = new Map(
  Object.values(messages).flatMap((service) =>
    Object.entries(service).map(([name, { request }]) => [name, request] as const),
  ),
);

/** A message with its elements in the order of the WSDL, amounts as texts, nothing undefined. */
export function inSchemaOrder({ name, message }: Call): Values {
  const notation = requests.get(name);
  if (notation === undefined) throw new Error(`no service has ${name}`);
  return ordered(notation, message);
}

/** What the WSDL does not know comes last: the vendor looks over it, or says what it thinks. */
function ordered(notation: string, values: Values): Values {
  const elements = elementsOf(notation);
  const known = elements.map(({ name, type, isInline }) => {
    const inner = isInline
      ? inline[name as keyof typeof inline]
      : type && objects[type as ObjectName];
    return [name, written(values[name], inner)] as const;
  });
  const names = new Set(elements.map(({ name }) => name));
  const others = Object.entries(values).filter(([name]) => !names.has(name));
  const all = [...known, ...others.map(([name, value]) => [name, written(value)] as const)];
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

function written(value: unknown, notation?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => written(item, notation));
  if (isObject(value)) return ordered(notation ?? '', value);
  return typeof value === 'number' ? String(value) : value;
}
