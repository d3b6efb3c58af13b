import { placeText, type Hint, type Place } from '../place.ts';
import { filled, placeWithin, type Template } from '../read/template.ts';
import type { Scope } from '../read/expression.ts';
import type { ExpectedEnd, Placed, Saving } from '../scenario.ts';
import { endText, type Ended } from './call.ts';
import { isObject, mismatchesOf, pathText, wordsFor } from './match.ts';
import { checked, found, joined, NOTHING, type Outcome } from './outcome.ts';

/** What judging needs, the same for a whole scenario. */
export interface Bench {
  readonly scope: Scope;
  readonly hint: Hint;
  /** Our word for why this was refused; throws or gives nothing where nobody knows. */
  readonly failureOf: (exchange: string) => Promise<string | undefined>;
}

interface Judged {
  /** `utick.getOrder` */
  readonly name: string;
  /** Of the step. */
  readonly at: Place;
  readonly expected: ExpectedEnd;
}

/** Whether a call ended as it was to end. */
export async function judgeEnd(
  { name, at, expected }: Judged,
  ended: Ended,
  bench: Bench,
): Promise<Outcome> {
  if (ended.kind === 'broken') {
    return found({ where: placeText(at), what: `${name}: ${ended.why}` });
  }
  if (expected.kind === 'free') return NOTHING;
  if (expected.kind === 'ok' && ended.kind === 'ok') {
    const { answer } = expected;
    const judged = answer ? await judgeValue(answer, ended.value, bench) : NOTHING;
    return joined([checked(`${name} is done`), judged]);
  }
  if (expected.kind === 'refused' && ended.kind === 'refused') {
    return joined([checked(`${name} is refused`), ...(await judgeRefusal(expected, ended, bench))]);
  }
  if (expected.kind === 'lost' && ended.kind === 'lost') return judgeLoss(name, expected, ended);
  const where = placeText(expected.at);
  return found({ where, what: name, expected: expectedText(expected), seen: endText(ended) });
}

function expectedText(expected: Exclude<ExpectedEnd, { kind: 'free' }>): string {
  switch (expected.kind) {
    case 'ok':
      return 'done';
    case 'refused':
      return expected.failure ? `refused (${expected.failure.value})` : 'refused';
    case 'lost':
      return `lost (${expected.how})`;
  }
}

/** Whether a value is as its pattern says, with everything that is not. */
export async function judgeValue(
  template: Template,
  value: unknown,
  { scope, hint }: Pick<Bench, 'scope' | 'hint'>,
): Promise<Outcome> {
  const pattern = await filled(template, scope);
  const troubles = mismatchesOf(pattern, value, hint).map(({ path, expected, seen }) => ({
    where: placeText(placeWithin(template, path)),
    what: pathText(path),
    ...{ expected, seen },
  }));
  if (troubles.length === 0) return checked(`as expected: ${wordsFor(pattern)}`);
  return {
    ...found(...troubles),
    comparison: { expected: pattern, seen: seenPart(pattern, value) },
  };
}

/** Of a value what the pattern speaks of, so that the two can be read side by side. */
export function seenPart(pattern: unknown, value: unknown): unknown {
  if (Array.isArray(pattern) && Array.isArray(value)) {
    const patterns: readonly unknown[] = pattern;
    return value.map((item, at) => seenPart(patterns[at] ?? patterns.at(-1), item));
  }
  if (!isObject(pattern) || !isObject(value)) return value;
  const keys = Object.keys(pattern);
  if (keys.some((key) => key.startsWith('$'))) return value;
  const there = keys.filter((key) => Object.hasOwn(value, key));
  return Object.fromEntries(there.map((key) => [key, seenPart(pattern[key], value[key])]));
}

async function judgeRefusal(
  { words, failure }: Extract<ExpectedEnd, { kind: 'refused' }>,
  { failure: said, response }: Extract<Ended, { kind: 'refused' }>,
  bench: Bench,
): Promise<readonly Outcome[]> {
  const { code, message, status } = said;
  return [
    words ? await judgeValue(words, { code, message, status }, bench) : NOTHING,
    failure ? await judgeFailure(failure, response.headers['x-sosie-exchange'], bench) : NOTHING,
  ];
}

async function judgeFailure(
  { value: word, at }: Placed<string>,
  exchange: string | undefined,
  { failureOf }: Bench,
): Promise<Outcome> {
  const seen = exchange === undefined ? undefined : await failureOf(exchange);
  if (seen === undefined) {
    return { ...NOTHING, unchecked: [`failure ${word}: only a double knows this word`] };
  }
  if (seen === word) return checked(`the failure is ${word}`);
  return found({ where: placeText(at), what: 'failure', expected: word, seen });
}

function judgeLoss(
  name: string,
  { at, how, status }: Extract<ExpectedEnd, { kind: 'lost' }>,
  ended: Extract<Ended, { kind: 'lost' }>,
): Outcome {
  const isSame = ended.how === how && (status === undefined || status === ended.status);
  if (isSame) return checked(`the answer of ${name} is lost (${how})`);
  const expected = `lost (${how}${status === undefined ? '' : ` ${status}`})`;
  return found({ where: placeText(at), what: name, expected, seen: endText(ended) });
}

/** What an answer gives to later steps. Throws an `ExpressionProblem`. */
export async function savedFrom(
  save: readonly Saving[],
  value: unknown,
  scope: Scope,
): Promise<Outcome['saved']> {
  const saved: Record<string, unknown> = {};
  for (const { name, expression } of save) saved[name] = await expression.evaluate(value, scope);
  return saved;
}
