import type { Answer } from './answer.ts';
import { callVendor } from './call.ts';
import type { Call, Dialect } from './dialect.ts';
import type { CallOptions } from './options.ts';
import type { RepeatRule } from './repeat-rule.ts';
import { atLeast } from './option-checks.ts';
import type { Settled } from './settled.ts';

/** Any method of a client, whatever its operation. */
export type AnyMethod = (
  message?: Readonly<Record<string, unknown>>,
  options?: CallOptions,
) => Promise<Answer<unknown>>;

/** One method for each operation of the contract, under its name. */
export function methodsOf(dialect: Dialect, settled: Settled): Readonly<Record<string, AnyMethod>> {
  return Object.fromEntries(
    Object.entries(dialect.operations).map(([name, operation]) => {
      const rule = dialect.repeats[name];
      if (!rule) throw new Error(`nothing says whether ${dialect.vendor}.${name} may be repeated`);
      return [name, methodOf(dialect, settled, { name, operation, rule })];
    }),
  );
}

type Subject = Pick<Call, 'name' | 'operation'> & { readonly rule: RepeatRule };

function methodOf(
  dialect: Dialect,
  settled: Settled,
  { name, operation, rule }: Subject,
): AnyMethod {
  return async (message = {}, options = {}) =>
    callVendor({
      dialect,
      settled,
      rule,
      call: { vendor: dialect.vendor, name, operation, message },
      limits: {
        timeoutMs: atLeast(1, 'timeoutMs', options.timeoutMs ?? settled.timeoutMs),
        signal: options.signal,
      },
      retries: atLeast(0, 'retries', options.retries ?? settled.retries),
    });
}
