import type { Answer } from './answer.ts';
import { callVendor } from './call.ts';
import type { Dialect } from './dialect.ts';
import type { CallOptions } from './options.ts';
import { never } from './repeat-rule.ts';
import { atLeast, type Settled } from './settled.ts';

/** Any method of a client, whatever its operation. */
export type AnyMethod = (
  message?: Readonly<Record<string, unknown>>,
  options?: CallOptions,
) => Promise<Answer<unknown>>;

/** One method for each operation of the contract, under its name. */
export function methodsOf(dialect: Dialect, settled: Settled): Readonly<Record<string, AnyMethod>> {
  const entries = Object.keys(dialect.operations).map((name) => [
    name,
    methodOf(dialect, settled, name),
  ]);
  return Object.fromEntries(entries) as Readonly<Record<string, AnyMethod>>;
}

function methodOf(dialect: Dialect, settled: Settled, name: string): AnyMethod {
  const rule = dialect.repeats[name] ?? never('nobody has said that it does no harm');
  return async (message = {}, options = {}) => {
    const operation = dialect.operations[name];
    if (!operation) throw new Error(`no operation ${name}`);
    return callVendor({
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
  };
}
