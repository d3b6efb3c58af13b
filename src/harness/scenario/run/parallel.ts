import type { VendorFailure } from '#client/index.ts';
import { placeText } from '../place.ts';
import { filled } from '../read/template.ts';
import type { KindExpectation, ParallelStep, SetExpectation, SingleStep } from '../scenario.ts';
import type { Ended } from './call.ts';
import { savedFrom, seenPart } from './judge.ts';
import { matches, wordsFor } from './match.ts';
import { checked, found, joined, NOTHING, type Outcome } from './outcome.ts';
import type { Playing } from './playing.ts';

/** What came of all that ran at once, as expectations and savings see it. */
interface Ends {
  readonly ok: number;
  readonly refused: number;
  readonly lost: number;
  /** In the order of the steps. */
  readonly answers: readonly unknown[];
  readonly refusals: readonly VendorFailure[];
}

export async function playParallel(
  step: ParallelStep,
  playing: Playing,
  playSingle: (step: SingleStep, playing: Playing) => Promise<Outcome>,
): Promise<Outcome> {
  const endings: Ended[] = [];
  const outcomes = await Promise.all(
    step.steps.map((single, copy) => {
      const scope = step.times === undefined ? playing.scope : { ...playing.scope, copy };
      return playSingle(single, {
        ...{ ...playing, scope },
        onEnd: (ended) => void (endings[copy] = ended),
      });
    }),
  );
  const ends = endsOf(endings);
  const { expected } = step;
  const judged = expected ? await judgeSet(expected, ends, playing) : NOTHING;
  const all = joined([...merged(outcomes), judged]);
  if (all.troubles.length > 0) return all;
  const saved = await savedFrom(step.save, ends, playing.scope);
  return { ...all, saved: { ...all.saved, ...saved } };
}

/** Sixty-four times the same is said once. */
function merged(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.map((outcome, at) => ({
    ...outcome,
    checks: outcome.checks.filter(
      (check) => outcomes.findIndex(({ checks }) => checks.includes(check)) === at,
    ),
    unchecked: outcome.unchecked.filter(
      (line) => outcomes.findIndex(({ unchecked }) => unchecked.includes(line)) === at,
    ),
  }));
}

function endsOf(endings: readonly (Ended | undefined)[]): Ends {
  const all = endings.filter((ended) => ended !== undefined);
  const ofKind = <K extends Ended['kind']>(kind: K): readonly Extract<Ended, { kind: K }>[] =>
    all.filter((ended): ended is Extract<Ended, { kind: K }> => ended.kind === kind);
  const [done, refused] = [ofKind('ok'), ofKind('refused')];
  return {
    ok: done.length,
    refused: refused.length,
    lost: ofKind('lost').length,
    answers: done.map(({ value }) => value),
    refusals: refused.map(({ failure }) => failure),
  };
}

async function judgeSet(
  { counts, kinds }: SetExpectation,
  ends: Ends,
  playing: Playing,
): Promise<Outcome> {
  const counted = counts.map(({ value: { end, times }, at }): Outcome => {
    if (ends[end] === times) return checked(`${times} ${end}`);
    return found({ where: placeText(at), what: end, expected: `${times}`, seen: `${ends[end]}` });
  });
  const looked = await Promise.all(kinds.map((kind) => judgeKind(kind, ends, playing)));
  return joined([...counted, ...looked]);
}

async function judgeKind(
  { of, times, like, at }: KindExpectation,
  ends: Ends,
  { scope }: Playing,
): Promise<Outcome> {
  const pattern = await filled(like, scope);
  const all: readonly unknown[] = ends[of];
  const count = all.filter((one) => matches(pattern, one)).length;
  if (count === times) return checked(`${times} of ${all.length} ${of} like ${wordsFor(pattern)}`);
  const trouble = found({
    ...{ where: placeText(at), what: `${of} like ${wordsFor(pattern)}` },
    ...{ expected: `${times}`, seen: `${count} of ${all.length}` },
  });
  const other = all.find((one) => !matches(pattern, one));
  if (other === undefined) return trouble;
  return { ...trouble, comparison: { expected: pattern, seen: seenPart(pattern, other) } };
}
