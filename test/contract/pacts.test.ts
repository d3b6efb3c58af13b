import { describe, expect, test } from 'vitest';
import { validatorOf } from '#kit/ajv.ts';
import { readStates } from '#harness/states/recipes.ts';
import type { StateStep } from '#harness/states/steps.ts';
import { textOf } from '../tidy/sources.ts';
import { agreed, askedIn, isXml, jsonOf, pacts } from './agreed.ts';
import type { Interaction } from './agreed.ts';

test('there are pacts with all four vendors', () => {
  const some = agreed.filter(({ interactions }) => interactions.length > 0);
  expect(some.map(({ contract }) => contract.vendor)).toEqual(['utick', 's360', 'wsone', 'monext']);
});

/** Whether the envelope of a refusal answers; S-360 and Monext refuse in the result itself. */
const isRefused = ({ status, body }: Interaction['response']): boolean =>
  status >= 400 || !['000', undefined].includes(jsonOf(body)['responseCode'] as string);

/** HTTP statuses of the refusals that every client meets; in XML a result of its own says no. */
const REFUSED_WITH: Readonly<Record<string, readonly number[]>> = {
  utick: [400, 401, 404, 409],
  s360: [401, 500],
  wsone: [200, 401],
  monext: [401],
};

describe.each(agreed.map((one) => [one.contract.vendor, one] as const))(
  'the pacts with %s',
  (vendor, { contract, interactions }) => {
    test('hold an interaction for every operation that is built', () => {
      const built = Object.entries(contract.operations).filter(([, { notBuilt }]) => !notBuilt);
      const asked = new Set(interactions.map((asked) => askedIn(contract, asked).name));
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

    // XML is read by the double when the pacts are verified.
    const inJson = interactions
      .filter((interaction) => !isXml(interaction))
      .map((interaction) => [interaction.description, interaction] as const);

    test.each(inJson)('“%s” keeps to the contract with its examples', (_, interaction) => {
      const { request, response } = interaction;
      const { operation, parameters } = askedIn(contract, interaction);
      const message = { ...parameters, ...jsonOf(request.body) };
      expect(validatorOf(operation.request)(message)).toEqual([]);
      const answer = isRefused(response) ? contract.refusal : operation.response;
      expect(validatorOf(answer)(response.body?.content)).toEqual([]);
    });

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
  const allOf = (pattern: RegExp) => [
    ...new Set([...text.matchAll(pattern)].map(([, found = '']) => found)),
  ];
  expect(allOf(/"publickey":"([^"]*)"/g)).toEqual(['TEST-PUBLIC-KEY']);
  expect(allOf(/"signature":"([^"]*)"/g)).toEqual(['0'.repeat(64)]);
  const basic = allOf(/Basic ([A-Za-z0-9+/=]{4,})/g);
  expect(basic.map((one) => Buffer.from(one, 'base64').toString()).sort()).toEqual([
    '10000000000001:TEST-ACCESS-KEY',
    'TEST-USERNAME:TEST-PASSWORD',
  ]);
  expect(allOf(/<wsse:Password[^>]*>([^<]*)</g)).toEqual(['TEST-SECRET']);
});
