import { Type, type TSchema, type TUnsafe } from '@sinclair/typebox';
import { evidence, List, nillable, sensitive } from '#kit/types.ts';
import { elementsOf, type Asked, type Element, type Told } from './notation.ts';
import { inline, objects, type ObjectName } from './objects.ts';
import { scalars } from './scalars.ts';
import { isSecret } from './secrets.ts';

/** `told`: as the WSDL says. `asked`: as texts, none mandatory: the domain judges what is missing. */
type View = 'told' | 'asked';

/** The schema of a message as the WSDL says; `owner` is whose elements they are. */
export const toldAs = <N extends string>(notation: N, owner: string): TUnsafe<Told<N>> =>
  Type.Unsafe<Told<N>>(objectOf(notation, { owner, view: 'told' }));

/** The schema of a request that may lack anything, as the service takes it. */
export const askedAs = <N extends string>(notation: N, owner: string): TUnsafe<Asked<N>> =>
  Type.Unsafe<Asked<N>>(objectOf(notation, { owner, view: 'asked' }));

/** An object of the vendor's, as the WSDL says. */
export const objectNamed = (name: ObjectName): TSchema => named(name, 'told');

const known = new Map<string, TSchema>();

/** Made once each: schemas that are compared by reference share what was compiled for them. */
function named(name: ObjectName, view: View): TSchema {
  const key = `${view} ${name}`;
  const before = known.get(key);
  if (before) return before;
  const made = objectOf(objects[name], { owner: name, view, title: name });
  known.set(key, made);
  return made;
}

interface Place {
  readonly owner: string;
  readonly view: View;
  readonly title?: string;
}

function objectOf(notation: string, place: Place): TSchema {
  const members = elementsOf(notation).map((element) => [element.name, memberOf(element, place)]);
  return Type.Object(Object.fromEntries(members), {
    ...(place.view === 'told' ? { additionalProperties: false } : {}),
    ...(place.title === undefined ? {} : { title: place.title }),
  });
}

function memberOf(element: Element, { owner, view }: Place): TSchema {
  const content = contentOf(element, view);
  const marked = isSecret(owner, element.name) ? sensitive(content) : content;
  const known = owner === 'order' ? evidence('documented', marked) : marked;
  if (view === 'asked') return Type.Optional(element.list ? List(known) : known);
  const whole = element.list ? listOf(known, element.list) : known;
  const value = element.isNillable ? nillable(whole) : whole;
  return element.isOptional ? Type.Optional(value) : value;
}

const listOf = (items: TSchema, { least, most }: NonNullable<Element['list']>): TSchema =>
  List(items, { minItems: least, ...(most === undefined ? {} : { maxItems: most }) });

function contentOf({ name, type, isInline }: Element, view: View): TSchema {
  if (isInline) return objectOf(inline[nameIn(inline, name)], { owner: name, view });
  if (type === undefined) return Type.String();
  if (Object.hasOwn(objects, type)) return named(nameIn(objects, type), view);
  const scalar = scalars[nameIn(scalars, type)];
  return view === 'told' ? scalar : Type.String();
}

function nameIn<T extends object>(table: T, name: string): keyof T {
  if (!Object.hasOwn(table, name)) throw new Error(`the contract has no ${name}`);
  return name as keyof T; // seen just now
}
