import { Type, type Static } from '@sinclair/typebox';
import { validatorOf } from '#kit/ajv.ts';
import type { Document } from '../document.ts';
import { slipIn, slipOf } from '../expressions/filling.ts';

const closed = { additionalProperties: false } as const;
const Message = Type.Record(Type.String(), Type.Unknown());
const With = Type.Optional(Message);

/** How a call of the vendor is signed, where the vendor signs. */
const Signing = Type.Union([
  Type.Literal('with-its-own-key'),
  Type.Literal('with-another-private-key'),
  Type.Literal('with-an-unknown-public-key'),
]);
export type Signing = Static<typeof Signing>;

/** The kinds of steps, each under the key that tells it. */
const kinds = {
  /** Another state first, with parameters of its own. */
  state: Type.Object({ state: Type.String(), with: With }, closed),
  /** A call of the vendor; of its answer what is worth keeping. */
  call: Type.Object(
    {
      call: Type.String({ pattern: '^[a-z0-9]+\\.[A-Za-z]+$' }),
      with: With,
      save: Type.Optional(Type.Record(Type.String(), Type.String())),
    },
    closed,
  ),
  /** Behind the vendor's counter: on a double only. */
  action: Type.Object(
    { action: Type.String({ pattern: '^[a-z0-9]+/[a-z-]+$' }), with: With },
    closed,
  ),
  /** Names for what is there already. */
  values: Type.Object({ values: Message }, closed),
  /** What a signed call carries. */
  sign: Type.Object({ sign: Signing }, closed),
} as const;
type Kinds = typeof kinds;

/** One step to a state. `${…}` and `save` are written as in a scenario; `params` come on top. */
export type StateStep = { [Kind in keyof Kinds]: Static<Kinds[Kind]> }[keyof Kinds];

/** The names of provider states, each with the steps that lead there. */
export type States = Readonly<Record<string, readonly StateStep[]>>;

/** Of a file: its steps are judged one by one, so that a slip is told for the step that is meant. */
export const StatesAsWritten = Type.Record(Type.String(), Type.Array(Message));

export function statesIn(
  document: Document<{ readonly states?: Static<typeof StatesAsWritten> }>,
): States {
  const { states = {} } = document.value;
  for (const [name, steps] of Object.entries(states)) {
    for (const [at, step] of steps.entries()) {
      assertStep(step, document, `/states/${escaped(name)}/${at}`);
    }
  }
  // Each step has just been judged.
  return states as unknown as States;
}

function assertStep(step: object, document: Document<unknown>, pointer: string): void {
  const [kind, ...others] = Object.keys(kinds).filter((key) => key in step);
  if (kind === undefined || others.length > 0) {
    throw document.problem(pointer, `a step has one of: ${Object.keys(kinds).join(', ')}`);
  }
  // Its keys are the kinds.
  const [violation] = validatorOf(kinds[kind as keyof Kinds])(step);
  if (violation) throw document.problem(`${pointer}${violation.pointer}`, violation.message);
  const { save = {}, ...rest } = step as { readonly save?: Readonly<Record<string, string>> };
  for (const [at, text] of textsIn(rest, pointer)) assertWritten(document, at, slipIn(text));
  for (const [at, text] of textsIn(save, `${pointer}/save`)) {
    assertWritten(document, at, slipOf(text));
  }
}

function assertWritten(document: Document<unknown>, pointer: string, slip?: string): void {
  if (slip !== undefined) throw document.problem(pointer, slip);
}

/** Every text within a value, with the pointer to it. */
function textsIn(value: unknown, pointer: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[pointer, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, `${pointer}/${escaped(key)}`),
  );
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
