import { validatorOf } from '#kit/ajv.ts';
import { opened } from '#kit/opened.ts';
import type { TSchema } from '#kit/types.ts';
import type { Answer, Received } from './answer.ts';
import type { OneCall } from './call.ts';
import { unknownKeysOf } from './drift.ts';
import type { CallFacts } from './errors/call-error.ts';
import { ContractError } from './errors/contract-error.ts';
import { UnreadableAnswerError } from './errors/unreadable-answer-error.ts';
import { textOf } from './json.ts';
import { retryAfterMs } from './retry-after.ts';
import type { TransportResponse } from './transport.ts';

/** Makes an answer of what came, or says why it is none. */
export function readAnswer(
  { dialect, settled, call }: OneCall,
  { status, headers, body: bytes }: TransportResponse,
  facts: CallFacts,
): Answer<unknown> {
  const text = textOf(bytes);
  const decoded =
    text === undefined
      ? ({ kind: 'unreadable', why: 'not UTF-8' } as const)
      : dialect.decode(call, { status, text });
  if (decoded.kind === 'unreadable') {
    const why = `${decoded.why} (${headers['content-type'] ?? 'no content type'})`;
    const asked = retryAfterMs(headers['retry-after'], settled.clock());
    const trouble = { ...facts, why, status, headers, text: text ?? '' };
    throw new UnreadableAnswerError({ ...trouble, retryAfterMs: asked });
  }
  const { schema, body } = decoded;
  if (settled.validate) check({ schema, body, status, headers, facts }, settled.onDrift);
  const response: Received = { status, headers, body, attempts: facts.attempts };
  return decoded.kind === 'value'
    ? { ok: true, value: decoded.value, response }
    : { ok: false, failure: decoded.failure(), response };
}

interface Checked extends Omit<Received, 'attempts'> {
  readonly schema: TSchema;
  readonly facts: CallFacts;
}

/** The closed schema takes nearly every answer; only what it refuses is looked at closer. */
function check(
  { schema, body, facts, ...received }: Checked,
  onDrift: OneCall['settled']['onDrift'],
): void {
  if (validatorOf(schema)(body).length === 0) return;
  const violations = validatorOf(opened(schema))(body);
  if (violations.length > 0) throw new ContractError({ ...facts, ...received, body, violations });
  if (!onDrift) return;
  const { vendor, operation } = facts;
  for (const key of unknownKeysOf(schema, body)) onDrift({ vendor, operation, ...key });
}
