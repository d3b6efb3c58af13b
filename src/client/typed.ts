import type { Operation, Request, Result } from '#kit/operation.ts';
import type { CallOptions } from './options.ts';

/** A method of a client; its message may be left out when no field has to be there. */
export type Method<Message, Answer> =
  Partial<Message> extends Message
    ? (message?: Message, options?: CallOptions) => Promise<Answer>
    : (message: Message, options?: CallOptions) => Promise<Answer>;

/**
 * What an operation is called with: the parts of its path, its filters, its fields, without the
 * `Credential` fields, which the client adds. `Shape` is the union of the contract's named shapes.
 */
export type MessageOf<Op extends Operation, Credential extends string, Shape> = Op extends {
  readonly notBuilt: true;
}
  ? Undescribed
  : Fields<Request<Op>, Credential, Shape>;

/** What an operation answers, without the vendor's envelope. */
export type ValueOf<Op extends Operation, Shape> = Named<Result<Op>, Shape>;

/** Of an operation that is known by name only, the contract does not say what it takes. */
interface Undescribed {
  readonly [field: string]: unknown;
}

/** Inferred once more, so that an editor writes the fields out. */
type Fields<Message, Credential, Shape> = Message extends infer Given
  ? { [Field in keyof Given as Exclude<Field, Credential>]: Named<Given[Field], Shape> }
  : never;

/** Under its name, so that an editor shows `Order` where it would list fourteen fields. */
export type Named<T, Shape> = T extends readonly (infer Item)[]
  ? readonly NameOf<Item, Shape>[]
  : NameOf<T, Shape>;

type NameOf<T, Shape> = OrItself<T, SameAs<T, Shape>>;

type SameAs<T, Shape> = Shape extends unknown
  ? [T, Shape] extends [Shape, T]
    ? Shape
    : never
  : never;

type OrItself<T, Name> = [Name] extends [never] ? T : Name;
