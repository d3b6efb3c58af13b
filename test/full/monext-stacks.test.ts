import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { createSosie } from '#server/index.ts';

const run = promisify(execFile);

// Hardened: every answer is also held to its schema before it leaves.
const sosie = await createSosie({ clock: 'frozen@2026-03-04T10:00:00+01:00', hardened: true });
const { url } = await sosie.listen({ port: 0 });
afterAll(() => sosie.close());

/** Both clients tell the same, one after the other: the codes of the flows, in order. */
const told = (ref: string) => [
  ['authorise', '00000'],
  ['authorise again', '02001'],
  ['capture', '00000'],
  ['capture too much', '02613'],
  ['refund', '00000'],
  ['details', '00000', `${ref}-1`, 3],
  ['authorise another', '00000'],
  ['reset', '00000'],
  ['reauthorise', '00000'],
  ['debit', '00000'],
  ['credit', '00000'],
  ['refused', '01100'],
  ['wrong', '02305', 'Invalid field format : Order Reference : Max length 50 characters'],
  ['search', '00000', 4],
  ['settings', '00000', 1],
];

test.each([
  ['PHP SoapClient', 'php', ['-d', 'display_errors=stderr', 'test/full/soap/monext.php'], 'PHP'],
  ['zeep, in strict mode,', '/usr/bin/python3', ['test/full/soap/monext.py'], 'ZEEP'],
] as const)('%s pays, captures, refunds, resets and searches by the WSDL alone', async (...row) => {
  const [, program, parameters, ref] = row;
  const env = { ...process.env, WSDL: `${url}/monext/V4/services`, no_proxy: '127.0.0.1' };
  const { stdout, stderr } = await run(program, parameters, { env });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(told(ref));
});
