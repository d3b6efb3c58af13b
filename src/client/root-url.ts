import { OptionsError } from './errors/options-error.ts';
import { filled } from './option-checks.ts';

/** A base URL without slashes at its end. */
export function rootUrl(option: string, given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new OptionsError(option, `“${given}” is no http or https URL`);
  }
  if (url.search !== '' || url.hash !== '') {
    throw new OptionsError(option, `“${given}” has more than a path`);
  }
  return given.replace(/\/+$/, '');
}

/** Where a vendor is on a double that serves several, in a sandbox of it. */
export function rootOnDouble(
  vendor: string,
  baseUrl: string | undefined,
  sandbox: string | undefined,
): string {
  if (baseUrl === undefined)
    throw new OptionsError('baseUrl', `needed, or one for ${vendor} alone`);
  const prefix = sandbox === undefined ? '' : `/~${encodeURIComponent(filled('sandbox', sandbox))}`;
  return `${rootUrl('baseUrl', baseUrl)}${prefix}/${vendor}`;
}
