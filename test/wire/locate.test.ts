import { describe, expect, test } from 'vitest';
import { locatorOf } from '#wire/locate.ts';
import type { AnyVendorModule } from '#wire/vendor.ts';

// Only what the locator looks at.
const module = { name: 'utick', hosts: ['sapiti.net'] } as unknown as AnyVendorModule;
const locate = locatorOf([module]);
const request = (url: string, headers = {}, rootVendor?: string) =>
  locate({
    method: 'GET',
    url,
    headers,
    body: new Uint8Array(),
    ...(rootVendor === undefined ? {} : { rootVendor }),
  });

describe('reads where a request goes', () => {
  test.each([
    // url                                    | sandbox    | vendor     | path     | query
    ['/utick/v1/ping//', undefined, 'utick', '/v1/ping//', ''],
    ['/utick/v1/ping?a=1&b=2', undefined, 'utick', '/v1/ping', 'a=1&b=2'],
    ['/~a/utick/v1/ping', 'a', 'utick', '/v1/ping', ''],
    ['/~caf%C3%A9/utick/v1/ping', 'café', 'utick', '/v1/ping', ''],
    ['/~%zz/utick/v1', '%zz', 'utick', '/v1', ''],
    ['/utick', undefined, 'utick', '/', ''],
    ['/~a', 'a', undefined, '/', ''],
    ['/other/v1', undefined, undefined, '/v1', ''],
    ['http://127.0.0.1:1/utick/v1?x', undefined, 'utick', '/v1', 'x'],
  ])('%s', (url, sandbox, vendor, path, query) => {
    const found = request(url);
    expect([found.sandbox, found.vendor?.name, found.path, found.query]).toEqual([
      sandbox,
      vendor,
      path,
      query,
    ]);
  });

  test('a vendor’s own host name serves it at the root, sandbox prefix included', () => {
    expect(request('/v1/ping', { host: 'SAPITI.net:443' })).toMatchObject({ path: '/v1/ping' });
    expect(request('/~a/v1/ping', { host: 'sapiti.net' })).toMatchObject({
      sandbox: 'a',
      vendor: module,
      path: '/v1/ping',
    });
  });

  test('a vendor’s own port serves it at the root', () => {
    expect(request('/v1/ping', {}, 'utick')).toMatchObject({ vendor: module, path: '/v1/ping' });
  });
});
