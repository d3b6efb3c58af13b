import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Values } from '../states/stage.ts';
import { HarnessProblem } from '../problem.ts';

/** One pact of one interaction, to be verified. */
export interface VerifierJob {
  readonly file: string;
  readonly provider: string;
  readonly baseUrl: string;
  /** Each state that the interaction names, with what was made there, in its order. */
  readonly states: readonly { readonly name: string; readonly values: Values }[];
  readonly timeoutMs: number;
}

export type VerifierReply =
  | { readonly kind: 'report'; readonly text: string }
  | { readonly kind: 'trouble'; readonly text: string };

export interface PactVerifier {
  verify(job: VerifierJob): Promise<VerifierReply>;
  close(): void;
}

type Environment = Readonly<Record<string, string | undefined>>;

const PACT = '@pact-foundation/pact';

/** Starts pact's verifier; without the package it says what to install. */
export function startVerifier(env: Environment): PactVerifier {
  if (!isInstalled()) {
    throw new HarnessProblem(`verify needs ${PACT}: npm install --save-dev ${PACT}@16.5.0`);
  }
  const child = fork(processFile(), {
    env: environmentOf(env),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  });
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  return {
    verify: (job) => asked(child, job, () => complaints),
    close: () => {
      if (child.connected) child.disconnect();
    },
  };
}

function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve(PACT);
    return true;
  } catch {
    return false;
  }
}

/** Beside this file in the bundle; from the sources the bundle has to be there too. */
function processFile(): string {
  const places = ['./verifier-process.js', '../../../dist/verifier-process.js'];
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return files.find((file) => existsSync(file)) ?? files[0] ?? '';
}

/**
 * The verifier talks to a proxy of its own on this machine: no other proxy stands between. Its
 * variables say which interactions to leave out; here that is not theirs to say.
 */
function environmentOf(env: Environment): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('PACT_'));
  const local = [env['NO_PROXY'] ?? env['no_proxy'], '127.0.0.1', 'localhost'];
  const noProxy = local.filter(Boolean).join(',');
  return {
    ...Object.fromEntries(kept),
    NO_PROXY: noProxy,
    no_proxy: noProxy,
    PACT_DO_NOT_TRACK: 'true',
  };
}

function asked(child: ChildProcess, job: VerifierJob, why: () => string): Promise<VerifierReply> {
  return new Promise((resolve) => {
    const onReply = (reply: VerifierReply): void => {
      child.off('exit', onExit);
      resolve(reply);
    };
    const onExit = (code: number | null): void => {
      child.off('message', onReply);
      const text = `pact's verifier ended (exit ${String(code)}): ${why().trim()}`;
      resolve({ kind: 'trouble', text });
    };
    // It is asked one thing at a time, so the next message is the reply.
    child.once('message', onReply).once('exit', onExit);
    child.send(job);
  });
}
