// The job on node:http alone: what any server on this Node has to pay.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answering } from '../process/answering.ts';
import { listenOnLoopback } from '../process/listen.ts';
import { takeOrder } from './job.ts';

answering({ listen: () => listenOnLoopback(createServer(serve)) });

function serve(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const answer = takeOrder(parsed(Buffer.concat(chunks)));
    const body = Buffer.from(JSON.stringify(answer ?? { success: false }));
    response.writeHead(answer ? 200 : 400, {
      'content-type': 'application/json',
      'content-length': body.length,
    });
    response.end(body);
  });
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
