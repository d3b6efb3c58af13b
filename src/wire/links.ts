import type { Exchange } from './exchange.ts';
import type { PipelineParts } from './pipeline.ts';
import type { Links } from './vendor.ts';

/** The sandbox that needs no prefix. */
export const DEFAULT_SANDBOX = 'default';

/** URLs of this vendor in this sandbox, whichever way the sandbox was chosen. */
export function linksOf(
  { publicUrl }: Pick<PipelineParts, 'publicUrl'>,
  { request, sandbox, vendor, location }: Exchange,
): Links {
  const prefix = !sandbox || sandbox.name === DEFAULT_SANDBOX ? '' : `/~${sandbox.name}`;
  const name = vendor?.module.name ?? '';
  const scheme = request.secure ? 'https' : 'http';
  const origin = `${scheme}://${request.headers['host'] ?? 'localhost'}${request.basePath ?? ''}`;
  const here = `${origin}${prefix}${location?.rooted ? '' : `/${name}`}`;
  return {
    personal: (path) =>
      publicUrl === undefined ? `${here}${path}` : `${publicUrl}${prefix}/${name}${path}`,
    service: (path) => `${here}${path}`,
  };
}
