import { Defect } from '#kernel/defect.ts';
import type { Decision, Turn } from '#kernel/sandbox.ts';
import type { Exchange } from './exchange.ts';
import type { WireAnswer, WireRequest } from './http.ts';
import { linksOf } from './links.ts';
import type { PipelineParts } from './pipeline.ts';
import { encodeRefusal, headersOf } from './refusing.ts';
import { selfCheck } from './self-check.ts';
import { utf8 } from './utf8.ts';

/**
 * authenticate → validate → handle → encode → self-check, inside one turn: whatever throws here,
 * nothing was committed, so a defect of ours never takes the money.
 */
export function decideCall(
  parts: PipelineParts,
  exchange: Exchange,
  turn: Turn,
): Decision<WireAnswer> {
  const { side: served, codec, route, message, request } = exchange;
  if (!served || !codec || !route || !message) throw new Defect('a turn before decoding');
  exchange.now = turn.env.now;
  const side = served.module;
  const context = { now: turn.env.now, settings: turn.env.settings, message };

  const refuse = (failure: unknown): Decision<WireAnswer> => {
    exchange.outcome = 'refused';
    exchange.failure = failure;
    exchange.restOn(turn.weakestSetting());
    const answer = side.refuse(failure, context);
    exchange.code = answer.code;
    exchange.restOn(answer.evidence);
    return { commit: false, value: encodeRefusal(parts, exchange, answer) };
  };

  const { headers } = request;
  const { access } = route.operation;
  const security = exchange.parts?.security;
  const caller = side.authenticate(turn.draft, { message, headers, access, security }, turn.env);
  if (!caller.ok) return refuse(caller.failure);
  const [violation] = codec.checkRequest(message);
  if (violation) return refuse({ kind: 'parameter-invalid', violation });
  const { protocol } = served;
  const call = { message, caller: caller.value, links: linksOf(parts, exchange), protocol };
  const handler = served.handler(route.name);
  if (!handler) throw new Defect(`no handler for ${route.name}`);
  const outcome = handler(turn.draft, call, turn.env);
  if (!outcome.ok) return refuse(outcome.failure);

  exchange.outcome = 'done';
  exchange.failure = undefined;
  exchange.restOn(turn.weakestSetting());
  const answer = side.answer(outcome.value, context);
  exchange.answered = answer;
  const text = codec.write(answer.message, answer.numbers);
  const value = {
    kind: 'answer' as const,
    status: answer.status,
    headers: headersOf(answer, served),
    body: encoded(exchange.request, text),
  };
  exchange.selfCheck = selfCheck(parts, codec, { message: answer.message, text });
  exchange.conforms = parts.selfCheck !== 'off' && !exchange.selfCheck;
  return { commit: true, value };
}

/** Once for the socket and the journal together. */
const encoded = ({ asBytes }: WireRequest, text: string): Uint8Array | string =>
  asBytes ? utf8(text) : text;
