/** The control API of a sosie, as far as the harness uses it; the command line brings it. */
export interface Control {
  /** Without a slash at its end. */
  readonly url: string;
  /** The API's own table promises what is answered; the caller names the type it asked for. */
  ask<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T>;
}
