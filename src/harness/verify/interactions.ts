import { HarnessProblem } from '../problem.ts';
import type { StateName } from '../states/build.ts';
import type { AskedRequest } from './asked.ts';

/** One interaction of a pact, with a pact that holds it alone. */
export interface Interaction {
  readonly consumer: string;
  readonly provider: string;
  readonly description: string;
  readonly request: AskedRequest;
  readonly states: readonly StateName[];
  readonly pact: unknown;
}

interface Party {
  readonly name: string;
}

/** As pacts of the versions 2 to 4 have them. */
interface PactInteraction {
  readonly type?: string;
  readonly description: string;
  readonly request?: AskedRequest;
  readonly providerState?: string;
  readonly providerStates?: readonly (Party & { readonly params?: StateName['params'] })[];
}

interface Pact {
  readonly consumer: Party;
  readonly provider: Party;
  readonly interactions?: readonly PactInteraction[];
}

/** The interactions of a pact, in its order. `from` says where the pact was read, for messages. */
export function interactionsIn(text: string, from: string): readonly Interaction[] {
  const pact = pactIn(text, from);
  const { consumer, provider, interactions = [] } = pact;
  return interactions.map((interaction) => {
    const { description, request } = interaction;
    if (!request) {
      throw new HarnessProblem(
        `${from}: “${description}” is no HTTP request: only those are built`,
      );
    }
    return {
      consumer: consumer.name,
      provider: provider.name,
      description,
      request: { ...request, method: request.method.toUpperCase() },
      states: statesOf(interaction),
      pact: { ...pact, interactions: [interaction] },
    };
  });
}

function pactIn(text: string, from: string): Pact {
  const value = jsonIn(text, from);
  if (typeof value === 'object' && value !== null && 'consumer' in value && 'provider' in value) {
    // Written by a pact library; the verifier judges the rest of it.
    return value as Pact;
  }
  throw new HarnessProblem(`${from}: is no pact: it names no consumer or provider`);
}

function jsonIn(text: string, from: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new HarnessProblem(`${from}: is no JSON`);
  }
}

function statesOf({ providerState, providerStates }: PactInteraction): readonly StateName[] {
  if (providerStates) return providerStates.map(({ name, params = {} }) => ({ name, params }));
  return providerState === undefined ? [] : [{ name: providerState, params: {} }];
}
