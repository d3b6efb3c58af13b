import { join } from 'node:path';
import ts from 'typescript';
import { expect, expectTypeOf, test } from 'vitest';
import {
  createClients,
  type Answer,
  type Drift,
  type UtickAnswer,
  type UtickClient,
  type UtickFailure,
  type UtickMessage,
  type UtickOperation,
  type UtickResult,
} from '#client/index.ts';
import type { Order, Product, Stock, UtickOperations } from '#contracts/utick/index.ts';
import type { Result } from '#kit/operation.ts';
import { root } from '../tidy/sources.ts';

declare const utick: UtickClient;

/** Compiled by `npm run typecheck`, never run. */
const never = (_types: () => unknown): void => undefined;

test('a method takes what its contract takes, without credentials', () => {
  expectTypeOf<UtickMessage<'getOrder'>>().toEqualTypeOf<{
    id: string;
    username?: string;
    language?: string;
  }>();
  expectTypeOf<UtickMessage<'attachProduct'>['mainproductid']>().toEqualTypeOf<string>();
  expectTypeOf<UtickMessage<'listOrders'>['limit']>().toEqualTypeOf<number | string | undefined>();
  never(() => {
    void utick.getOrder({ id: '7' });
    // @ts-expect-error an order has an id
    void utick.getOrder({});
    // @ts-expect-error an id is a text
    void utick.getOrder({ id: 7 });
    // @ts-expect-error there is no such field
    void utick.getOrder({ id: '7', colour: 'red' });
    // @ts-expect-error the client signs
    void utick.getOrder({ id: '7', signature: '' });
    // @ts-expect-error whom the order is for
    void utick.confirmOrder({ id: '7' });
    // @ts-expect-error the status is what the word says
    void utick.cancelOrder({ id: '7', statusid: 1 });
  });
});

test('a message without a field that must be there may be left out', () => {
  never(() => {
    void utick.ping();
    void utick.listStocks(undefined, { timeoutMs: 10 });
    // @ts-expect-error which products
    void utick.requestProducts();
  });
});

test('a method answers what its contract answers, without the envelope', () => {
  never(() => {
    expectTypeOf(utick.getOrder).returns.resolves.toEqualTypeOf<UtickAnswer<Order>>();
    expectTypeOf(utick.requestProducts).returns.resolves.toEqualTypeOf<
      UtickAnswer<readonly Product[]>
    >();
    expectTypeOf(utick.deleteProduct).returns.resolves.toEqualTypeOf<UtickAnswer<null>>();
    expectTypeOf(utick.getPlan).returns.resolves.toEqualTypeOf<UtickAnswer<unknown>>();
    expectTypeOf(utick.confirmOrder).returns.resolves.toEqualTypeOf<UtickAnswer<Order>>();
  });
});

test('every value has the fields that the contract says, by whatever name', () => {
  type Different = {
    [Op in UtickOperation]: [UtickResult<Op>, Result<UtickOperations[Op]>] extends [
      Result<UtickOperations[Op]>,
      UtickResult<Op>,
    ]
      ? never
      : Op;
  }[UtickOperation];
  expectTypeOf<Different>().toEqualTypeOf<never>();
});

test('an operation that is not described takes any fields', () => {
  expectTypeOf<UtickMessage<'scanEntry'>>().toEqualTypeOf<{ readonly [field: string]: unknown }>();
  never(() => utick.scanEntry({ eventid: '7', codes: ['24249420-2215619'] }));
});

test('an answer is narrowed by ok', () => {
  never(async () => {
    const answer: Answer<Stock, UtickFailure> = await utick.getStock({ id: '7' });
    expectTypeOf(answer.response.attempts).toEqualTypeOf<number>();
    // @ts-expect-error it may be a refusal
    void answer.value;
    if (answer.ok) expectTypeOf(answer.value.capacity_free).toEqualTypeOf<number>();
    else expectTypeOf(answer.failure.code).toEqualTypeOf<number>();
  });
});

test('an option that there is not is an error, and a function among them knows what it is given', () => {
  never(() => {
    const keys = { publicKey: '', privateKey: '' };
    expectTypeOf(createClients({ baseUrl: '', utick: keys }).utick).toEqualTypeOf<UtickClient>();
    // @ts-expect-error no such vendor
    void createClients({ baseUrl: '', utick: keys }).amazon;
    // @ts-expect-error no such option
    void createClients({ baseUrl: '', utick: keys, timeout: 3 });
    // @ts-expect-error nor of a vendor
    void createClients({ baseUrl: '', utick: { ...keys, secret: '' } });
    // @ts-expect-error half of the credentials
    void createClients({ baseUrl: '', utick: { publicKey: '' } });
    void createClients({
      utick: keys,
      onDrift: (drift) => expectTypeOf(drift).toEqualTypeOf<Drift>(),
      transport: async ({ body }) => ({ status: 200, headers: {}, body }),
    });
  });
});

const hovers = {
  getOrder:
    '(property) getOrder: (message: { language?: string; username?: string; id: string; }, ' +
    'options?: CallOptions) => Promise<UtickAnswer<Order>>',
  listCounters:
    '(property) listCounters: (message?: { language?: string; username?: string; ' +
    'limit?: string | number; offset?: string | number; entry_count?: string | number; ' +
    'entry_start?: string | number; } | undefined, options?: CallOptions) => ' +
    'Promise<UtickAnswer<readonly Counter[]>>',
  requestProducts:
    '(property) requestProducts: (message: { language?: string; username?: string; ' +
    'requests: readonly StockRequest[]; }, options?: CallOptions) => ' +
    'Promise<UtickAnswer<readonly Product[]>>',
  confirmOrder:
    '(method) UtickClient.confirmOrder(message: Confirmation, options?: CallOptions): ' +
    'Promise<UtickAnswer<Order>>',
};

test('an editor shows the fields of a message, and an answer by its name', () => {
  const names = Object.keys(hovers);
  expect(hoversOf(names.map((name) => `utick.${name}`))).toEqual(Object.values(hovers));
}, 60_000);

/** What an editor shows of the last word of each line. */
function hoversOf(lines: readonly string[]): readonly string[] {
  const head = `import type { UtickClient } from '#client/index.ts';\ndeclare const utick: UtickClient;\n`;
  const text = `${head}${lines.join(';\n')}`;
  const file = join(root, 'test/client/hover.ts');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options: settings } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const textOf = (path: string): string | undefined =>
    path === file ? text : ts.sys.readFile(path);
  const service = ts.createLanguageService({
    fileExists: (path) => textOf(path) !== undefined,
    readFile: textOf,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => ts.ScriptSnapshot.fromString(textOf(path) ?? ''),
    getCurrentDirectory: () => root,
    getCompilationSettings: () => settings,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  return lines.map((line) => {
    const at = text.indexOf(line) + line.length - 1;
    const shown = service.getQuickInfoAtPosition(file, at)?.displayParts;
    return ts.displayPartsToString(shown).replaceAll(/\s+/g, ' ');
  });
}
