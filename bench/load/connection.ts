import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { replyFrame } from './http.ts';

export interface Traffic {
  /** The next request to send; undefined ends the connection. */
  next(): Uint8Array | undefined;
  answered(reply: { readonly ms: number; readonly status: number; readonly body: Buffer }): void;
}

export function openConnection(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

/** Sends one request after the other on a kept-alive connection, never two at once. */
export function drive(socket: Socket, traffic: Traffic): Promise<void> {
  return new Promise((resolve, reject) => {
    let received: Buffer | undefined;
    let sentAt = 0;
    const send = (): void => {
      const request = traffic.next();
      if (!request) {
        socket.destroy();
        resolve();
        return;
      }
      sentAt = performance.now();
      socket.write(request);
    };
    socket.on('data', (chunk: Buffer) => {
      const bytes = received ? Buffer.concat([received, chunk]) : chunk;
      const frame = replyFrame(bytes);
      if (!frame || bytes.length < frame.end) {
        received = bytes;
        return;
      }
      received = undefined;
      const body = bytes.subarray(frame.bodyStart, frame.end);
      traffic.answered({ ms: performance.now() - sentAt, status: frame.status, body });
      send();
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed a connection under load')));
    send();
  });
}
