import type { S360Operations } from '#contracts/s360/index.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { S360Env } from '#mocks/s360/domain/behaviour.ts';
import type { S360Draft, S360Tables } from '#mocks/s360/state.ts';
import type {
  Answer,
  AuthenticRequest,
  Message,
  SoapFailure,
  SoapFault,
  SoapSide,
  WireFailure,
} from '#wire/vendor.ts';
import { authenticateOperator, callerOf, type AuthFailure } from './auth.ts';
import type { S360Context } from './envelope.ts';
import { refuse as refuseOverRest } from './failures.ts';
import type { S360Caller, S360Voice } from './voice.ts';

const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const UNAUTHENTICATED = { prefix: 'wsse', namespace: WSSE, name: 'FailedAuthentication' } as const;

/** The operator stands in the header of the envelope. */
function authenticate(
  draft: S360Draft,
  { security, headers, access }: AuthenticRequest,
  env: S360Env,
): Outcome<S360Caller | undefined, AuthFailure> {
  if (access === 'none') return done(undefined);
  if (!security) return refused({ kind: 'authentication-missing', what: 'a UsernameToken' });
  const { username: name, password } = security;
  const found = authenticateOperator(draft, { name, password });
  return found.ok ? done(callerOf(draft, found.value, { headers, env })) : found;
}

type Failure = S360Voice['failure'] | SoapFailure;

/** Metro's way: what is wrong with the envelope or the caller is a fault, the rest a result. */
function refuse(failure: Failure, context: S360Context): Answer {
  switch (failure.kind) {
    case 'soap-version':
      return fault('VersionMismatch', 'This service takes SOAP 1.1 envelopes');
    case 'header-not-understood':
      return fault('MustUnderstand', `The header ${failure.header} is not understood`);
    case 'unknown-operation': {
      const { operation, nearest } = failure;
      const hint = nearest === undefined ? '' : `, did you mean ${nearest}?`;
      return fault('Client', `This service has no operation ${operation}${hint}`);
    }
    case 'wrong-namespace': {
      const { namespace, expected } = failure;
      return fault('Client', `The namespace is ${expected}, not ${namespace || 'none'}`);
    }
    default:
      return refuseAsRest(failure, context);
  }
}

interface RestRefusal {
  readonly statusCode: string;
  readonly statusDetail: string;
  readonly expectedException?: boolean;
}

function refuseAsRest(failure: S360Voice['failure'] | WireFailure, context: S360Context): Answer {
  const answer = refuseOverRest(failure, context);
  const told = answer.message as RestRefusal; // of every refusal over REST
  const { statusCode, statusDetail } = told;
  const { status, code = statusCode, evidence = 'guess' } = answer;
  if (status === 200) {
    const message = { requestId: null, ...told };
    return { status, code, evidence, message, shape: 'response' };
  }
  if (status === 401) {
    const shown = context.settings.soapAuthFailure === 'fault' ? 500 : 401;
    return fault(UNAUTHENTICATED, statusDetail, { code, status: shown });
  }
  // A proxy in front counts calls; what it says is no envelope.
  if (failure.kind === 'rate-limited') return { ...answer, text: statusDetail };
  const isOurs = failure.kind === 'not-built' || failure.kind === 'injected';
  return fault(isOurs ? 'Server' : 'Client', statusDetail, {
    code,
    status: KEPT_STATUS.has(status) ? status : 500,
  });
}

/** Said before any envelope is read; all other faults are HTTP 500, as SOAP 1.1 has it. */
const KEPT_STATUS: ReadonlySet<number> = new Set([404, 405, 413]);

function fault(
  name: SoapFault['code'],
  text: string,
  { status = 500, code }: { readonly status?: number; readonly code?: string | number } = {},
): Answer {
  const message: SoapFault = { code: name, text };
  const told = code ?? (typeof name === 'string' ? name : name.name);
  return { status, code: told, evidence: 'inferred', message };
}

export const soap: SoapSide<S360Tables, S360Operations, S360Voice> = {
  wiring: {},
  message: ({ body }) => done(body as Message), // decoded by the contract's own model
  credential: ({ security }) => security?.username,
  authenticate,
  answer: (result) => ({ status: 200, message: result }),
  refuse,
  defect: (text) => fault('Server', text),
};
