import type { Exchange } from './exchange.ts';
import type { PipelineParts } from './pipeline.ts';
import type { Links } from './vendor.ts';

/** The sandbox that needs no prefix. */
export const DEFAULT_SANDBOX = 'default';

/** URLs of this vendor in this sandbox, whichever way the sandbox was chosen. */
export function linksOf(
  { publicUrl }: Pick<PipelineParts, 'publicUrl'>,
  { request, sandbox, vendor }: Exchange,
): Links {
  const prefix = !sandbox || sandbox.name === DEFAULT_SANDBOX ? '' : `/~${sandbox.name}`;
  const name = vendor?.module.name ?? '';
  const origin = `http://${request.headers['host'] ?? 'localhost'}${request.basePath ?? ''}`;
  return {
    personal: (path) => `${publicUrl ?? origin}${prefix}/${name}${path}`,
    service: (path) => `${origin}${prefix}${request.rootVendor ? '' : `/${name}`}${path}`,
  };
}
