import { Type, type Static } from '@sinclair/typebox';
import { readDocument } from '../document.ts';
import { statesIn, StatesAsWritten, type States } from './steps.ts';

/** A file that tells how the double of a vendor gets into the states that pacts name. */
const StatesFile = Type.Object(
  {
    dataset: Type.String({ description: 'What a sandbox starts from, before any step.' }),
    credentials: Type.Record(Type.String(), Type.String(), {
      description: 'Those of the data set, obviously fake.',
    }),
    settings: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'Of the vendor, where the double is to be stricter than it is by default.',
      }),
    ),
    states: StatesAsWritten,
  },
  { additionalProperties: false },
);

export interface Recipes extends Omit<Static<typeof StatesFile>, 'states'> {
  readonly states: States;
}

/** `file` is for messages. */
export function readStates(file: string, text: string): Recipes {
  const document = readDocument(file, text, StatesFile);
  return { ...document.value, states: statesIn(document) };
}
