import type { Deliver } from '#kernel/outbox.ts';

const TIMEOUT_MS = 10_000;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Sends notifications to loopback and to the hosts that were allowed, to nobody else. */
export function delivererTo(allowedHosts: readonly string[]): Deliver {
  return async ({ notification }) => {
    const { url, method, headers, body } = notification;
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    if (!LOOPBACK.test(host) && !allowedHosts.includes(host)) {
      return {
        ok: false,
        why: `not sent: ${host || url} is not loopback; allow it with --allow-outbound`,
      };
    }
    try {
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(headers ? { headers } : {}),
        ...(body === undefined ? {} : { body }),
      });
      await response.arrayBuffer();
      const { status, ok } = response;
      return ok ? { ok, status } : { ok, status, why: `answered ${status}` };
    } catch (error) {
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      return { ok: false, why: cause instanceof Error ? cause.message : String(cause) };
    }
  };
}
