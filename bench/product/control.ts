// The few calls of the control API that the bench needs.
import type { Call } from '../load/http.ts';

const sandboxes = '/_sosie/v1/sandboxes';

/** The names of the data set and the ids they stand for. */
export const namedData: Call = { method: 'GET', path: `${sandboxes}/default/data`, body: '' };

export const fork = (name: string): Call => ({
  method: 'POST',
  path: `${sandboxes}/default/fork`,
  body: JSON.stringify({ name }),
});

export const drop = (name: string): Call => ({
  method: 'DELETE',
  path: `${sandboxes}/${name}`,
  body: '',
});
