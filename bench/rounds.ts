import type { Contestant, Course, Group, Round, RatioBar, Runner } from './contestant.ts';

export interface Result {
  readonly name: string;
  readonly bar: RatioBar | undefined;
  readonly rounds: readonly Round[];
  /** Why it could not be measured. */
  readonly problem: string | undefined;
}

export type Progress = (text: string) => void;

interface Entrant {
  readonly contestant: Contestant;
  readonly rounds: Round[];
  runner: Runner | undefined;
  problem: string | undefined;
}

/** One round of each in turn, again and again, so that a drift of the machine hits all alike. */
export async function runGroup(
  group: Group,
  course: Course,
  progress: Progress,
): Promise<readonly Result[]> {
  const entrants: readonly Entrant[] = group.contestants.map((contestant) => ({
    contestant,
    rounds: [],
    runner: undefined,
    problem: undefined,
  }));
  for (const entrant of entrants) {
    progress(`${group.name}: starting ${entrant.contestant.name}`);
    await attempt(entrant, async () => {
      entrant.runner = await entrant.contestant.start(course);
      await entrant.runner.round(); // Warms the compiler up; it does not count.
    });
  }
  for (let number = 1; number <= group.rounds; number += 1) {
    for (const entrant of entrants) {
      progress(`${group.name}: round ${number} of ${group.rounds}, ${entrant.contestant.name}`);
      await attempt(entrant, async () => {
        if (entrant.runner) entrant.rounds.push(await entrant.runner.round());
      });
    }
  }
  for (const { runner } of entrants) await runner?.stop();
  return entrants.map(({ contestant, rounds, problem }) => ({
    name: contestant.name,
    bar: contestant.bar,
    rounds,
    problem,
  }));
}

/** One that fails is out; the others go on. */
async function attempt(entrant: Entrant, work: () => Promise<void>): Promise<void> {
  if (entrant.problem !== undefined) return;
  try {
    await work();
  } catch (error) {
    entrant.problem = error instanceof Error ? error.message : String(error);
  }
}
