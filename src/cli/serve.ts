import { randomBytes } from 'node:crypto';
import { UsageError, formatClock } from '#server/config/index.ts';
import type { Config } from '#server/config/index.ts';

/** What `start` needs of a sosie. */
export interface Served {
  listen(where: { port: number; host: string }): Promise<Listening>;
  banner(listening: Listening): readonly BannerRow[];
  close(): Promise<void>;
}

interface Listening {
  readonly url: string;
  readonly roots: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

interface BannerRow {
  readonly vendor: string;
  readonly url: string;
  readonly credentials: string;
}

export interface Running {
  readonly url: string;
  readonly banner: string;
  readonly close: () => Promise<void>;
}

export async function serve(
  config: Config,
  create: (config: Config) => Promise<Served>,
): Promise<Running> {
  const needsToken = !isLoopback(config.host) && config.adminToken === undefined;
  const madeUp = needsToken ? randomBytes(24).toString('base64url') : undefined;
  const sosie = await create({ ...config, adminToken: config.adminToken ?? madeUp });
  const server = await listen(sosie, config);
  const close = async (): Promise<void> => {
    await server.close();
    await sosie.close();
  };
  return {
    url: server.url,
    banner: bannerOf(sosie.banner(server), { config, server, madeUp }),
    close,
  };
}

async function listen(sosie: Served, { port, host }: Config): Promise<Listening> {
  try {
    return await sosie.listen({ port, host });
  } catch (error) {
    await sosie.close();
    throw listenProblem(error, host) ?? error;
  }
}

const problems: Readonly<Record<string, (port: string, host: string) => string>> = {
  EADDRINUSE: (port) => `port ${port} is in use; choose another with --port, or 0 for a free one`,
  EACCES: (port) => `port ${port} may not be used by this user; choose one above 1023 with --port`,
  EADDRNOTAVAIL: (_, host) => `this machine has no address ${host}; choose another with --host`,
  ENOTFOUND: (_, host) => `${host} is not an address of this machine; choose another with --host`,
};

function listenProblem(error: unknown, host: string): UsageError | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const port = 'port' in error ? String(error.port) : '';
  const line = problems[String(error.code)]?.(port, host);
  return line === undefined ? undefined : new UsageError(line, { cause: error });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

interface BannerFacts {
  readonly config: Config;
  readonly server: Listening;
  readonly madeUp: string | undefined;
}

/** One line per vendor, then what a person needs to steer it. A given token is not repeated. */
function bannerOf(vendors: readonly BannerRow[], { config, server, madeUp }: BannerFacts): string {
  const rows = [
    ...vendors.map(({ vendor, url, credentials }) => [vendor, url, credentials]),
    ['Control API', `${server.url}/_sosie/v1`, madeUp ? `token ${madeUp}` : ''],
    // After #, so that the token enters no log on its way.
    ...(madeUp ? [['Console', `${server.url}/#token=${madeUp}`, '']] : []),
    ['Data', `${config.dataset}, seed ${config.seed}, clock ${formatClock(config.clock)}`, ''],
  ];
  const first = Math.max(...rows.map(([name = '']) => name.length));
  const second = Math.max(...vendors.map(({ url }) => url.length));
  return rows
    .map(([name = '', what = '', more = '']) =>
      `${name.padEnd(first)}  ${what.padEnd(second)}  ${more}`.trimEnd(),
    )
    .join('\n');
}
