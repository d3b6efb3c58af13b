import type { Answer } from '#client/index.ts';
import type { Operations } from '#kit/operation.ts';
import { StateProblem } from '../states/state-problem.ts';
import type { Values } from '../states/stage.ts';
import type { Caller } from './vendor.ts';

type Method = (message: Values) => Promise<Answer<unknown>>;

interface Called {
  readonly name: string;
  readonly operations: Operations;
}

/** A client with a method for each operation, as a state is built with it. */
export function callerOf(
  { name, operations }: Called,
  client: object & Pick<Caller, 'close'>,
): Caller {
  // One method for each operation of the contract; a recipe names it.
  const methods = client as unknown as Readonly<Record<string, Method>>;
  return {
    call: async (operation, message) => {
      const method = Object.hasOwn(operations, operation) ? methods[operation] : undefined;
      if (!method) throw new StateProblem('failed', `${name} has no operation ${operation}`);
      const answer = await method(message);
      if (answer.ok) return answer.value;
      const { code, message: text } = answer.failure;
      throw new StateProblem('failed', `${name}.${operation} is refused: ${code} ${text}`);
    },
    close: () => client.close(),
  };
}
