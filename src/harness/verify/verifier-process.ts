// A process of its own for pact's verifier: it prints what it pleases, reads variables of its own,
// and its native part is not ours. One job at a time comes in as a message, its report goes out.
import { Verifier } from '@pact-foundation/pact';
import type { Values } from '../states/stage.ts';
import type { VerifierJob, VerifierReply } from './verifier.ts';

type Options = ConstructorParameters<typeof Verifier>[0];

process.on('message', (job) => {
  // Only `verifier.ts` sends messages.
  void verify(job as VerifierJob).then((reply) => process.send?.(reply));
});
process.on('disconnect', () => process.exit());

async function verify(job: VerifierJob): Promise<VerifierReply> {
  try {
    return { kind: 'report', text: await new Verifier(optionsOf(job)).verifyProvider() };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    // A verification that fails throws its report.
    return text.startsWith('{') ? { kind: 'report', text } : { kind: 'trouble', text };
  }
}

function optionsOf({ file, provider, baseUrl, states, timeoutMs }: VerifierJob): Options {
  return {
    provider,
    providerBaseUrl: baseUrl,
    pactUrls: [file],
    timeout: timeoutMs,
    logLevel: 'error',
    requestFilter: withoutRedirects,
    stateHandlers: handlersOf(states),
  };
}

/** The verifier would follow a redirect to any host, with all that the request carries. */
const withoutRedirects: NonNullable<Options['requestFilter']> = (_request, response, next) => {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) =>
    name.toLowerCase() === 'location' ? response : setHeader(name, value);
  next();
};

/** The states are built already; what is left is to hand over what was made. */
function handlersOf(states: VerifierJob['states']): NonNullable<Options['stateHandlers']> {
  const waiting = [...states];
  const valuesOf = (name: string): Values | undefined => {
    const at = waiting.findIndex((state) => state.name === name);
    return at < 0 ? undefined : waiting.splice(at, 1)[0]?.values;
  };
  const handlers = states.map(({ name }) => [
    name,
    { setup: () => Promise.resolve(valuesOf(name)) },
  ]);
  // The values came as JSON, which is what the verifier wants.
  return Object.fromEntries(handlers) as NonNullable<Options['stateHandlers']>;
}
