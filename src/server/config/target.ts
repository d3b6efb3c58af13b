import { webUrl } from './option-types.ts';
import { resolveConfig } from './resolve.ts';
import type { ConfigInputs } from './resolve.ts';
import { UsageError } from './usage-error.ts';

/** Where a running sosie is, and what lets a caller in. */
export interface Target {
  /** Without a slash at its end. */
  readonly url: string;
  readonly token: string | undefined;
}

export interface TargetFlags {
  readonly url?: string | undefined;
  readonly token?: string | undefined;
}

/**
 * Whoever names no address means the sosie that `sosie start` would start here. The token of a
 * configuration file opens that one: it is sent nowhere else.
 */
export async function resolveTarget(
  flags: TargetFlags,
  inputs: Omit<ConfigInputs, 'flags' | 'file'>,
): Promise<Target> {
  const { env } = inputs;
  const token = flags.token ?? (env['SOSIE_ADMIN_TOKEN'] || undefined);
  if (flags.url !== undefined) return { url: checkedUrl('--url', flags.url), token };
  const variable = env['SOSIE_URL'];
  if (variable) return { url: checkedUrl('SOSIE_URL', variable), token };
  const { config } = await resolveConfig({ ...inputs, flags: {} });
  if (config.port === 0) {
    throw new UsageError('which port? 0 means any free one: say it with --url or SOSIE_URL');
  }
  return { url: `http://${hostOf(config.host)}:${config.port}`, token: token ?? config.adminToken };
}

function checkedUrl(subject: string, given: string): string {
  const url = webUrl.parse(given);
  if (url !== undefined) return url;
  throw new UsageError(
    `${subject} must be an http or https URL, such as http://127.0.0.1:4360, not "${given}"`,
  );
}

/** Who listens on every address is called on this machine's own. */
function hostOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
