import { describe, expect, test } from 'vitest';
import { validatorOf } from '#kit/ajv.ts';
import { contracts } from '#contracts/index.ts';
import type { Contract, Operation } from '#kit/operation.ts';
import { readStates } from '#harness/states/recipes.ts';
import type { StateStep } from '#harness/states/steps.ts';
import { filesUnder, textOf } from '../tidy/sources.ts';

interface Body {
  readonly content: Readonly<Record<string, unknown>>;
}
interface Interaction {
  readonly description: string;
  readonly providerStates?: readonly { readonly name: string }[];
  readonly request: { readonly method: string; readonly path: string; readonly body: Body };
  readonly response: { readonly status: number; readonly body: Body };
}
interface Pact {
  readonly provider: { readonly name: string };
  readonly interactions: readonly Interaction[];
}

const pacts = filesUnder('contracts/pacts').map((path) => JSON.parse(textOf(path)) as Pact);
const agreed = contracts
  .map((contract) => ({
    contract,
    interactions: pacts
      .filter(({ provider }) => provider.name === contract.vendor)
      .flatMap(({ interactions }) => interactions),
  }))
  .filter(({ interactions }) => interactions.length > 0);

interface Asked {
  readonly name: string;
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The operation that a request is for: of two that fit, the one with fewer parameters. */
function askedIn({ operations }: Contract, { method, path }: Interaction['request']): Asked {
  const fitting = Object.entries(operations).flatMap(([name, operation]): readonly Asked[] => {
    const pattern = operation.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const found = new RegExp(`^${pattern}/{0,2}$`).exec(path);
    if (!found || operation.method !== method) return [];
    return [{ name, operation, parameters: found.groups ?? {} }];
  });
  const [asked] = fitting.sort(
    (one, other) => Object.keys(one.parameters).length - Object.keys(other.parameters).length,
  );
  if (!asked) throw new Error(`no operation is asked for with ${method} ${path}`);
  return asked;
}

test('there are pacts with Utick and WsOne', () => {
  expect(agreed.map(({ contract }) => contract.vendor)).toEqual(['utick', 'wsone']);
});

/** A client of WsOne is refused by the code: there HTTP's status says it of credentials only. */
const isRefused = ({ status, body }: Interaction['response']): boolean =>
  status >= 400 || !['000', undefined].includes(body.content['responseCode'] as string);

/** HTTP statuses of the refusals that every client meets. */
const REFUSED_WITH: Readonly<Record<string, readonly number[]>> = {
  utick: [400, 401, 404, 409],
  wsone: [200, 401],
};

describe.each(agreed.map((one) => [one.contract.vendor, one] as const))(
  'the pacts with %s',
  (vendor, { contract, interactions }) => {
    test('hold an interaction for every operation that is built', () => {
      const built = Object.entries(contract.operations).filter(([, { notBuilt }]) => !notBuilt);
      const asked = new Set(interactions.map(({ request }) => askedIn(contract, request).name));
      expect(built.map(([name]) => name).filter((name) => !asked.has(name))).toEqual([]);
    });

    test('hold the refusals that every client meets', () => {
      const refused = interactions.filter(({ response }) => isRefused(response));
      const statuses = new Set(refused.map(({ response }) => response.status));
      expect([...statuses].sort()).toEqual(REFUSED_WITH[vendor]);
    });

    test('say each thing once', () => {
      const all = interactions.map(({ description }) => description);
      expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([]);
    });

    test.each(interactions.map((one) => [one.description, one] as const))(
      '“%s” keeps to the contract with its examples',
      (_, { request, response }) => {
        const { operation, parameters } = askedIn(contract, request);
        const message = { ...parameters, ...request.body.content };
        expect(validatorOf(operation.request)(message)).toEqual([]);
        const answer = isRefused(response) ? contract.refusal : operation.response;
        expect(validatorOf(answer)(response.body.content)).toEqual([]);
      },
    );

    test('name states that a double can be brought into, and all of those', () => {
      const file = `fixtures/states/${vendor}.yaml`;
      const { states } = readStates(file, textOf(file));
      const named = interactions.flatMap(({ providerStates = [] }) =>
        providerStates.map(({ name }) => name),
      );
      const builtOn = Object.values(states).flatMap((steps) => steps.flatMap(stateIn));
      const used = new Set([...named, ...builtOn]);
      expect([...used].filter((name) => !(name in states))).toEqual([]);
      expect(Object.keys(states).filter((name) => !used.has(name))).toEqual([]);
    });
  },
);

const stateIn = (step: StateStep): readonly string[] => ('state' in step ? [step.state] : []);

test('the pacts hold no key that could be a real one', () => {
  const text = JSON.stringify(pacts);
  const keys = [...text.matchAll(/"publickey":("[^"]*")/g)].map(([, key]) => key);
  const passwords = text.match(/Basic [A-Za-z0-9+/=]+/g) ?? [];
  const signatures = [...text.matchAll(/"signature":("[^"]*")/g)].map(([, one]) => one);
  expect(new Set(keys)).toEqual(new Set(['"TEST-PUBLIC-KEY"']));
  expect(new Set(passwords)).toEqual(new Set(['Basic VEVTVC1VU0VSTkFNRTpURVNULVBBU1NXT1JE']));
  expect(new Set(signatures)).toEqual(new Set([`"${'0'.repeat(64)}"`]));
});
