import type { Contract, Evidence, Operation, Operations, Request, Result } from '#kit/operation.ts';
import type { TSchema } from '#kit/types.ts';
import type { Env } from '#kernel/behaviour.ts';
import type { Draft, Tables } from '#kernel/draft.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Eventually } from '#kernel/lane.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Random } from '#kernel/random.ts';
import type { VendorCore } from '#kernel/vendor.ts';
import type { SoapFailure, UsernameToken, WireFailure } from './wire-failure.ts';

export type * from './wire-failure.ts';

/** A decoded request: path parameters, query and body in one object. */
export type Message = Readonly<Record<string, unknown>>;

/** URLs that the vendor hands out; they carry the sandbox, since a browser sends no header. */
export interface Links {
  /** For a person's browser: `personal('/shop/?oid=…')` follows `--public-url`. */
  personal(path: string): string;
  /** For a program: follows the host that the caller used. */
  service(path: string): string;
}

/** One call as a handler sees it. */
export interface Call<M, Caller> {
  readonly message: M;
  /** What `authenticate` answered. */
  readonly caller: Caller;
  readonly links: Links;
  readonly protocol: Protocol;
}

export type Protocol = 'rest' | 'soap';

export type Handler<S extends Tables, O extends Operation, V extends Voice> = (
  draft: Draft<S>,
  call: Call<Request<O>, V['caller']>,
  env: Env<V['settings']>,
) => Outcome<Result<O>, V['failure']>;

/** The types that run through all handlers of one vendor. */
export interface Voice {
  readonly caller: unknown;
  readonly failure: { readonly kind: string };
  readonly settings: unknown;
}

type BuiltNames<O extends Operations> = {
  [N in keyof O]: O[N] extends { readonly notBuilt: true } ? never : N;
}[keyof O];

type SoapOnlyNames<O extends Operations> = {
  [N in keyof O]: O[N] extends { readonly soapOnly: true } ? N : never;
}[keyof O];

/** Total over what is built: an operation without a handler does not compile. */
export type Wiring<S extends Tables, O extends Operations, V extends Voice> = {
  readonly [N in Exclude<BuiltNames<O>, SoapOnlyNames<O>>]: Handler<S, O[N], V>;
};

/** What is offered over SOAP alone; the other operations have one handler for both. */
export type SoapWiring<S extends Tables, O extends Operations, V extends Voice> = {
  readonly [N in Extract<BuiltNames<O>, SoapOnlyNames<O>>]: Handler<S, O[N], V>;
};

/** What an answer may depend on besides its value. */
export interface AnswerContext<Settings = unknown> {
  readonly now: Instant;
  readonly settings: Settings;
  /** Undefined when the request could not be decoded. */
  readonly message: Message | undefined;
}

/** A whole message for the wire, in its envelope. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message: unknown;
  /** Of a refusal: its message is an answer of the operation's own, such as a result with an error. */
  readonly shape?: 'response';
  /** JSON only, no number keeps a fraction that it does not need: `17` where the contract has `17.0`. */
  readonly numbers?: 'plain';
  /** In place of a message: a body that is none, such as a proxy's line of text. */
  readonly text?: string;
  /** Of a refusal: the vendor's code, for the journal, and how well it is known. */
  readonly code?: number | string;
  readonly evidence?: Evidence;
}

export interface MessageParts {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** JSON as parsed; over SOAP the message of the call, once it is routed. */
  readonly body: unknown;
  /** Over SOAP only. */
  readonly security?: UsernameToken | undefined;
}

export interface AuthenticRequest {
  readonly message: Message;
  readonly headers: WireHeaders;
  readonly access: string;
  readonly security?: UsernameToken | undefined;
}

/** A vendor's JSON-over-HTTP side. */
export interface RestSide<S extends Tables, O extends Operations, V extends Voice> extends Side<
  S,
  V,
  WireFailure
> {
  readonly wiring: Wiring<S, O, V>;
}

/** A vendor's SOAP side; what both sides offer is decided by the handlers of the other. */
export interface SoapSide<S extends Tables, O extends Operations, V extends Voice> extends Side<
  S,
  V,
  SoapFailure
> {
  readonly wiring: SoapWiring<S, O, V>;
}

interface Side<S extends Tables, V extends Voice, Failure> {
  /** Where each parameter comes from, and which wins. */
  readonly message: (parts: MessageParts, settings: V['settings']) => Outcome<Message, WireFailure>;
  /** A credential in the request that may be bound to a sandbox. */
  readonly credential: (parts: MessageParts, headers: WireHeaders) => string | undefined;
  readonly authenticate: (
    draft: Draft<S>,
    request: AuthenticRequest,
    env: Env<V['settings']>,
  ) => Outcome<V['caller'], V['failure']>;
  readonly answer: (value: unknown, context: AnswerContext<V['settings']>) => Answer;
  /** Over SOAP the message is a `SoapFault`, unless it has the shape of the operation's answer. */
  readonly refuse: (
    failure: V['failure'] | Failure,
    context: AnswerContext<V['settings']>,
  ) => Answer;
  /** HTTP 500 in the vendor's error envelope with this text. */
  readonly defect: (text: string, context: AnswerContext<V['settings']>) => Answer;
}

export type WireHeaders = Readonly<Record<string, string | undefined>>;

/** What a data set says of one vendor, and how it becomes rows. */
export interface DatasetSection<S extends Tables, Section> {
  readonly schema: TSchema;
  /** Answers the names it gave: `{ stocks: { hedda: 'A702…' } }`. */
  readonly install: (draft: Draft<S>, section: Section, env: DatasetEnv) => Names;
}

export interface DatasetEnv {
  readonly now: Instant;
  readonly random: Random;
}

export type Names = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a person opens: read in a turn of the same pipeline, drawn after it. */
export interface Page<S extends Tables, V extends Voice, T> {
  /** Below the vendor's own root, beside its API: `/tickets/{file}`. */
  readonly path: string;
  readonly summary: string;
  readonly evidence: Evidence;
  readonly read: (
    draft: Draft<S>,
    call: { readonly params: Readonly<Record<string, string>>; readonly links: Links },
    env: Env<V['settings']>,
  ) => Outcome<T, V['failure']>;
  readonly refuse: (failure: V['failure']) => { readonly status: number; readonly text: string };
  readonly render: (value: T) => Eventually<Rendered>;
}

export interface Rendered {
  readonly contentType: string;
  readonly body: Uint8Array | string;
}

/** What a person or machine does behind the vendor's counter. */
export interface Action<S extends Tables, C = unknown> {
  readonly summary: string;
  readonly parameters: TSchema;
  readonly evidence: Evidence;
  readonly run: (
    draft: Draft<S>,
    command: C,
    env: Env,
  ) => Outcome<unknown, { readonly kind: string }>;
}

/** A credential given at a sandbox's creation: whoever uses it lands there. */
export interface BindableCredential<S extends Tables, C = unknown> {
  readonly schema: TSchema;
  /** What is looked for in requests: never a secret. */
  readonly key: (credential: C) => string;
  readonly install: (draft: Draft<S>, credential: C) => void;
}

/** Everything the shell needs to serve a vendor. */
export interface VendorModule<
  S extends Tables = Tables,
  O extends Operations = Operations,
  V extends Voice = Voice,
  Section = unknown,
> extends VendorCore<S> {
  readonly title: string;
  /** Host names of the vendor's own: a request for one is served at the root. */
  readonly hosts: readonly string[];
  /** What a client is given as base URL, below the vendor's name: `/v1`. */
  readonly basePath: string;
  readonly contract: Contract<O>;
  readonly rest: RestSide<S, O, V>;
  readonly soap?: SoapSide<S, O, V>;
  // Each page draws a value of its own.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly pages?: Readonly<Record<string, Page<S, V, any>>>;
  readonly dataset: DatasetSection<S, Section>;
  // Each action has a command type of its own, checked against its schema before it runs.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly actions: Readonly<Record<string, Action<S, any>>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly credential: BindableCredential<S, any>;
  /** Demo credentials in one line, for the banner. */
  readonly demo: string;
}

// The registry holds vendors of different tables, callers, failures and settings: what goes in is
// any of them, what comes out is checked as if nothing were known of it.
/* eslint-disable @typescript-eslint/no-explicit-any */
interface AnyFailure {
  readonly kind: string;
}

export type AnyHandler = (draft: any, call: any, env: any) => Outcome<unknown, AnyFailure>;

export interface AnySide {
  readonly wiring: Readonly<Record<string, AnyHandler>>;
  readonly message: (parts: MessageParts, settings: any) => Outcome<Message, WireFailure>;
  readonly credential: (parts: MessageParts, headers: WireHeaders) => string | undefined;
  readonly authenticate: (
    draft: any,
    request: AuthenticRequest,
    env: any,
  ) => Outcome<unknown, AnyFailure>;
  readonly answer: (value: any, context: AnswerContext<any>) => Answer;
  readonly refuse: (failure: any, context: AnswerContext<any>) => Answer;
  readonly defect: (text: string, context: AnswerContext<any>) => Answer;
}

export interface AnyPage {
  readonly path: string;
  readonly summary: string;
  readonly evidence: Evidence;
  readonly read: (draft: any, call: any, env: any) => Outcome<unknown, AnyFailure>;
  readonly refuse: (failure: any) => { readonly status: number; readonly text: string };
  readonly render: (value: any) => Eventually<Rendered>;
}

export type AnyVendorModule = Omit<
  VendorModule<any, any, any, any>,
  'contract' | 'rest' | 'soap' | 'dataset' | 'tables' | 'pages'
> & {
  readonly pages?: Readonly<Record<string, AnyPage>>;
  readonly contract: Contract;
  readonly rest: AnySide;
  readonly soap?: AnySide;
  readonly dataset: {
    readonly schema: TSchema;
    readonly install: (draft: any, section: any, env: DatasetEnv) => Names;
  };
  readonly tables: Tables;
};
/* eslint-enable @typescript-eslint/no-explicit-any */
