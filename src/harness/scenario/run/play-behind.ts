import { setTimeout as sleep } from 'node:timers/promises';
import { placeText, type Place } from '../place.ts';
import { filled, placeWithin, type Template } from '../read/template.ts';
import type { ActionStep, ClockStep, FaultStep } from '../scenario.ts';
import { ControlRefusal } from './control.ts';
import { judgeValue, savedFrom } from './judge.ts';
import { checked, found, joined, NOTHING, type Outcome } from './outcome.ts';
import { patientMs } from './patience.ts';
import type { Playing } from './playing.ts';
import type { Acted, Sandbox } from './sandbox.ts';

/** The sandbox, where `unfitFor` has said that there is one. */
function sandboxOf({ stage }: Playing): Sandbox {
  if (!stage.sandbox) throw new Error('a step that needs a double came to a target without one');
  return stage.sandbox;
}

export async function playAction(step: ActionStep, playing: Playing): Promise<Outcome> {
  const { vendor, action, at } = step;
  const parameters = step.parameters ? await filled(step.parameters, playing.scope) : {};
  const acted = await orTrouble(step.parameters, at, () =>
    sandboxOf(playing).act(vendor, action, parameters),
  );
  return isTrouble(acted) ? acted : judgeAction(step, acted, playing);
}

async function judgeAction(
  { vendor, action, expected, at, save }: ActionStep,
  acted: Acted,
  playing: Playing,
): Promise<Outcome> {
  const name = `${vendor}/${action}`;
  const where = placeText(expected.kind === 'free' ? at : expected.at);
  if (expected.kind === 'refused') {
    const word = expected.failure?.value;
    const wanted = word === undefined ? 'refused' : `refused (${word})`;
    const seen = acted.kind === 'done' ? 'done' : `refused (${acted.failure})`;
    const isSame = acted.kind === 'refused' && (word ?? acted.failure) === acted.failure;
    return isSame
      ? checked(`${name} is ${seen}`)
      : found({ where, what: name, expected: wanted, seen });
  }
  if (acted.kind === 'refused') {
    return found({ where, what: name, expected: 'done', seen: `refused: ${acted.message}` });
  }
  const answer = expected.kind === 'ok' ? expected.answer : undefined;
  const judged = joined([
    checked(`${name} is done`),
    answer ? await judgeValue(answer, acted.result, playing) : NOTHING,
  ]);
  if (judged.troubles.length > 0) return judged;
  return { ...judged, saved: await savedFrom(save, acted.result, playing.scope) };
}

export async function playFault({ rule, at }: FaultStep, playing: Playing): Promise<Outcome> {
  const given = await filled(rule, playing.scope);
  const added = await orTrouble(rule, at, () => sandboxOf(playing).addFault(given));
  return isTrouble(added) ? added : NOTHING;
}

export async function playClock(step: ClockStep, playing: Playing): Promise<Outcome> {
  const { stage, scope } = playing;
  if (!stage.sandbox) {
    await sleep(patientMs(step) ?? 0);
    return NOTHING;
  }
  const target = String(await filled(step.target, scope));
  const advanced = await orTrouble(step.target, step.at, () =>
    sandboxOf(playing).advance(step.move === 'advance' ? { by: target } : { to: target }),
  );
  if (isTrouble(advanced)) return advanced;
  const judged = step.answer ? await judgeValue(step.answer, advanced, playing) : NOTHING;
  if (judged.troubles.length > 0) return judged;
  return { ...judged, saved: await savedFrom(step.save, advanced, scope) };
}

const isTrouble = (value: unknown): value is Outcome =>
  typeof value === 'object' && value !== null && 'troubles' in value;

/** What the control API says no to is told with the place of the value that it does not take. */
async function orTrouble<T>(
  template: Template | undefined,
  at: Place,
  ask: () => Promise<T>,
): Promise<T | Outcome> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ControlRefusal)) throw error;
    const place = template ? placeWithin(template, error.path) : at;
    return found({ where: placeText(place), what: error.message });
  }
}
