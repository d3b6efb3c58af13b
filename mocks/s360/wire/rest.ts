import type { S360Operations } from '#contracts/s360/index.ts';
import type { S360Env } from '#mocks/s360/domain/behaviour.ts';
import type { S360Draft, S360Tables } from '#mocks/s360/state.ts';
import type { RestSide } from '#wire/vendor.ts';
import { authenticateBearer, authenticateOperator, issueToken } from './auth.ts';
import { catalogue } from './catalogue-rest.ts';
import { contacts } from './contact-rest.ts';
import { answer } from './envelope.ts';
import { defect, refuse } from './failures.ts';
import { credentialOf, messageOf } from './message.ts';
import { orders } from './order-rest.ts';
import { served } from './serving.ts';
import type { S360Voice } from './voice.ts';
import { as, type S360Wiring } from './wiring.ts';

interface LogIn {
  readonly operator?: string;
  readonly secret?: string;
}

function logIn(draft: S360Draft, { operator: name, secret: password }: LogIn, env: S360Env) {
  return as(authenticateOperator(draft, { name, password }), (operator) => ({
    token: issueToken(operator, env),
  }));
}

/** Message to command, behaviour, value to message: nothing is decided here. */
export const wiring: S360Wiring = {
  logIn: (draft, { message }, env) => logIn(draft, message, env),
  logInToContacts: (draft, { message }, env) => logIn(draft, message, env),
  ...served({ ...catalogue, ...orders, ...contacts }),
};

export const rest: RestSide<S360Tables, S360Operations, S360Voice> = {
  wiring,
  message: messageOf,
  credential: credentialOf,
  authenticate: authenticateBearer,
  answer,
  refuse,
  defect,
};
