import {
  elementsOf,
  inline,
  messages,
  objects,
  type ObjectName,
  type Told,
  type ToldObject,
} from '#contracts/monext/index.ts';

type Messages = typeof messages;
type Services = Messages[keyof Messages];
/** Every operation over SOAP, by its name. */
export type OperationName = { [S in keyof Messages]: keyof Messages[S] }[keyof Messages] & string;

type Values = Readonly<Record<string, unknown>>;

/** An object of the contract with nothing in it: nil, empty, or left out, as its schema allows. */
export const blank = <N extends ObjectName>(name: N): ToldObject<N> =>
  // Made from the very notation that the type is read from.
  blankOf(objects[name]) as ToldObject<N>;

const blanks = new Map<string, Values>();

function blankOf(notation: string): Values {
  const known = blanks.get(notation);
  if (known) return known;
  const members = elementsOf(notation)
    .filter(({ isOptional }) => !isOptional)
    .map((element) => [element.name, blankValue(element)] as const);
  const made = Object.fromEntries(members);
  blanks.set(notation, made);
  return made;
}

type Element = ReturnType<typeof elementsOf>[number];

function blankValue({ name, isNillable, list, type, isInline }: Element): unknown {
  if (isNillable) return null;
  if (list) return [];
  if (isInline) return blankOf(inline[name as keyof typeof inline]); // as the notation says
  if (type === undefined) return '';
  return Object.hasOwn(objects, type) ? blankOf(objects[type as ObjectName]) : '';
}

/** What a client sent of an object, told again: what it left out is nil, empty or left out. */
export const filled = <N extends ObjectName>(name: N, sent: Values): ToldObject<N> =>
  ({ ...blankOf(objects[name]), ...sentOf(objects[name], sent) }) as ToldObject<N>; // as above

function sentOf(notation: string, sent: Values): Values {
  const members = elementsOf(notation)
    .filter(({ name }) => sent[name] !== undefined)
    .map(({ name, type }) => [name, again(type, sent[name])] as const);
  return Object.fromEntries(members);
}

const again = (type: string | undefined, value: unknown): unknown =>
  type !== undefined && Object.hasOwn(objects, type)
    ? filled(type as ObjectName, value as Values) // the contract checked the request
    : value;

/** An operation's whole answer with nothing in it but the result. */
export function answerWithout<N extends OperationName>(
  operation: N,
  result: ToldObject<'result'>,
): Told<ResponseOf<N>> {
  const pair = Object.values<Services>(messages).find((own) => Object.hasOwn(own, operation));
  const { response } = (pair as Readonly<Record<N, { readonly response: string }>>)[operation];
  return { ...blankOf(response), result } as Told<ResponseOf<N>>; // as above
}

type ResponseOf<N extends OperationName> = {
  [S in keyof Messages]: N extends keyof Messages[S]
    ? Messages[S][N] extends { readonly response: infer R extends string }
      ? R
      : never
    : never;
}[keyof Messages];
