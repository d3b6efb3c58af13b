import { request } from 'node:http';
import type { Call } from '../load/http.ts';

/** One call outside the measured rounds; anything but 2xx is an error of one line. */
export function ask(port: number, call: Call): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...call.headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(call.body),
    };
    const { method, path } = call;
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve(text === '' ? undefined : JSON.parse(text));
        else reject(new Error(`${method} ${path} answered ${status}: ${text.slice(0, 200)}`));
      });
    });
    sent.on('error', reject);
    sent.end(call.body);
  });
}
