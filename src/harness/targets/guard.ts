import { HarnessProblem } from '../problem.ts';
import type { Profile } from './profile.ts';

/** Throws unless the profile leads to a test system. Nothing but a harmless probe is sent. */
export async function assertTestSystem(profile: Profile): Promise<void> {
  const { vendor, baseUrl, allowedHosts, credentials, testKey } = profile;
  // A dot at its end names the same host.
  const hostname = new URL(baseUrl).hostname.replace(/\.$/, '');
  if (vendor.liveHosts.some((live) => hostname === live || hostname.endsWith(`.${live}`))) {
    throw new HarnessProblem(`${hostname} is the live system of ${vendor.name}: nothing was sent`);
  }
  if (!allowedHosts.includes(hostname)) {
    throw new HarnessProblem(
      `${hostname} is not among the profile’s allowedHosts: nothing was sent`,
    );
  }
  if (!testKey.test(credentials[vendor.telling] ?? '')) {
    throw new HarnessProblem(
      `the ${vendor.telling} does not look like that of a test system (${String(testKey)}): ` +
        'nothing was sent; testKey in the profile says how one looks',
    );
  }
  const why = await vendor.probe(baseUrl);
  if (why === undefined) return;
  throw new HarnessProblem(`${baseUrl} did not answer as a test system: ${why}`);
}
