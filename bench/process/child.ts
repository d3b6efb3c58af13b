import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { bundled } from './bundle.ts';
import type { Answer, Given, Reply, Topic } from './dialogue.ts';

export interface Child {
  /** One question at a time: the next message is its answer. */
  ask<K extends Topic>(topic: K, given: Given<K>): Promise<Answer<K>>;
  stop(): Promise<void>;
}

/** Runs one script of this folder in a process of its own, with the heap limit Node gives it. */
export async function startChild(script: string): Promise<Child> {
  const path = await bundled(script);
  const child = fork(path, [], { execArgv: ['--expose-gc'], serialization: 'advanced' });
  return {
    ask: (topic, given) => ask(child, { script, topic, given }),
    stop: () => stop(child),
  };
}

interface Asked<K extends Topic> {
  readonly script: string;
  readonly topic: K;
  readonly given: Given<K>;
}

function ask<K extends Topic>(child: ChildProcess, asked: Asked<K>): Promise<Answer<K>> {
  const { script, topic, given } = asked;
  if (!child.connected) return Promise.reject(new Error(`${script} has already ended`));
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null): void => {
      child.off('message', onMessage);
      reject(new Error(`${script} ended (${signal ?? code}) when asked for '${topic}'`));
    };
    const onMessage = (message: unknown): void => {
      child.off('exit', onExit);
      // A boundary: the child answers through the same typed dialogue.
      const reply = message as Reply;
      if ('problem' in reply) reject(new Error(`${script}: ${reply.problem}`));
      else resolve(reply.answer as Answer<K>);
    };
    child.once('message', onMessage);
    child.once('exit', onExit);
    child.send({ topic, given });
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    if (child.connected) child.disconnect();
  });
}
