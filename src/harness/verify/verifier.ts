import { fork } from 'node:child_process';
import { once } from 'node:events';
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

export interface VerifierOptions {
  /** Variables of the verifier's own process. */
  readonly env: Environment;
  /** Where what is verified is. */
  readonly url: string;
}

const PACT = '@pact-foundation/pact';

/** Without pact's own package one line says what to install. */
export function assertPactInstalled(): void {
  try {
    createRequire(import.meta.url).resolve(PACT);
  } catch (cause) {
    const line = `verify needs ${PACT}: npm install --save-dev ${PACT}@16.5.0`;
    throw new HarnessProblem(line, { cause });
  }
}

/** Starts pact's verifier, in a process of its own. */
export function startVerifier({ env, url }: VerifierOptions): PactVerifier {
  const child = fork(processFile(), {
    env: environmentOf(env, url),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  });
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const ended = new Promise<VerifierReply>((resolve) => {
    const tell = (how: string): void =>
      resolve({ kind: 'trouble', text: `pact's verifier ended (${how}): ${complaints.trim()}` });
    child.once('error', ({ message }) => tell(message));
    child.once('close', (code) => tell(`exit ${String(code)}`));
  });
  return {
    // It is asked one thing at a time, so the next message is the reply.
    verify: (job) => {
      const replied = once(child, 'message') as Promise<[VerifierReply]>;
      // What cannot be sent goes to a process that is ending, and its end tells more.
      if (child.connected) child.send(job, () => undefined);
      return Promise.race([replied.then(([reply]) => reply), ended]);
    },
    close: () => {
      if (child.connected) child.disconnect();
    },
  };
}

/** Beside this file in the bundle; from the sources the bundle has to be there too. */
function processFile(): string {
  const places = ['./verifier-process.js', '../../../dist/verifier-process.js'];
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return files.find((file) => existsSync(file)) ?? files[0] ?? '';
}

/**
 * The verifier talks to a proxy of its own on this machine, and that one to the target: where the
 * target is here too, no other proxy stands between. Variables of pact's own say which interactions
 * to leave out: that is not theirs to say here.
 */
function environmentOf(env: Environment, url: string): NodeJS.ProcessEnv {
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
  const dropped = isHere ? /^(PACT_|HTTPS?_PROXY$)/ : /^PACT_/;
  const kept = Object.entries(env).filter(([name]) => !dropped.test(name));
  const local = [env['NO_PROXY'] ?? env['no_proxy'], '127.0.0.1', 'localhost'];
  const noProxy = local.filter(Boolean).join(',');
  return {
    ...Object.fromEntries(kept),
    NO_PROXY: noProxy,
    no_proxy: noProxy,
    PACT_DO_NOT_TRACK: 'true',
  };
}
