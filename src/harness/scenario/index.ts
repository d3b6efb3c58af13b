export { findingText, inOrder, type Finding, type Hint } from './place.ts';
export { readScenario, type ReadScenario, type Source } from './read/read-scenario.ts';
export {
  countOf,
  labelOf,
  type Exchange,
  type Report,
  type ScenarioResult,
  type StepResult,
} from './report/result.ts';
export { overProtocols, protocols } from './protocols.ts';
export type { Address } from './run/control.ts';
export { doubleTarget } from './run/double.ts';
export { htmlOf } from './report/html/page.ts';
export { jsonOf } from './report/json.ts';
export { junitOf } from './report/junit.ts';
export { textOf } from './report/text.ts';
export { realTarget } from './run/real.ts';
export { replay, type ReplayOptions } from './run/replay.ts';
export type { Target } from './run/stage.ts';
export type { Scenario } from './scenario.ts';
