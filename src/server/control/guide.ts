import { markdownTable } from '#kit/emit/file.ts';
import { faultActions } from './fault-schema.ts';
import { parameterNamesOf } from './openapi.ts';
import { pathParameters } from './schemas.ts';
import type { Task } from './task.ts';
import type { TaskGroup } from './tasks/index.ts';

/** The page `docs/guides/control-api.md`. */
export function controlPage(groups: readonly TaskGroup[]): string {
  return (
    [pageStart, ...groups.map(section), faultSection(), parameterSection(groups)].join('\n\n') +
    '\n'
  );
}

const pageStart = `<!-- Generated from src/server/control/tasks; a test compares. -->

# Control API

Everything that steers the doubles, as JSON over HTTP, on the port of the vendors themselves. The
same table of tasks gives the OpenAPI document at \`/_sosie/openapi.json\`.

- An error is \`application/problem+json\`: \`type\`, \`title\`, \`status\`, \`detail\`, and \`pointer\`
  when a field of the body is at fault. Any call may answer 400, 403, 404, 405, 413 or 415.
- A body is \`application/json\`; one that is left out is an empty object.
- With an admin token set, every call but \`/_sosie/health\` needs \`Authorization: Bearer\`.
- \`Host\` must be loopback, the host of \`--public-url\` or one of \`--allow-host\`, unless a valid
  token is sent. A page of another origin is refused even then.
- Without an admin token only calls over loopback are served.
- Instants are ISO 8601, answered in UTC; durations are ISO 8601 too (\`PT20M\`, \`P1M\`).
- A call that names a sandbox counts as use: its time to live starts again.`;

function section({ title, tasks }: TaskGroup): string {
  const rows = tasks.map((task) => [callOf(task), inputOf(task), summaryOf(task)]);
  return `## ${title}\n\n${markdownTable(['call', 'takes', 'does'], rows)}`;
}

const callOf = ({ method, path }: Task): string => `\`${method} ${path}\``;

function inputOf({ query, body }: Task): string {
  const parameters = Object.keys(query.properties);
  const asked = parameters.length > 0 ? `\`?${parameters.join('&')}\`` : '';
  const required: unknown = body?.['required'];
  const isRequired = (name: string): boolean => Array.isArray(required) && required.includes(name);
  // The properties of an object's schema are schemas by name.
  const names = Object.keys((body?.['properties'] ?? {}) as object);
  const fields = names.map((name) => (isRequired(name) ? `**${name}**` : name)).join(', ');
  return [asked, fields || (body?.description ?? '')].filter((text) => text !== '').join(' ');
}

function summaryOf({ summary, refusals }: Task): string {
  const notes = Object.entries(refusals).map(([status, why]) => `${status}: ${why}`);
  return [`${summary}.`, ...notes].join(' ');
}

function faultSection(): string {
  const rows = Object.entries(faultActions).map(([kind, { properties, description = '' }]) => [
    `\`${kind}\``,
    Object.keys(properties)
      .filter((name) => name !== 'kind')
      .join(', '),
    description,
  ]);
  return `## What a fault does\n\nUnder \`then\`:\n\n${markdownTable(['kind', 'takes', 'does'], rows)}`;
}

function parameterSection(groups: readonly TaskGroup[]): string {
  const paths = groups.flatMap(({ tasks }) => tasks.map(({ path }) => path));
  const names = [...new Set(paths.flatMap(parameterNamesOf))];
  const rows = names.map((name) => [`\`{${name}}\``, pathParameters[name] ?? '']);
  return `## Parameters in paths\n\n${markdownTable(['parameter', 'meaning'], rows)}`;
}
