/*
 * The notation in which this contract is written: elements in schema order, each a name, then its
 * mark, then `:type` where it is no string.
 *
 *   name        exactly once                 name[a..b]  a list, bounds included; * is no bound
 *   name~       exactly once, may be nil     name:thing  an object of `objects`, or a scalar
 *   name?       may be left out              name{}      an object without a name of its own
 *   name?~      may be left out or nil
 */
import type { inline, objects } from './objects.ts';
import type { ScalarValues } from './scalars.ts';

type Objects = typeof objects;
type Inline = typeof inline;

/** What an answer holds, exactly: nil where it may be nil, nothing else left out. */
export type Told<Notation extends string> = Shaped<Notation, 'told'>;
/** What a request may hold: clients leave out, or send empty, what is called mandatory. */
export type Asked<Notation extends string> = Shaped<Notation, 'asked'>;
/** What a request holds that keeps to the WSDL; what may be nil is left out. */
export type Sent<Notation extends string> = Shaped<Notation, 'sent'>;

export type ToldObject<Name extends keyof Objects> = Told<Objects[Name]>;
export type AskedObject<Name extends keyof Objects> = Asked<Objects[Name]>;
export type SentObject<Name extends keyof Objects> = Sent<Objects[Name]>;

type View = 'told' | 'asked' | 'sent';

type Shaped<Notation extends string, V extends View> = Flat<
  {
    readonly [E in Mandatory<Elements<Notation>, V> as NameOf<E>]: ValueOf<E, V>;
  } & {
    readonly [E in Optional<Elements<Notation>, V> as NameOf<E>]?: ValueOf<E, V>;
  }
>;
type Flat<T> = { readonly [K in keyof T]: T[K] };

type Elements<Notation extends string> = Words<Lines<Notation>>;
type Lines<S extends string> = S extends `${infer Line}\n${infer Rest}` ? Line | Lines<Rest> : S;
type Words<S extends string> = S extends `${infer Word} ${infer Rest}`
  ? Exclude<Word, ''> | Words<Rest>
  : Exclude<S, ''>;

type Optional<E extends string, V extends View> = V extends 'asked'
  ? E
  : E extends `${string}?${string}`
    ? E
    : V extends 'sent'
      ? Extract<E, `${string}~${string}`>
      : never;
type Mandatory<E extends string, V extends View> = Exclude<E, Optional<E, V>>;

type NameOf<E extends string> = Before<Before<Before<Before<Before<E, ':'>, '['>, '?'>, '~'>, '{}'>;
type Before<E extends string, Mark extends string> = E extends `${infer Head}${Mark}${string}`
  ? Head
  : E;

type ValueOf<E extends string, V extends View> =
  | (E extends `${string}[${string}` ? readonly ContentOf<E, V>[] : ContentOf<E, V>)
  | (V extends 'told' ? (E extends `${string}~${string}` ? null : never) : never);
type ContentOf<E extends string, V extends View> = E extends `${infer Name}{}`
  ? Name extends keyof Inline
    ? Shaped<Inline[Name], V>
    : never
  : E extends `${string}:${infer Type}`
    ? TypeOf<Type, V>
    : string;
type TypeOf<Type extends string, V extends View> = Type extends keyof Objects
  ? Shaped<Objects[Type], V>
  : V extends 'told'
    ? Type extends keyof ScalarValues
      ? ScalarValues[Type]
      : never
    : string;

/** One element as written. */
export interface Element {
  readonly name: string;
  readonly isOptional: boolean;
  readonly isNillable: boolean;
  readonly list: { readonly least: number; readonly most: number | undefined } | undefined;
  /** Of an object or a scalar; undefined: a string. */
  readonly type: string | undefined;
  readonly isInline: boolean;
}

const ELEMENT =
  /^(?<name>\w+)(?<inline>\{\})?(?<optional>\?)?(?<nillable>~)?(?:\[(?<least>\d+)\.\.(?<most>\d+|\*)\])?(?::(?<type>\w+))?$/;

export const elementsOf = (notation: string): readonly Element[] =>
  notation
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(elementOf);

function elementOf(word: string): Element {
  const parts = ELEMENT.exec(word)?.groups;
  if (!parts?.['name']) throw new Error(`"${word}" is no element`);
  const { name, inline: isInline, optional, nillable, least, most, type } = parts;
  return {
    name,
    isOptional: optional !== undefined,
    isNillable: nillable !== undefined,
    list:
      least === undefined
        ? undefined
        : { least: Number(least), most: most === '*' ? undefined : Number(most) },
    type,
    isInline: isInline !== undefined,
  };
}
