import { getHeapStatistics } from 'node:v8';
import type { Answer, Given, Question, Reply, Topic, Usage } from './dialogue.ts';

export type Answers = {
  readonly [K in Topic]?: (given: Given<K>) => Answer<K> | Promise<Answer<K>>;
};

/** The child's side: answers the parent until the parent goes away. */
export function answering(answers: Answers): void {
  const all: Answers = { usage, ...answers };
  process.on('message', (message) => {
    // A boundary: the only sender is startChild, which is typed by the same dialogue.
    const { topic, given } = message as Question;
    void replyTo(all[topic] as AnyAnswer | undefined, topic, given).then((reply) =>
      process.send?.(reply),
    );
  });
  process.on('disconnect', () => process.exit(0));
}

type AnyAnswer = (given: Given<Topic>) => Answer<Topic> | Promise<Answer<Topic>>;

async function replyTo(
  answer: AnyAnswer | undefined,
  topic: Topic,
  given: Given<Topic>,
): Promise<Reply> {
  if (!answer) return { problem: `it does not answer '${topic}'` };
  try {
    return { answer: await answer(given) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function usage({ collect }: Given<'usage'>): Usage {
  if (collect) collectGarbage();
  const memory = process.memoryUsage();
  return {
    cpuUs: cpuUsSoFar(),
    rssBytes: memory.rss,
    heapBytes: memory.heapUsed,
    heapLimitBytes: getHeapStatistics().heap_size_limit,
  };
}

export function cpuUsSoFar(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Twice: what the first run finalises, the second frees. */
export function collectGarbage(): void {
  globalThis.gc?.();
  globalThis.gc?.();
}
