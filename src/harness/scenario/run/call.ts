import {
  CallError,
  LostAnswerError,
  UnreadableAnswerError,
  type Answer,
  type Received,
  type VendorFailure,
} from '#client/index.ts';
import { viewOf } from '../../answers.ts';
import { knownCalls } from '../calls.ts';
import type { CallStep, LossWord } from '../scenario.ts';
import type { Stage } from './stage.ts';

/** How a call ended. */
export type Ended =
  | { readonly kind: 'ok'; readonly value: unknown; readonly response: Received }
  | { readonly kind: 'refused'; readonly failure: VendorFailure; readonly response: Received }
  /** Whether the work is done, the caller cannot know. */
  | {
      readonly kind: 'lost';
      readonly how: LossWord;
      readonly status?: number;
      readonly why: string;
    }
  /** What no scenario may expect: the double is wrong, there is no connection. */
  | { readonly kind: 'broken'; readonly why: string };

/** Milliseconds that a call may take which says nothing of it. */
const TIMEOUT_MS = 10_000;

export async function makeCall(stage: Stage, step: CallStep, message: object): Promise<Ended> {
  const { vendor, method: name, timeoutMs = TIMEOUT_MS, retries } = step;
  const method = stage.client(vendor)?.method(name);
  if (!method) return { kind: 'broken', why: `the client has no ${vendor}.${name} here` };
  try {
    // A template that is a mapping is filled to one.
    const answer = await method(message as Readonly<Record<string, unknown>>, {
      timeoutMs,
      retries,
    });
    return endOf(step, answer);
  } catch (error) {
    return troubleOf(error);
  }
}

/** What a defect of the double says of itself, whatever the vendor's envelope around it. */
const DEFECT = /^sosie defect\b/;

function endOf({ vendor, method }: CallStep, answer: Answer<unknown>): Ended {
  const { response } = answer;
  if (!answer.ok) {
    const { failure } = answer;
    if (DEFECT.test(failure.message)) return { kind: 'broken', why: failure.message };
    return { kind: 'refused', failure, response };
  }
  const call = knownCalls.get(`${vendor}.${method}`);
  const value = call ? viewOf(call.operation, answer.value) : answer.value;
  return { kind: 'ok', value, response };
}

function troubleOf(error: unknown): Ended {
  if (!(error instanceof CallError)) throw error;
  // It begins with the operation, which whoever tells it names too.
  const why = error.message.replace(/^\S+: /, '');
  if (error instanceof UnreadableAnswerError) {
    return { kind: 'lost', how: 'unreadable', status: error.status, why };
  }
  if (error instanceof LostAnswerError && error.kind !== 'unknown') {
    return { kind: 'lost', how: error.kind, why };
  }
  return { kind: 'broken', why };
}

/** In one line, for a trouble or a report. */
export function endText(ended: Ended): string {
  switch (ended.kind) {
    case 'ok':
      return 'done';
    case 'refused':
      return `refused: ${ended.failure.code} ${ended.failure.message}`;
    case 'lost':
      return `lost (${ended.how}${ended.status === undefined ? '' : ` ${ended.status}`}): ${ended.why}`;
    case 'broken':
      return ended.why;
  }
}
