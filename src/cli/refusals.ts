import { UsageError } from '#server/config/usage-error.ts';
import type { Target } from '#server/config/index.ts';
import { CheckFailed } from './check-failed.ts';
import { printable } from './columns.ts';

/** RFC 9457, as the control API says no. */
interface Problem {
  readonly detail: string;
  readonly pointer?: string;
  /** Of an action that the vendor refuses. */
  readonly failure?: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** One line for an answer that is not the one asked for. */
export function refusalOf(target: Target, { status, type, text }: Answer): Error {
  const problem = type.startsWith('application/problem+json') ? problemIn(text) : undefined;
  if (!problem) return new UsageError(`${target.url}: this is no sosie (it answers ${status})`);
  if (status === 401) return new UsageError(tokenLine(target));
  const line = lineOf(problem);
  // 409: it was asked well, and what is there forbids it. From 500: sosie's own trouble.
  const isWrongUse = status !== 409 && (status < 500 || status === 501);
  return isWrongUse ? new UsageError(line) : new CheckFailed(line);
}

function problemIn(text: string): Problem | undefined {
  try {
    // Only the control API answers with this type.
    return JSON.parse(text) as Problem;
  } catch {
    return undefined;
  }
}

const tokenLine = ({ url, token }: Target): string =>
  token === undefined
    ? `${url} wants its admin token: give it with --token or SOSIE_ADMIN_TOKEN`
    : `${url} has another admin token: check --token or SOSIE_ADMIN_TOKEN`;

/** `then.ms: Expected number, found string.`; a refused action tells what the vendor knows. */
function lineOf({ detail, pointer = '', failure = {} }: Problem): string {
  const field = pointer.slice(1).replaceAll('/', '.');
  const facts = Object.entries(failure).filter(([name]) => name !== 'kind');
  const known = facts.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(', ');
  return printable(
    `${field === '' ? '' : `${field}: `}${detail}${known === '' ? '' : ` (${known})`}`,
  );
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name cannot be looked up',
  ECONNRESET: 'the connection was reset',
  ETIMEDOUT: 'it does not answer',
};

/** Nobody is there, or nobody any more. */
export class NoAnswer extends UsageError {}

/** One line for a call that nobody answers, with what to start. */
export function noAnswer({ url }: Target, error: Error): NoAnswer {
  const code = 'code' in error ? String(error.code) : '';
  const reason = reasons[code] ?? error.message;
  const advice = 'start one with `sosie start`, or say where it is with --url or SOSIE_URL';
  return new NoAnswer(`no sosie at ${url}: ${reason}; ${advice}`, { cause: error });
}
