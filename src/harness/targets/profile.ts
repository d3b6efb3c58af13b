import { Type, type Static } from '@sinclair/typebox';
import { readDocument, type Document } from '../document.ts';
import { statesIn, StatesAsWritten, type States } from '../states/steps.ts';
import type { Credentials, HarnessVendor } from '../vendors/vendor.ts';

/** How a vendor's own test system is reached, and what may be done there. */
const ProfileFile = Type.Object(
  {
    vendor: Type.String(),
    baseUrl: Type.String({ pattern: '^https?://[^/?#]+[^?#]*$' }),
    allowedHosts: Type.Array(Type.String(), { minItems: 1 }),
    /** Absent: only what reads is sent. */
    safeToMutate: Type.Optional(Type.Boolean()),
    credentials: Type.Record(Type.String(), Type.String()),
    /** How a key of a test system looks, as a regular expression. */
    testKey: Type.Optional(Type.String({ minLength: 1 })),
    data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    states: Type.Optional(StatesAsWritten),
  },
  { additionalProperties: false },
);
type ProfileFile = Static<typeof ProfileFile>;

export interface Profile extends Omit<
  ProfileFile,
  'vendor' | 'credentials' | 'testKey' | 'states'
> {
  readonly vendor: HarnessVendor;
  readonly credentials: Credentials;
  readonly testKey: RegExp;
  readonly states: States;
}

export interface ProfileInputs {
  /** For messages. */
  readonly file: string;
  readonly text: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly vendors: readonly HarnessVendor[];
}

export function readProfile({ file, text, env, vendors }: ProfileInputs): Profile {
  const document = readDocument(file, text, ProfileFile);
  const { vendor: name, testKey, ...rest } = document.value;
  const vendor = vendors.find((one) => one.name === name);
  if (!vendor) {
    const known = vendors.map((one) => one.name).join(', ');
    throw document.problem('/vendor', `“${name}” is none of: ${known}`);
  }
  assertPlace(document);
  return {
    ...rest,
    vendor,
    credentials: credentialsIn(document, vendor, env),
    testKey: testKey === undefined ? TEST_KEY : patternIn(document, testKey),
    states: statesIn(document),
  };
}

/** A password has a place in a URL, and there it would be in a file and in every message. */
function assertPlace({ value: { baseUrl }, problem }: Document<ProfileFile>): void {
  if (!URL.canParse(baseUrl)) throw problem('/baseUrl', 'is no URL');
  const { username, password } = new URL(baseUrl);
  if (username === '' && password === '') return;
  throw problem('/baseUrl', 'no name or password in it: keys come from the environment only');
}

/** What the key of a test system says of itself, where a profile knows nothing better. */
const TEST_KEY = /(^|[^a-z])(test|demo|sandbox|staging)([^a-z]|$)/i;

function patternIn(document: Document<ProfileFile>, source: string): RegExp {
  try {
    return new RegExp(source);
  } catch {
    throw document.problem('/testKey', 'is no regular expression');
  }
}

const VARIABLE = /^\$([A-Z_][A-Z0-9_]*)$/;

/** A file is committed sooner or later: it names variables, never keys. */
function credentialsIn(
  { value, problem }: Document<ProfileFile>,
  vendor: HarnessVendor,
  env: ProfileInputs['env'],
): Credentials {
  const unknown = Object.keys(value.credentials).find((one) => !vendor.credentials.includes(one));
  if (unknown !== undefined) {
    throw problem(`/credentials/${unknown}`, `${vendor.name} has no such credential`);
  }
  const entries = vendor.credentials.map((name): [string, string] => {
    const pointer = `/credentials/${name}`;
    const given = value.credentials[name];
    if (given === undefined) throw problem(pointer, 'is missing');
    const variable = VARIABLE.exec(given)?.[1];
    if (variable === undefined) {
      throw problem(pointer, 'write $NAME of an environment variable, never the key');
    }
    const secret = env[variable];
    if (!secret) throw problem(pointer, `the variable ${variable} is not set`);
    return [name, secret];
  });
  return Object.fromEntries(entries);
}
