import { setTimeout as sleep } from 'node:timers/promises';
import { placeText } from '../place.ts';
import { filled } from '../read/template.ts';
import type { AwaitedNotification } from '../scenario.ts';
import { mismatchesOf, wordsFor } from './match.ts';
import type { Notification } from './notifications.ts';
import { checked, found, NOTHING, type Outcome } from './outcome.ts';
import type { Playing } from './playing.ts';
import { seenPart } from './judge.ts';

/** Real milliseconds: what a vendor sends at once is there at once. */
const LONGEST_MS = 2_000;
const PAUSE_MS = 20;

/** Awaits a notification that no step before has found. */
export async function awaitNotification(
  { at, pattern: template }: AwaitedNotification,
  { stage: { sandbox }, scope, hint, claimed }: Playing,
): Promise<Outcome> {
  const pattern = await filled(template, scope);
  const what = `notification ${wordsFor(pattern)}`;
  if (!sandbox) return { ...NOTHING, unchecked: [`${what}: only a double shows what it sends`] };
  const deadline = performance.now() + LONGEST_MS;
  for (;;) {
    const sent = (await sandbox.notifications()).filter(({ id }) => !claimed.has(id));
    const one = sent.find((notification) => mismatchesOf(pattern, notification, hint).length === 0);
    if (one) {
      claimed.add(one.id);
      return checked(`${what} was sent`);
    }
    if (performance.now() > deadline) return missing(sent, { where: placeText(at), pattern });
    await sleep(PAUSE_MS);
  }
}

function missing(
  sent: readonly Notification[],
  { where, pattern }: { readonly where: string; readonly pattern: unknown },
): Outcome {
  const seen =
    sent.length === 0 ? 'none was sent' : `others were sent: ${sent.map(shortly).join(', ')}`;
  const trouble = found({ where, what: 'notification', expected: wordsFor(pattern), seen });
  const last = sent.at(-1);
  if (!last) return trouble;
  return { ...trouble, comparison: { expected: pattern, seen: seenPart(pattern, last) } };
}

const shortly = ({ vendor, type, status }: Notification): string => `${vendor} ${type} (${status})`;
