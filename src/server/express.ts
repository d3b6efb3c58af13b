import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import { listenerOf } from '#wire/node-http.ts';
import { handle } from '#wire/pipeline.ts';
import { answerProblem, answerTask } from './control/answering.ts';
import { isLoopback, refusalOf } from './control/guard.ts';
import { unknownPath, wrongMethod } from './control/paths.ts';
import { Problem } from './control/problem.ts';
import type { Task } from './control/task.ts';
import { tasks } from './control/tasks/index.ts';
import type { Core } from './core.ts';

/** Answers everything that is not a vendor's. */
export function controlApp(
  core: Core,
): (request: IncomingMessage, response: ServerResponse) => void {
  const app = express();
  app.disable('x-powered-by');
  app.get('/', consolePage);
  app.use(controlRouter(core));
  return app;
}

/** In node's own types, so that who mounts it needs none of ours. */
export type MountedHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * Vendors and control API as a router for an app of your own, at its root or below a path. It
 * reads the bodies itself: mount it before `express.json()`.
 */
export function sosieRouter(core: Core): MountedHandler {
  const router = express.Router();
  const answerVendor = listenerOf({
    handle: (request) => handle(core.pipeline, request),
    divert: () => false,
    maxBodyBytes: core.config.maxBodyBytes,
    cors: core.config.cors,
    trusts: (request) => isLoopback(request.socket.remoteAddress),
    // Express adds it to node's request.
    basePath: (request) => (request as Partial<express.Request>).baseUrl ?? '',
    onDefect: (error) => console.error(error),
  });
  router.use(controlRouter(core), (request, response, next) => {
    if (!isVendorTraffic(core, request)) return next();
    if (wasRead(request)) return answerProblem(response, bodyGone);
    answerVendor(request, response);
  });
  // A router asks no more of a request than that node made it.
  return router as unknown as MountedHandler;
}

/** Without what the app around it should handle itself. */
function isVendorTraffic(core: Core, request: IncomingMessage): boolean {
  const url = request.url ?? '/';
  if (url.startsWith('/~')) return true;
  // Node joins repeated headers; the few it keeps as lists are none of ours.
  const headers = request.headers as Readonly<Record<string, string | undefined>>;
  const plain = { method: 'GET', url, headers, body: new Uint8Array(0) };
  return core.pipeline.locate(plain).vendor !== undefined;
}

function controlRouter(core: Core): Router {
  const router = express.Router({ caseSensitive: true });
  const readBody = express.raw({ type: () => true, limit: core.config.maxBodyBytes });
  const mount = (task: Task): void => {
    const path = task.path.replace(/\{(\w+)\}/g, ':$1');
    router[methods[task.method]](path, unreadOnly, readBody, answering(core, task));
  };
  tasks.filter(({ open }) => open).forEach(mount);
  router.use('/_sosie', guarding(core));
  tasks.filter(({ open }) => !open).forEach(mount);
  for (const path of new Set(tasks.map((task) => task.path))) {
    router.all(path.replace(/\{(\w+)\}/g, ':$1'), (request) => {
      throw wrongMethod(tasks, path, request.method);
    });
  }
  router.use('/_sosie', (request) => {
    throw unknownPath(tasks, `/_sosie${request.path}`.replace(/\/$/, ''));
  });
  router.use(problems);
  return router;
}

const methods = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

const guarding =
  (core: Core): RequestHandler =>
  (request, _response, next) => {
    const { headers, socket } = request;
    const refusal = refusalOf(core.config, {
      host: headers.host,
      origin: headers.origin,
      authorization: headers.authorization,
      addresses: [socket.remoteAddress, socket.localAddress],
    });
    next(refusal);
  };

const answering =
  (core: Core, task: Task): RequestHandler =>
  async (request, response) => {
    const body: unknown = request.body;
    // Every parameter of a path of ours is one segment.
    const parameters = request.params as Readonly<Record<string, string>>;
    await answerTask(core, task, {
      ...{ request, response, parameters },
      body: body instanceof Uint8Array ? body : new Uint8Array(0),
    });
  };

const unreadOnly: RequestHandler = (request, _response, next) =>
  next(wasRead(request) ? bodyGone : undefined);

/** Somebody before us read the body: there is nothing left to answer to. */
function wasRead(request: IncomingMessage): boolean {
  const { headers } = request;
  const hasBody =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return hasBody && request.readableDidRead;
}

const bodyGone = new Problem(500, 'body-gone', {
  title: 'The body is gone',
  detail:
    'something before sosie read it: mount sosie.express() before express.json() and the like',
});

// Express knows an error handler by its four parameters.
// eslint-disable-next-line max-params
const problems: ErrorRequestHandler = (error, _request, response, _next) =>
  answerProblem(response, error);

const consolePage: RequestHandler = (_request, response) => {
  response
    .writeHead(501, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      '<!doctype html><title>sosie</title><p>The console is not built yet. ' +
        'The control API is at <a href="/_sosie/openapi.json">/_sosie/openapi.json</a>.</p>',
    );
};
