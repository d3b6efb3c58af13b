/** One client for each vendor, in its own words. */
export function createClients(): never {
  throw new Error(
    'sosie/client is not built yet: call the vendors with an HTTP client of your own',
  );
}
