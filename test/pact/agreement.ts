import { setTimeout } from 'node:timers/promises';
import { PactV4, type MatchersV3 } from '@pact-foundation/pact';
import {
  undiciTransport,
  type Answer,
  type Transport,
  type TransportRequest,
} from '#client/index.ts';
import { pathWith, type Examples, type Part } from './matching.ts';
import type { XmlBody } from './xml-body.ts';
import { addGenerators, pactFile } from './xml-generators.ts';

/** A state of the provider, with the parameters it is built with. */
export type State = readonly [name: string, params?: Readonly<Record<string, number>>];

/** A vendor, and the client that agrees with it. */
export interface Partner<Client> {
  readonly provider: string;
  readonly examples: Examples;
  clientAt(baseUrl: string, transport: Transport): Client;
}

/** What a client asks in a state of the provider, and what it needs to be answered. */
export interface Agreement<Client> {
  /** What is agreed, as one sentence; no two are the same. */
  readonly that: string;
  readonly given: readonly State[];
  /** Method and path, without slashes at its end; `${orderId}` is what the state gives. */
  readonly asks: `${'GET' | 'POST' | 'PATCH' | 'DELETE'} /${string}`;
  /** Headers that matter. */
  readonly headers?: Readonly<Record<string, Part>>;
  /** The body of the request: parts of a JSON object, or XML; undefined: none. */
  readonly with: Readonly<Record<string, Part>> | XmlBody | undefined;
  readonly answers: Answered;
  /** The call of the client that asks so, and what it makes of the answer. */
  readonly by: (client: Client) => Promise<void>;
}

export interface Answered {
  readonly status: number | MatchersV3.StatusCodeMatcher<number>;
  /** JSON, or XML; undefined: the client looks at none. */
  readonly body: Part | XmlBody;
  readonly headers?: Readonly<Record<string, string>>;
}

export const CONSUMER = 'sosie-client';

export interface Circumstances {
  /** Where the pact is written once the agreement is kept. */
  readonly folder: string;
  /** What becomes of a request on its way: a mutation changes it. */
  readonly mutate?: (request: TransportRequest) => TransportRequest;
}

/** An agreement with whom it is. */
export interface Agreed<Client> {
  readonly partner: Partner<Client>;
  readonly agreement: Agreement<Client>;
}

/** Plays an agreement with a mock of the provider. Fails unless exactly that is asked and read. */
export async function keep<Client>(
  agreed: Agreed<Client>,
  circumstances: Circumstances,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const played = await play(agreed, circumstances, attempt * PAUSE_MS);
    if (played.kind === 'kept') return;
    if (!played.wasAnswered || !UNNOTED.test(played.error.message) || attempt === MOST) {
      throw played.error;
    }
  }
}

// The mock may answer before it has noted the request: then it says that none came, although the
// client has read the answer. Only in that case the agreement is played again, more slowly.
const UNNOTED = /expected but not received/;
const PAUSE_MS = 50;
const MOST = 4;

/** A matcher may hold an expression, for which the library's type has no word. */
type Headers = Readonly<Record<string, string>>;

type Played =
  | { readonly kind: 'kept' }
  | { readonly kind: 'broken'; readonly error: Error; readonly wasAnswered: boolean };

async function play<Client>(
  { partner, agreement }: Agreed<Client>,
  { folder, mutate = (request) => request }: Circumstances,
  pauseMs: number,
): Promise<Played> {
  const { that, given, asks, headers = {}, with: body, answers, by } = agreement;
  const [method = '', template = ''] = asks.split(' ');
  const pact = new PactV4({
    ...{ consumer: CONSUMER, provider: partner.provider },
    dir: folder,
    logLevel: 'error',
  });
  const interaction = pact.addInteraction().uponReceiving(that);
  for (const [name, params] of given) interaction.given(name, params);
  const carry = undiciTransport();
  let wasAnswered = false;
  try {
    await interaction
      .withRequest(method, pathWith(partner.examples, template), (request) => {
        putBody(request, body, headers as Headers);
      })
      .willRespondWith(answers.status, (response) => {
        putBody(response, answers.body, answers.headers ?? {});
      })
      .executeTest(async ({ url }) => {
        await by(partner.clientAt(url, (request) => carry(mutate(request))));
        wasAnswered = true;
        await setTimeout(pauseMs);
      });
    if (isXml(body)) addGenerators(pactFile(folder, CONSUMER, partner.provider), that, body);
    return { kind: 'kept' };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'broken', error, wasAnswered };
  } finally {
    await carry.close?.();
  }
}

export const isXml = (body: Part | XmlBody): body is XmlBody =>
  typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'xml';

/** What a request and an answer are made with alike. */
interface Message {
  headers(headers: Headers): unknown;
  jsonBody(body: unknown): unknown;
  xmlBody(body: unknown): unknown;
  matchingRules(rules: MatchersV3.Rules): unknown;
}

function putBody(message: Message, body: Part | XmlBody, headers: Headers): void {
  if (!isXml(body)) {
    message.headers(headers);
    if (body !== undefined) message.jsonBody(body);
    return;
  }
  message.xmlBody(body.text);
  // The body brings a content type of its own, so the vendor's comes after it.
  message.headers(headers);
  message.matchingRules({ body: body.rules } as MatchersV3.Rules);
}

/** The value that was answered; a refusal is none. */
export function valueOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(`refused: ${answer.failure.code} ${answer.failure.message}`);
}
