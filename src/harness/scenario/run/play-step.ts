import { placeText, type Place } from '../place.ts';
import { ExpressionProblem } from '../read/expression.ts';
import type { SingleStep, Step } from '../scenario.ts';
import { ControlRefusal } from './control.ts';
import { awaitNotification } from './notified.ts';
import { checked, found, joined, type Outcome } from './outcome.ts';
import { playParallel } from './parallel.ts';
import { playAction, playClock, playFault } from './play-behind.ts';
import { playCall } from './play-call.ts';
import type { Playing } from './playing.ts';
import type { Sandbox } from './sandbox.ts';

/** Takes a step. What goes wrong on the way is a trouble of this step. */
export async function playStep(step: Step, playing: Playing): Promise<Outcome> {
  try {
    return await take(step, playing);
  } catch (error) {
    if (error instanceof ExpressionProblem) {
      return found({ where: placeText(error.at), what: error.message });
    }
    if (error instanceof ControlRefusal) {
      return found({ where: placeText(step.at), what: error.message });
    }
    throw error;
  }
}

async function take(step: Step, playing: Playing): Promise<Outcome> {
  switch (step.kind) {
    case 'await':
      return awaitNotification(step.notification, playing);
    case 'parallel':
      return playParallel(step, playing, playSingle);
    case 'fault':
      return playSingle(step, playing);
    case 'call':
    case 'action':
    case 'clock': {
      const outcome = await playSingle(step, playing);
      if (!step.notification || outcome.troubles.length > 0) return outcome;
      return joined([outcome, await awaitNotification(step.notification, playing)]);
    }
  }
}

function playSingle(step: SingleStep, playing: Playing): Promise<Outcome> {
  switch (step.kind) {
    case 'call':
      return playCall(step, playing);
    case 'action':
      return playAction(step, playing);
    case 'fault':
      return playFault(step, playing);
    case 'clock':
      return playClock(step, playing);
  }
}

/** What must always hold, at the end of a scenario. */
export async function playInvariants(at: Place, sandbox: Sandbox): Promise<Outcome> {
  const broken = await sandbox.brokenInvariants();
  if (broken.length === 0) return checked('the invariants hold');
  return found(...broken.map((sentence) => ({ where: placeText(at), what: sentence })));
}
