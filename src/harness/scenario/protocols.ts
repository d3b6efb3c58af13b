import type { Scenario, Step } from './scenario.ts';
import { replayVendors, type Protocol } from './vendors.ts';

/** All that any vendor offers. */
export const protocols: readonly Protocol[] = [
  ...new Set(replayVendors.flatMap((vendor) => vendor.protocols)),
];

/**
 * Each scenario once for each protocol of the vendors that it calls, unless it says which; with
 * `only`, of these no other.
 */
export const overProtocols = (
  scenarios: readonly Scenario[],
  only?: Protocol,
): readonly Scenario[] =>
  scenarios.flatMap((scenario) => {
    const offered = offeredTo(scenario);
    if (offered.length === 0) return [scenario];
    const { given } = scenario;
    return (given.protocol === undefined ? offered : [given.protocol])
      .filter((protocol) => only === undefined || protocol === only)
      .map((protocol) => ({ ...scenario, given: { ...given, protocol } }));
  });

function offeredTo({ steps }: Scenario): readonly Protocol[] {
  const called = new Set(steps.flatMap(calledBy));
  return (
    replayVendors.find(({ name, protocols: own }) => called.has(name) && own.length > 0)
      ?.protocols ?? []
  );
}

function calledBy(step: Step): readonly string[] {
  switch (step.kind) {
    case 'call':
      return [step.vendor];
    case 'parallel':
      return step.steps.flatMap(calledBy);
    case 'action':
    case 'fault':
    case 'clock':
    case 'await':
      return [];
  }
}
