import { filled } from '../read/template.ts';
import type { CallStep } from '../scenario.ts';
import { makeCall } from './call.ts';
import { exchangeOf } from './exchange.ts';
import { judgeEnd, savedFrom } from './judge.ts';
import type { Outcome } from './outcome.ts';
import type { Playing } from './playing.ts';

export async function playCall(step: CallStep, playing: Playing): Promise<Outcome> {
  const { stage, scope, hint, onEnd } = playing;
  const { vendor, method, at, expected } = step;
  const message = step.message ? await filled(step.message, scope) : {};
  // A template that is a mapping is filled to an object.
  const ended = await makeCall(stage, step, message as object);
  onEnd?.(ended);
  const judged = await judgeEnd({ name: `${vendor}.${method}`, at, expected }, ended, {
    ...{ scope, hint },
    failureOf: async (exchange) => stage.sandbox?.failureOf(exchange),
  });
  // A sandbox has a journal; without one this is all that is known of the call.
  const told = stage.sandbox ? {} : { exchanges: [exchangeOf(step, message, ended)] };
  if (judged.troubles.length > 0 || ended.kind !== 'ok') return { ...judged, ...told };
  return { ...judged, ...told, saved: await savedFrom(step.save, ended.value, scope) };
}
