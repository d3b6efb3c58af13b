import { expect, test } from 'vitest';
import { settingProblem, settingsReader, type SettingsSpec } from '#kernel/settings.ts';
import { hallSettings } from '../support/toy-vendor.ts';

const readSettings = settingsReader(hallSettings);

test('a setting nobody gave has its default', () => {
  expect(readSettings(undefined).settings.holdMinutes).toBe(10);
  expect(readSettings({ codeLetters: 'uuid' }).settings.holdMinutes).toBe(10);
});

test('a given setting takes the place of the default', () => {
  expect(readSettings({ codeLetters: 'uuid' }).settings.codeLetters).toBe('uuid');
});

test('the weakest evidence is that of the settings read, not of all', () => {
  const { settings, weakest } = readSettings(undefined);
  expect(weakest()).toBeUndefined();
  expect(settings.holdMinutes).toBe(10);
  expect(weakest()).toBe('documented');
  expect(settings.codeLetters).toBe('hex');
  expect(weakest()).toBe('guess');
  expect(settings.greeting).toBe('');
  expect(weakest()).toBe('guess');
});

test('two readers remember what they read each for itself', () => {
  const [one, other] = [readSettings(undefined), readSettings(undefined)];
  expect(one.settings.codeLetters).toBe('hex');
  expect(other.weakest()).toBeUndefined();
});

const spec: SettingsSpec = {
  ...hallSettings,
  isOpen: { default: true, allowed: [true, false], evidence: 'guess', note: 'Open on Sundays?' },
};

test.each([
  // name         value    problem
  ['holdMinutes', 1, undefined],
  ['holdMinutes', 60, undefined],
  ['holdMinutes', 61, 'setting "holdMinutes" must be a whole number from 1 to 60'],
  ['holdMinutes', 1.5, 'setting "holdMinutes" must be a whole number from 1 to 60'],
  ['holdMinutes', '5', 'setting "holdMinutes" must be a whole number from 1 to 60'],
  ['codeLetters', 'uuid', undefined],
  ['codeLetters', 'roman', 'setting "codeLetters" must be one of hex, uuid'],
  ['greeting', 'Welcome', undefined],
  ['greeting', 7, 'setting "greeting" must be a text'],
  ['isOpen', false, undefined],
  ['isOpen', 'no', 'setting "isOpen" must be one of true, false'],
  ['holdMinuts', 5, 'unknown setting "holdMinuts", did you mean "holdMinutes"?'],
  ['constructor', 5, 'unknown setting "constructor"'],
])('%s = %j: %s', (name, value, problem) => {
  expect(settingProblem(spec, name, value)).toBe(problem);
});
