// The few calls of the control API that the bench needs.
import type { Call } from '../load/http.ts';
import { ask } from './ask.ts';

const sandboxes = '/_sosie/v1/sandboxes';

/** The names of the data set and the ids they stand for. */
export const namedData: Call = { method: 'GET', path: `${sandboxes}/default/data`, body: '' };

const fork = (name: string): Call => ({
  method: 'POST',
  path: `${sandboxes}/default/fork`,
  body: JSON.stringify({ name }),
});

const drop = (name: string): Call => ({
  method: 'DELETE',
  path: `${sandboxes}/${name}`,
  body: '',
});

/** Each call forks the data set anew and drops the fork before: answers the fork's path prefix. */
export function freshForks(): (port: number) => Promise<string> {
  let round = 0;
  return async (port) => {
    if (round > 0) await ask(port, drop(`round-${round}`));
    round += 1;
    await ask(port, fork(`round-${round}`));
    return `/~round-${round}`;
  };
}

/** A call to the sandbox behind a path prefix. */
export const within = (prefix: string, call: Call): Call => ({
  ...call,
  path: `${prefix}${call.path}`,
});
