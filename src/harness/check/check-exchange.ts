import type { Violation } from '#kit/ajv.ts';
import type { TSchema } from '#kit/types.ts';
import type { Body, Captured } from './captured.ts';
import { operationOf, type Matched } from './find-operation.ts';
import { partsOf } from './positions.ts';
import { bestVerdict } from './verdict.ts';

/**
 * A violation breaks the contract. Drift is a key that the contract does not know: the vendor may
 * have learnt something new. What is left out was not judged, and why.
 */
export interface Finding {
  readonly kind: 'violation' | 'drift' | 'left-out';
  /** `file:line` */
  readonly where: string;
  /** A JSON pointer into the exchange: `/response/body/id`. */
  readonly pointer: string;
  readonly message: string;
  /** `utick getOrder`, where it is known. */
  readonly operation?: string;
}

export interface Judged {
  /** How many messages were judged: none, the request, or both. */
  readonly messages: number;
  readonly findings: readonly Finding[];
}

export interface CheckOptions {
  readonly vendor?: string | undefined;
  /** The end of a sentence about an unknown path: what was probably meant. */
  readonly hint: (path: string, known: readonly string[]) => string;
}

export function checkExchange(captured: Captured, { vendor, hint }: CheckOptions): Judged {
  const { method, where, page } = captured;
  const claim = operationOf(captured, vendor);
  const at = { where: where('/request/url'), pointer: '/request/url' };
  switch (claim.kind) {
    case 'unclaimed':
      return leftOut({ ...at, message: claim.why });
    case 'unknown': {
      if (page) return leftOut({ ...at, message: 'a page for people has no contract' });
      const { contract, path } = claim;
      const paths = Object.values(contract.operations).map((operation) => operation.path);
      const message = `${contract.vendor} has no ${method} ${path}${hint(path, [...new Set(paths)])}`;
      return { messages: 0, findings: [{ ...at, kind: 'violation', message }] };
    }
    case 'matched':
      return joined([checkRequest(captured, claim), checkResponse(captured, claim)]);
  }
}

const leftOut = (about: Omit<Finding, 'kind'>): Judged => ({
  messages: 0,
  findings: [{ kind: 'left-out', ...about }],
});

export const joined = (parts: readonly Judged[]): Judged => ({
  messages: parts.reduce((sum, { messages }) => sum + messages, 0),
  findings: parts.flatMap(({ findings }) => findings),
});

/** Path, query and body are one message, as the vendors read them. */
function checkRequest(captured: Captured, matched: Matched): Judged {
  const { params, query, operation } = matched;
  const body = valueOf(captured.request);
  const side = { captured, matched, base: '/request/body' };
  if (body.kind !== 'value') return unread(side, body);
  const isObject = typeof body.value === 'object' && body.value !== null;
  const message: unknown = isObject ? { ...query, ...body.value, ...params } : body.value;
  const inUrl = (pointer: string): boolean => {
    const [field = ''] = partsOf(pointer);
    const isInBody = isObject && Object.hasOwn(body.value, field);
    return field in params || (field in query && !isInBody);
  };
  return judged({ ...side, message, inUrl }, [operation.request]);
}

/** A vendor may say no: its refusal is the other answer that the contract knows. */
function checkResponse(captured: Captured, matched: Matched): Judged {
  const { response } = captured;
  if (!response) return { messages: 0, findings: [] };
  const side = { captured, matched, base: '/response/body' };
  const body = valueOf(response.body);
  if (body.kind !== 'value') return unread(side, body);
  const { operation, contract } = matched;
  const answers = [operation.response, contract.refusal];
  const likelyFirst = response.status < 400 ? answers : answers.reverse();
  return judged({ ...side, message: body.value, inUrl: () => false }, likelyFirst);
}

interface Side {
  readonly captured: Captured;
  readonly matched: Matched;
  readonly base: string;
}

interface Said extends Side {
  readonly message: unknown;
  readonly inUrl: (pointer: string) => boolean;
}

function judged(said: Said, schemas: readonly TSchema[]): Judged {
  const { violations, drift } = bestVerdict(schemas, said.message, said.captured.masked);
  const found = (kind: Finding['kind'], violations: readonly Violation[]): readonly Finding[] =>
    violations.map(({ pointer, message }) => {
      const place = said.inUrl(pointer) ? '/request/url' : `${said.base}${pointer}`;
      return { kind, ...about(said, place), message };
    });
  return { messages: 1, findings: [...found('violation', violations), ...found('drift', drift)] };
}

function unread(
  side: Side,
  body: { readonly kind: 'not-json' | 'not-kept'; readonly why: string },
): Judged {
  const kind = body.kind === 'not-json' ? 'violation' : 'left-out';
  const findings: readonly Finding[] = [{ kind, ...about(side, side.base), message: body.why }];
  return { messages: kind === 'violation' ? 1 : 0, findings };
}

const about = ({ captured, matched }: Side, pointer: string) => ({
  ...{ where: captured.where(pointer), pointer },
  operation: `${matched.contract.vendor} ${matched.name}`,
});

type Read =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'not-json' | 'not-kept'; readonly why: string };

/** An empty body is an empty message: a missing field is then told by its name. */
function valueOf(body: Body): Read {
  if (body.kind !== 'text') return body;
  if (body.text === '') return { kind: 'value', value: {} };
  try {
    return { kind: 'value', value: JSON.parse(body.text) as unknown };
  } catch {
    return { kind: 'not-json', why: 'This is not JSON.' };
  }
}
