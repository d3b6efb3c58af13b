import type { Sosie } from '#server/index.ts';

export const basicOf = (username: string, password: string): Readonly<Record<string, string>> => ({
  authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
});

/** The credentials of the demo client. */
export const basic = basicOf('demo', 'demo');

export interface WsoneAnswer<T = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: { readonly responseCode: string; readonly infos: string } & T;
}

export interface WsoneCall {
  /** Below `/wsone/rest/`. */
  readonly path: string;
  readonly body?: object;
  readonly sandbox?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call with credentials, in process. */
export async function wsone<T = object>(sosie: Sosie, call: WsoneCall): Promise<WsoneAnswer<T>> {
  const { path, body = {}, sandbox, headers = basic } = call;
  const response = await sosie.handle({
    method: 'POST',
    url: `${sandbox === undefined ? '' : `/~${sandbox}`}/wsone/rest/${path}`,
    headers,
    body,
  });
  if (response.kind !== 'answer') throw new Error(`no answer but ${response.kind}`);
  const text =
    typeof response.body === 'string' ? response.body : new TextDecoder().decode(response.body);
  const { status, headers: sent } = response;
  return { status, headers: sent, text, body: JSON.parse(text) as WsoneAnswer<T>['body'] };
}
