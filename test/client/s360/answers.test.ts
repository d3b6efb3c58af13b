import { describe, expect, test } from 'vitest';
import {
  AbortedError,
  ContractError,
  MessageError,
  NotOfferedError,
  OptionsError,
  StillInProgressError,
  UnreadableAnswerError,
  WsdlError,
  createS360Client,
  type S360Options,
  type Transport,
} from '#client/index.ts';
import { inProcess } from '../../support/in-process.ts';
import {
  calledIn,
  CARD,
  clientBehind,
  demoSosie,
  keys,
  passes,
  PROTOCOLS,
  s360Of,
  valueOf,
  WEB,
} from './desk.ts';

describe.each(PROTOCOLS)('over %s', (protocol) => {
  test('what a method refuses is returned, in the vendor’s words', async () => {
    const sosie = await demoSosie();
    const answer = await s360Of(sosie, protocol).getOrderDetails({ orderId: 4711 });
    expect(answer).toMatchObject({
      ok: false,
      failure: { code: 'error.order.notFound', message: 'Unknown order: 4711', status: 200 },
      response: { status: 200, attempts: 1, body: { statusCode: 'error.order.notFound' } },
    });
    await sosie.close();
  });

  test('a method that is missing a parameter says so', async () => {
    const sosie = await demoSosie();
    // Whoever has no types may leave it out.
    const answer = await s360Of(sosie, protocol).getOrderDetails({} as { orderId: number });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'error.parameter.mandatory' } });
    await sosie.close();
  });

  test('above the limits HTTP says no, before anything is done', async () => {
    const sosie = await demoSosie();
    await sosie.sandbox.settings.set('s360', { callsPerMinute: 1 });
    const s360 = s360Of(sosie, protocol);
    expect((await s360.isCatalogServiceAlive()).ok).toBe(true);
    expect(await s360.isCatalogServiceAlive()).toMatchObject({
      ok: false,
      failure: { code: '509', status: 509, message: expect.stringMatching('Bandwidth limit') },
      response: { attempts: 1 },
    });
    await sosie.close();
  });

  test('what is in progress is asked for again, with its request id', async () => {
    const sosie = await demoSosie();
    const waits: number[] = [];
    await sosie.sandbox.settings.set('s360', { catalogueInProgress: 4 });
    const wait = async (ms: number): Promise<void> => void waits.push(ms);
    const s360 = s360Of(sosie, protocol, { wait, pollMs: 2_000 });
    const { catalogData } = await valueOf(s360.getCatalogDetailed());
    expect(catalogData.seasons).not.toEqual([]);
    expect(waits).toEqual([2_000, 4_000, 8_000, 10_000]);
    const asked = sosie.sandbox.journal.query({ operation: 'getCatalogDetailed', limit: 10 });
    expect(asked).toHaveLength(5);
    await sosie.close();
  });

  test('until it has lasted too long; then the caller knows what to come back with', async () => {
    const sosie = await demoSosie();
    await sosie.sandbox.act('s360', 'slow-down', { service: 'ExternalOrderFacade', calls: 5 });
    const s360 = s360Of(sosie, protocol, { pollMs: 10, pollLimitMs: 25 });
    const error = await s360.createOrUpdateOrder(passes(1)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StillInProgressError);
    expect(error).toMatchObject({ kind: 'in-progress', mayBeDone: true, attempts: 3 });
    const { requestId } = error as StillInProgressError;
    expect(
      await valueOf(s360.createOrUpdateOrder(passes(1, { requestId: requestId ?? 0 }))),
    ).toEqual(expect.objectContaining({ expectedException: false }));
    await sosie.close();
  });

  test('a signal ends the wait for what is in progress', async () => {
    const sosie = await demoSosie();
    await sosie.sandbox.act('s360', 'slow-down', { service: 'CatalogService', calls: 5 });
    const controller = new AbortController();
    const wait = (): Promise<void> => {
      controller.abort(new Error('no time'));
      return new Promise(() => undefined);
    };
    const call = s360Of(sosie, protocol, { wait }).getPOSConfig({}, { signal: controller.signal });
    await expect(call).rejects.toBeInstanceOf(AbortedError);
    await sosie.close();
  });

  test('an amount that is a float is never sent', async () => {
    const sosie = await demoSosie();
    const payments = [{ amount: 17.5, paymentMethodId: CARD }];
    const call = s360Of(sosie, protocol).closeOrder({ orderId: 10000437289, payments });
    await expect(call).rejects.toBeInstanceOf(MessageError);
    expect(calledIn(sosie)).not.toContain('closeOrder');
    await sosie.close();
  });

  test('nor is an answer taken in which one is', async () => {
    const sosie = await demoSosie();
    const real = inProcess(sosie);
    const transport: Transport = async (request) => {
      const response = await real(request);
      const text = Buffer.from(response.body as Uint8Array).toString();
      const other = text.replace(/(totalAmount(?:">|>|":))17000/, '$117000.5');
      return { ...response, body: other };
    };
    const call = clientBehind(transport, { protocol }).createOrUpdateOrder(passes(1));
    const error = await call.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ContractError);
    expect((error as ContractError).pointer).toMatch(/\/operationDataUpdates\/0\/.*totalAmount$/i);
    await sosie.close();
  });

  test('a page of a proxy is no answer', async () => {
    const transport: Transport = async () => ({ status: 502, headers: {}, body: '<html>oops' });
    const s360 = clientBehind(transport, { protocol, retries: 1 });
    const error = await s360.getPOSConfig().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnreadableAnswerError);
    expect(error).toMatchObject({ status: 502, attempts: 2 });
  });

  test.each(['operator', 'secret', 'baseUrl'] as const)('no client without %s', (option) => {
    const options: S360Options = { ...keys, protocol, baseUrl: 'http://sosie.test' };
    expect(() => createS360Client({ ...options, [option]: '' })).toThrow(OptionsError);
  });
});

test('over SOAP a wrong password is a fault, over REST HTTP says no', async () => {
  const sosie = await demoSosie();
  const message = 'Wrong password or signature';
  const wrong = { secret: 'P@ssw0rt' };
  expect(await s360Of(sosie, 'soap', wrong).getPOSConfig()).toMatchObject({
    ok: false,
    failure: { code: 'FailedAuthentication', message, status: 500 },
    response: { status: 500, body: { faultcode: 'wsse:FailedAuthentication' } },
  });
  expect(await s360Of(sosie, 'rest', wrong).createOrUpdateOrder(passes(1))).toMatchObject({
    ok: false,
    failure: { code: 'error.authentication.secret', message, status: 401 },
  });
  // The log-in was refused, so that the call itself never left.
  expect(calledIn(sosie)).not.toContain('createOrUpdateOrder');
  await sosie.close();
});

test('REST logs in once for all calls, and anew when the token has run out', async () => {
  const sosie = await demoSosie();
  const s360 = s360Of(sosie, 'rest');
  const logIns = (): number => sosie.sandbox.journal.query({ operation: 'logIn', limit: 9 }).length;
  await Promise.all([1, 2, 3].map(() => valueOf(s360.getPOSConfig())));
  await valueOf(s360.isCatalogServiceAlive());
  expect(logIns()).toBe(1);
  await sosie.sandbox.clock.advance('PT61M');
  const sold = await Promise.all([1, 2, 3].map(() => valueOf(s360.createOrUpdateOrder(passes(1)))));
  expect(new Set(sold.map(({ orderUpdateData }) => orderUpdateData.orderId)).size).toBe(3);
  expect(logIns()).toBe(2);
  await sosie.close();
});

test('a token that is refused when it is new is the vendor’s no', async () => {
  const transport: Transport = async ({ url }) =>
    url.endsWith('/auth')
      ? { status: 200, headers: {}, body: '{"token":"abc"}' }
      : { status: 401, headers: {}, body: 'Unauthorized' };
  expect(await clientBehind(transport, { protocol: 'rest' }).getPOSConfig()).toMatchObject({
    ok: false,
    failure: { code: '401', message: 'Unauthorized', status: 401 },
  });
});

test('a WSDL is read once a service, and anew when it could not be', async () => {
  const sosie = await demoSosie();
  const real = inProcess(sosie);
  let broken = 1;
  const asked: string[] = [];
  const transport: Transport = async (request) => {
    const response = await real(request);
    if (!request.url.endsWith('?wsdl')) return response;
    asked.push(request.url.replace(/^.*\.(\w+)\.webservice/, '$1'));
    return broken-- > 0 ? { ...response, body: '<no/>' } : response;
  };
  const s360 = clientBehind(transport, { protocol: 'soap' });
  const error = await s360.getPOSConfig().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(WsdlError);
  expect(error).toMatchObject({ kind: 'wsdl', operation: 'CatalogService?wsdl', mayBeDone: false });
  await Promise.all([1, 2].map(() => valueOf(s360.getPOSConfig())));
  await valueOf(s360.createOrUpdateOrder(passes(1)));
  await valueOf(s360.isCatalogServiceAlive());
  expect(asked).toEqual(['CatalogService?wsdl', 'CatalogService?wsdl', 'ExternalOrderFacade?wsdl']);
  await sosie.close();
});

test('what is known by name only comes back as not built over REST, and is not offered over SOAP', async () => {
  const sosie = await demoSosie();
  expect(await s360Of(sosie, 'rest').getEventAvailability()).toMatchObject({
    ok: false,
    failure: { code: 'error.notBuilt', status: 501 },
  });
  const error = await s360Of(sosie, 'soap')
    .getEventAvailability()
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NotOfferedError);
  expect(error).toMatchObject({ kind: 'not-offered', mayBeDone: false, attempts: 0 });
  await sosie.close();
});

test('text goes over SOAP as it is: entities, accents, what looks like markup', async () => {
  const sosie = await demoSosie();
  const s360 = s360Of(sosie, 'soap');
  const contact = { firstName: 'Zoë <&> "Z"', lastName: ' l’Été ]]> ', email: 'zoe@example.com' };
  const { culturalContactData } = await valueOf(
    s360.createCulturalContact({ contactDataList: [contact] }),
  );
  expect(culturalContactData[0]?.individualContact).toMatchObject({
    individualFirstname: contact.firstName,
    individualLastname: contact.lastName,
  });
  await sosie.close();
});

test('the parts of a message may stand in any order, and lists may be empty', async () => {
  const sosie = await demoSosie();
  const { simpleProductOperations = [] } = passes(1);
  const message = {
    simpleProductOperations,
    purchasersInfo: [],
    orderType: 'SALE',
    pointOfSalesId: WEB,
  };
  for (const protocol of PROTOCOLS) {
    const answer = await s360Of(sosie, protocol).createOrUpdateOrder({
      ...message,
      orderType: 'SALE',
    });
    expect(answer).toMatchObject({ ok: true });
  }
  await sosie.close();
});
