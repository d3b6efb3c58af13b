import { expect, test } from 'vitest';
import { harnessVendors } from '#harness/vendors/index.ts';
import { readProfile } from '#harness/targets/profile.ts';

const env = { UTICK_TEST_KEY: 'TEST-PUBLIC-KEY', UTICK_TEST_SECRET: 'TEST-PRIVATE-KEY' };
const lines = {
  vendor: 'vendor: utick',
  baseUrl: 'baseUrl: https://sapiti.example.org',
  allowedHosts: 'allowedHosts: [sapiti.example.org]',
  credentials: 'credentials: { publicKey: $UTICK_TEST_KEY, privateKey: $UTICK_TEST_SECRET }',
};

const read = (but: Partial<Record<keyof typeof lines | 'more', string>> = {}) =>
  readProfile({
    file: 'profile.yaml',
    text: Object.values({ ...lines, ...but }).join('\n'),
    env,
    vendors: harnessVendors,
  });

test('the keys come from the environment, and only reading is safe unless it is said', () => {
  const { credentials, safeToMutate, vendor } = read();
  expect(credentials).toEqual({ publicKey: 'TEST-PUBLIC-KEY', privateKey: 'TEST-PRIVATE-KEY' });
  expect([vendor.name, safeToMutate]).toEqual(['utick', undefined]);
});

test.each([
  // what is written                                       the one line
  [{ vendor: 'vendor: utik' }, 'profile.yaml:1: vendor: “utik” is none of: utick'],
  [{ baseUrl: 'baseUrl: sapiti.example.org' }, 'profile.yaml:2: baseUrl: This does not have the'],
  [{ baseUrl: "baseUrl: 'http://['" }, 'profile.yaml:2: baseUrl: is no URL'],
  [
    { baseUrl: 'baseUrl: https://shop:secret@sapiti.example.org' },
    'profile.yaml:2: baseUrl: no name or password in it: keys come from the environment only',
  ],
  [{ allowedHosts: 'allowedHosts: []' }, 'profile.yaml:3: allowedHosts: This '],
  [
    { credentials: 'credentials: { publicKey: PK, privateKey: $UTICK_TEST_SECRET }' },
    'profile.yaml:4: credentials.publicKey: write $NAME of an environment variable, never the key',
  ],
  [
    { credentials: 'credentials: { publicKey: $UTICK_TEST_KEY }' },
    'profile.yaml:4: credentials.privateKey: is missing',
  ],
  [
    { credentials: 'credentials: { publicKey: $UTICK_TEST_KEY, privateKey: $UNSET }' },
    'profile.yaml:4: credentials.privateKey: the variable UNSET is not set',
  ],
  [
    {
      credentials:
        'credentials: { publicKey: $UTICK_TEST_KEY, privateKey: $UTICK_TEST_SECRET, pin: $A }',
    },
    'profile.yaml:4: credentials.pin: utick has no such credential',
  ],
  [{ more: 'testKey: "["' }, 'profile.yaml:5: testKey: is no regular expression'],
  [{ more: 'safeToMutat: true' }, 'profile.yaml:5: safeToMutat: “safeToMutat” is not in the'],
  [{ more: 'states: { a venue: [{ cal: x }] }' }, 'profile.yaml:5: states.a venue.0: a step'],
])('a mistake is one line with its place: %j', (but, line) => {
  expect(() => read(but)).toThrow(line);
});

test('a key that is written down is not repeated in the message', () => {
  const credentials = 'credentials: { publicKey: $UTICK_TEST_KEY, privateKey: live-secret-key }';
  expect(() => read({ credentials })).toThrow(/^(?!.*live-secret-key)/);
});
