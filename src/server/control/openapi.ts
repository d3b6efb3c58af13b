import { Type, type TSchema } from '@sinclair/typebox';
import { namedSchemas } from '#kit/emit/named.ts';
import { pathParameters, ProblemSchema } from './schemas.ts';
import type { Task } from './task.ts';

type Referring = (schema: TSchema) => unknown;
type Members = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 of the control API. */
export function openApiOf(tasks: readonly Task[], version: string): Members {
  const { referring, named } = namedSchemas('#/components/schemas/');
  const problem = {
    description: 'It says no.',
    content: { 'application/problem+json': { schema: referring(ProblemSchema) } },
  };
  const paths = new Map<string, Record<string, unknown>>();
  for (const task of tasks) {
    const methods = paths.get(task.path) ?? {};
    methods[task.method.toLowerCase()] = described(task, referring);
    paths.set(task.path, methods);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'sosie control API', version },
    paths: Object.fromEntries(paths),
    components: {
      schemas: named(),
      responses: { Problem: problem },
      securitySchemes: { adminToken: { type: 'http', scheme: 'bearer' } },
    },
    // Without an admin token anybody on this machine may call.
    security: [{ adminToken: [] }, {}],
  };
}

function described(task: Task, referring: Referring): Members {
  const parameters = [...pathParametersOf(task), ...queryParametersOf(task, referring)];
  return {
    operationId: operationId(task),
    summary: task.summary,
    ...(task.built ? {} : { 'x-sosie-not-built': true }),
    ...(task.open ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(task.body ? { requestBody: { content: json(referring(task.body)) } } : {}),
    responses: responsesOf(task, referring),
  };
}

/** `POST /_sosie/v1/sandboxes/{sandbox}/clock/advance` → `post-sandboxes-sandbox-clock-advance` */
const operationId = ({ method, path }: Task): string =>
  `${method.toLowerCase()}-${path.replace(/^\/_sosie(\/v1)?\//, '').replace(/[^A-Za-z0-9]+/g, '-')}`.replace(
    /-$/,
    '',
  );

export const parameterNamesOf = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const pathParametersOf = ({ path }: Task): readonly Members[] =>
  parameterNamesOf(path).map((name) => ({
    ...{ name, in: 'path', required: true, description: pathParameters[name] },
    schema: Type.String(),
  }));

const queryParametersOf = ({ query }: Task, referring: Referring): readonly Members[] =>
  Object.entries(query.properties).map(([name, schema]) => ({
    ...{ name, in: 'query', required: query.required?.includes(name) ?? false },
    schema: referring(schema),
  }));

function responsesOf(task: Task, referring: Referring): Members {
  const content = { 'application/problem+json': { schema: referring(ProblemSchema) } };
  const refusals = Object.entries(task.refusals).map(
    ([status, description]) => [status, { description, content }] as const,
  );
  return {
    ...(task.built
      ? { [task.kind === 'json' ? task.status : 200]: answerOf(task, referring) }
      : {}),
    ...Object.fromEntries(refusals),
    default: { $ref: '#/components/responses/Problem' },
  };
}

function answerOf(task: Task, referring: Referring): Members {
  if (task.kind === 'stream') {
    const content = { 'text/event-stream': { schema: Type.String() } };
    return { description: 'Events, until one side ends it.', content };
  }
  if (!task.answer) return { description: 'Done.' };
  return { description: 'Done.', content: json(referring(task.answer)) };
}

const json = (schema: unknown): Members => ({ 'application/json': { schema } });
