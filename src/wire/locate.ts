import type { WireRequest } from './http.ts';
import type { AnyVendorModule } from './vendor.ts';

/** Where a request goes: which sandbox its path names, which vendor, and the path below it. */
export interface Location {
  /** As named by the prefix `/~name`. */
  readonly sandbox: string | undefined;
  readonly vendor: AnyVendorModule | undefined;
  /** It came by the vendor's own port or host name, so the path starts at the root. */
  readonly rooted: boolean;
  /** Below the vendor's own root: `/v1/shop/orders//`. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
}

/** Reads a URL; a vendor's own port or host name puts it at the root. */
export function locatorOf(vendors: readonly AnyVendorModule[]): (request: WireRequest) => Location {
  const byName = new Map(vendors.map((vendor) => [vendor.name, vendor]));
  const byHost = new Map(vendors.flatMap((vendor) => vendor.hosts.map((host) => [host, vendor])));
  return (request) => {
    const { path: whole, query } = splitUrl(request.url);
    const { sandbox, path } = splitSandbox(whole);
    const rooted = request.rootVendor
      ? byName.get(request.rootVendor)
      : byHost.get(hostName(request.headers['host']));
    if (rooted) return { sandbox, vendor: rooted, rooted: true, path, query };
    const end = path.indexOf('/', 1);
    const name = end < 0 ? path.slice(1) : path.slice(1, end);
    const below = end < 0 ? '/' : path.slice(end);
    return { sandbox, vendor: byName.get(name), rooted: false, path: below, query };
  };
}

function splitUrl(url: string): { path: string; query: string } {
  const from = url.startsWith('/') ? 0 : Math.max(0, url.indexOf('/', url.indexOf('://') + 3));
  const mark = url.indexOf('?', from);
  if (mark < 0) return { path: from === 0 ? url : url.slice(from), query: '' };
  return { path: url.slice(from, mark), query: url.slice(mark + 1) };
}

function splitSandbox(path: string): { sandbox: string | undefined; path: string } {
  if (!path.startsWith('/~')) return { sandbox: undefined, path };
  const end = path.indexOf('/', 2);
  const name = end < 0 ? path.slice(2) : path.slice(2, end);
  return { sandbox: decoded(name), path: end < 0 ? '/' : path.slice(end) };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function hostName(host: string | undefined): string {
  if (!host) return '';
  const colon = host.indexOf(':');
  return (colon < 0 ? host : host.slice(0, colon)).toLowerCase();
}
