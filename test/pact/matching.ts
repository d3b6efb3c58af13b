import { MatchersV3 } from '@pact-foundation/pact';

const { equal, integer, like, regex } = MatchersV3;

/** A value of a request or an answer: an exact one, or a matcher with its example. */
export type Part = unknown;

/** Everything that a contract requires, each with what a client relies on. */
export type Parts<T> = {
  readonly [K in keyof T as Partial<Pick<T, K>> extends Pick<T, K> ? never : K]: Part;
};

export const text = (example: string): Part => like(example);
/** An id is opaque, and never empty; so is a text that people have to be told. */
export const id = (example: string): Part => ({
  'pact:matcher:type': 'notEmpty',
  value: example,
});
export const idOrEmpty = (example = ''): Part => like(example);
export const idOrNull = (example: string | null = null): Part => maybe('.*', example);
export const whole = (example: number): Part => integer(example);
export const wholeOrNull = (example: number | null): Part => maybe('\\d+', example);
export const yesOrNo = (example = false): Part => like(example);
export const keys = (example: object = {}): Part => like(example);
export const url = (example: string): Part => regex('^https?://\\S+$', example);
export const oneOf = (...values: readonly string[]): Part =>
  regex(`^(${values.join('|')})$`, values[0] ?? '');

export const DATE = '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(Z|[+-]\\d{2}(:?\\d{2})?)';
export const date = (example = '2026-03-04T10:00:00+01:00'): Part => regex(`^${DATE}$`, example);
export const dateOrNull = (example: string | null = null): Part => maybe(DATE, example);

/** At least one, each of this form. */
export const some = (item: Part): Part => MatchersV3.eachLike(item);

/** One of this form among others. */
export const including = (item: Part): Part => MatchersV3.arrayContaining(item);

// A null is matched as the text “null”; the library's own type knows texts only.
const maybe = (pattern: string, example: string | number | null): Part => ({
  'pact:matcher:type': 'regex',
  regex: `^(null|${pattern})$`,
  value: example,
});

/** What stands in a pact where a verifier puts in what it made with the provider's state. */
export type Examples = Readonly<Record<string, string>>;

/** In a request: here exactly the example, at a provider what its state gives under this name. */
export const givenOf =
  <E extends Examples>(examples: E) =>
  (name: keyof E & string): Part =>
    injected(equal(examples[name]), `\${${name}}`);

/** A path whose `${orderId}` the state gives. How many slashes end it is nobody's business here. */
export function pathWith(examples: Examples, template: string): MatchersV3.Matcher<string> {
  const example = template.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => examples[name] ?? name);
  return injected(regex(`^${example}/{0,2}$`, example), template);
}

export function injected<T>(
  matcher: MatchersV3.Matcher<T>,
  expression: string,
): MatchersV3.Matcher<T> {
  // The library's type has no word for the expression, its native part reads it.
  return { ...matcher, 'pact:generator:type': 'ProviderState', ...{ expression } };
}
