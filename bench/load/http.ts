/** One call of a workload, before it becomes bytes or a request in process. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** Besides those that every call has; a content type of its own takes the place of JSON. */
  readonly headers?: Readonly<Record<string, string>>;
}

export function requestBytes(call: Call, port: number): Buffer {
  const headers = { 'content-type': 'application/json', ...call.headers };
  const own = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head =
    `${call.method} ${call.path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: */*\r\n` +
    `${own.join('')}Content-Length: ${Buffer.byteLength(call.body)}\r\n\r\n`;
  return Buffer.from(head + call.body);
}

export interface ReplyFrame {
  readonly status: number;
  readonly bodyStart: number;
  /** Where the whole reply ends; the buffer may not reach so far yet. */
  readonly end: number;
}

/**
 * Finds the frame of the reply at the start of `bytes`; undefined while its head is incomplete.
 * Only what the servers under test send is read: a status line and a Content-Length.
 */
export function replyFrame(bytes: Buffer): ReplyFrame | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`a reply without Content-Length: ${head}`);
  const bodyStart = headEnd + 4;
  return { status: Number(head.slice(9, 12)), bodyStart, end: bodyStart + Number(length) };
}
