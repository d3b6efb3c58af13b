import { afterAll, describe, expect, it } from 'vitest';
import { createSosie } from '#server/index.ts';
import { cloakroom } from '../../support/soap-vendor.ts';
import { COATS, ENVELOPE, envelope, hang, post, security } from '../../support/soap-calls.ts';

const sosie = await createSosie({
  modules: [cloakroom()],
  dataset: 'test/support/cloakroom.yaml',
  hardened: true,
  clock: '2026-03-04T10:00:00+01:00',
});
afterAll(() => sosie.close());

const ANNA = '<owner>Anna</owner>';
const status = /<status>([^<]*)<\/status>/;
const owner = /<owner>([^<]*)<\/owner>/;

describe('a call is understood', () => {
  const understood: readonly (readonly [string, string])[] = [
    ['with other prefixes', envelope(`<x:hang xmlns:x="${COATS}">${ANNA}</x:hang>`)],
    [
      'with two prefixes for one namespace',
      envelope(`<x:hang xmlns:x="${COATS}" xmlns:y="${COATS}">${ANNA}</x:hang>`),
    ],
    [
      'with the envelope as default namespace',
      `<Envelope xmlns="${ENVELOPE}"><Header>${security()}</Header><Body>` +
        `<x:hang xmlns:x="${COATS}" xmlns="">${ANNA}</x:hang></Body></Envelope>`,
    ],
    [
      'with its own namespace as default, undone for the children',
      envelope(`<hang xmlns="${COATS}"><owner xmlns="">Anna</owner></hang>`),
    ],
    [
      'with the namespace ending in a slash',
      envelope(`<x:hang xmlns:x="${COATS}/">${ANNA}</x:hang>`),
    ],
    [
      'with a prefix declared on the body',
      envelope(hang(ANNA)).replace('<e:Body', '<e:Body xmlns:z="z"'),
    ],
    ['with CDATA', envelope(hang('<owner><![CDATA[Anna]]></owner>'))],
    ['with comments between and within', envelope(hang('<!-- a --><owner>An<!-- b -->na</owner>'))],
    ['with attributes on the wrapper', envelope(hang(ANNA)).replace('<c:hang', '<c:hang id="1"')],
    ['with a processing instruction', envelope(hang(`<?hint x?>${ANNA}`))],
    ['with an XML declaration', `<?xml version="1.0" encoding="utf-8"?>${envelope(hang(ANNA))}`],
    ['with elements that nobody knows', envelope(hang(`<hat>1</hat>${ANNA}`))],
    ['with children in another order', envelope(hang(`<lining/><count>2</count>${ANNA}`))],
    ['with character references', envelope(hang('<owner>&#65;nna</owner>'))],
    ['with white space all over', envelope(`\n ${hang(`\n ${ANNA}\n`)} \n`)],
  ];
  it.each(understood)('%s', async (_, body) => {
    const { status: code, xml } = await post(sosie, { body });
    expect(xml).toMatch(owner);
    expect([code, owner.exec(xml)?.[1]]).toEqual([200, 'Anna']);
  });

  const encodings: readonly (readonly [string, () => Uint8Array, string])[] = [
    [
      'UTF-8 with its mark',
      () => Buffer.from(`\ufeff${envelope(hang('<owner>Zoé</owner>'))}`),
      'text/xml',
    ],
    [
      'UTF-16 with its mark, little end first',
      () => Buffer.from(`\ufeff${envelope(hang('<owner>Zoé</owner>'))}`, 'utf16le'),
      'text/xml',
    ],
    [
      'UTF-16, big end first',
      () => Buffer.from(`\ufeff${envelope(hang('<owner>Zoé</owner>'))}`, 'utf16le').swap16(),
      'text/xml; charset=utf-16',
    ],
    [
      'ISO-8859-1 that the declaration tells',
      () =>
        Buffer.from(
          `<?xml version="1.0" encoding="ISO-8859-1"?>${envelope(hang('<owner>Zoé</owner>'))}`,
          'latin1',
        ),
      'text/xml',
    ],
    [
      'ISO-8859-1 that the content type tells',
      () => Buffer.from(envelope(hang('<owner>Zoé</owner>')), 'latin1'),
      'text/xml; charset="iso-8859-1"',
    ],
  ];
  it.each(encodings)('in %s', async (_, bytes, type) => {
    const { xml } = await post(sosie, { body: bytes(), headers: { 'content-type': type } });
    expect(owner.exec(xml)?.[1]).toBe('Zoé');
  });

  const actions = ['""', '"urn:other"', 'hang', undefined];
  it.each(actions)('whatever SOAPAction says: %s', async (action) => {
    const headers = {
      'content-type': 'text/xml',
      ...(action === undefined ? {} : { soapaction: action }),
    };
    expect((await post(sosie, { body: envelope(hang(ANNA)), headers })).status).toBe(200);
  });

  it('when it has no arguments and closes itself', async () => {
    const { xml } = await post(sosie, { body: envelope(`<c:isOpen xmlns:c="${COATS}"/>`, '') });
    expect(status.exec(xml)?.[1]).toBe('open');
  });

  it('with a list of one, a map, and names that objects have already', async () => {
    const { xml } = await post(sosie, {
      body: envelope(
        hang(
          '<constructor>x</constructor><__proto__>y</__proto__><pockets>left</pockets>' +
            '<labels><entry><key>__proto__</key><value>z</value></entry></labels>',
        ),
      ),
    });
    expect(xml).toContain('<tags><code>left</code><price>0</price></tags>');
    expect(xml).toContain('<labels><entry><key>__proto__</key><value>z</value></entry></labels>');
    expect(({} as Record<string, unknown>)['value']).toBeUndefined();
  });

  it('with nil for no value', async () => {
    const nil = 'xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
    const { xml } = await post(sosie, { body: envelope(hang(`<owner ${nil}/>`)) });
    expect(xml).not.toContain('<owner');
  });

  it('in an older version, and answered in its namespace', async () => {
    const { xml } = await post(sosie, {
      url: '/cloakroom/soap/com.example.v1_1.Cloakroom.webservice',
      body: envelope(hang(ANNA)).replace('v1_2', 'v1_1'),
    });
    expect(xml).toContain('xmlns:ns2="http://v1_1.Cloakroom.service.example.com"');
  });
});

const fault = /<faultcode[^>]*>([^<]*)<\/faultcode><faultstring>(.*)<\/faultstring>/s;

describe('a call is refused with a fault', () => {
  const bomb =
    '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]>' +
    envelope(hang('<owner>&y;</owner>'));
  const external =
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + envelope(hang('<owner>&x;</owner>'));
  const refusedCalls: readonly (readonly [string, string, string])[] = [
    ['that is not XML', '{"owner":"Anna"}', 'S:Client'],
    ['that is empty', '', 'S:Client'],
    ['whose tags do not match', envelope(hang('<owner>Anna</hang>')), 'S:Client'],
    ['with an entity bomb', bomb, 'S:Client'],
    ['with an external entity', external, 'S:Client'],
    ['with an entity that nobody declared', envelope(hang('<owner>&euro;</owner>')), 'S:Client'],
    ['nested too deep', envelope(hang('<a>'.repeat(300) + '</a>'.repeat(300))), 'S:Client'],
    [
      'in SOAP 1.2',
      envelope(hang()).replaceAll(ENVELOPE, 'http://www.w3.org/2003/05/soap-envelope'),
      'S:VersionMismatch',
    ],
    ['in no envelope', hang(ANNA), 'S:Client'],
    ['without a body', `<e:Envelope xmlns:e="${ENVELOPE}"/>`, 'S:Client'],
    ['with two calls', envelope(hang() + hang()), 'S:Client'],
    ['for an operation that is not there', envelope(`<c:hung xmlns:c="${COATS}"/>`), 'S:Client'],
    ['in another namespace', envelope('<c:hang xmlns:c="urn:other"/>'), 'S:Client'],
    ['in no namespace', envelope('<hang/>'), 'S:Client'],
    [
      'with a header that must be understood and is not',
      envelope(hang(), `<h:Route xmlns:h="urn:h" xmlns:e="${ENVELOPE}" e:mustUnderstand="1"/>`),
      'S:MustUnderstand',
    ],
    ['without credentials', envelope(hang(), ''), 'wsse:FailedAuthentication'],
    ['with a wrong password', envelope(hang(), security('guess')), 'wsse:FailedAuthentication'],
  ];
  it.each(refusedCalls)('%s', async (_, body, code) => {
    const answer = await post(sosie, { body });
    expect(answer.status).toBe(500);
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(fault.exec(answer.xml)?.[1]).toBe(code);
    expect(answer.xml).not.toContain('root:');
    expect(sosie.sandbox.state('cloakroom', 'coats').rows).not.toContainEqual(
      expect.objectContaining({ owner: 'xxxxxxxxxx' }),
    );
  });

  it('names the nearest operation', async () => {
    const { xml } = await post(sosie, { body: envelope(`<c:hung xmlns:c="${COATS}"/>`) });
    expect(xml).toContain('&quot;nearest&quot;:&quot;hang&quot;');
  });

  it('answers 404 for a version that is not known', async () => {
    const url = '/cloakroom/soap/com.example.v9_9.Cloakroom.webservice';
    expect((await post(sosie, { url, body: envelope(hang()) })).status).toBe(404);
  });

  it('or with a result of its own, where the vendor says no so', async () => {
    const answer = await post(sosie, { body: envelope(hang('<owner>nobody</owner>')) });
    expect([answer.status, status.exec(answer.xml)?.[1]]).toEqual([200, 'error.owner']);
    expect(sosie.sandbox.journal.query({ limit: 1 })[0]?.outcome).toBe('refused');
  });
});

it('journals no password, no secret and no body that nobody could read', async () => {
  await post(sosie, { body: envelope(hang('<secret>hush-hush</secret>')) });
  await post(sosie, { body: envelope(hang('<secret>hush-hush</owner>')) });
  const records = sosie.sandbox.journal.query({ limit: 10_000 });
  expect(records.at(-1)).toMatchObject({ outcome: 'unmatched', request: { text: '' } });
  expect(records.at(-2)).toMatchObject({ request: { text: '{"secret":"***"}' } });
  expect(JSON.stringify(records)).not.toMatch(/hush-hush|P@ssw0rd/);
});

it('what is not posted is told the method to use', async () => {
  const { status: code, xml } = await post(sosie, { method: 'GET', body: '' });
  expect([code, fault.exec(xml)?.[1]]).toEqual([500, 'S:Client']);
  expect(xml).toContain('method-not-allowed');
});
