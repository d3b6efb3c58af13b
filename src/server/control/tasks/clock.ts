import { Type } from '@sinclair/typebox';
import type { Advanced } from '#kernel/advance.ts';
import { formatInstant } from '#kernel/instant.ts';
import { FreeObject, List, OneOf } from '#kit/types.ts';
import { advanceClock, agendaReading, changeClock, clockReading, type Advance } from '../clock.ts';
import { invalid } from '../problem.ts';
import { closed, InstantText, Limit, Texts } from '../schemas.ts';
import { task, type Task } from '../task.ts';

const Mode = OneOf(['running', 'frozen']);

export const Clock = Type.Object({ mode: Mode, now: InstantText }, { ...closed, title: 'Clock' });

const AdvanceBody = Type.Object(
  {
    by: Type.Optional(Type.String({ description: 'An ISO 8601 duration: `PT20M`, `P1M`.' })),
    to: Type.Optional(
      Type.String({ description: 'An instant, `next` (entry due) or `idle` (none due).' }),
    ),
  },
  { ...closed, description: 'Exactly one of them.' },
);

const Event = Type.Object(
  {
    at: InstantText,
    vendor: Type.String(),
    kind: Type.String(),
    key: Type.String(),
    outcome: OneOf(['done', 'refused', 'defect']),
    entities: Texts,
    journal: Type.Integer({ description: 'Number of its journal record.' }),
  },
  { ...closed, title: 'AgendaEvent' },
);

const AdvancedAnswer = Type.Object(
  {
    from: InstantText,
    to: InstantText,
    events: List(Event, { description: 'The first 1,000, in order.' }),
    counts: Type.Record(Type.String(), Type.Integer(), { description: 'By vendor and kind.' }),
    total: Type.Integer(),
    cursor: Type.Optional(
      Type.Integer({ description: 'Journal number of the last event told: the rest follows it.' }),
    ),
    stopped: Type.Optional(
      Type.Literal('limit', {
        description: '`idle` gave up: after 100,000 instants something was due still.',
      }),
    ),
  },
  { ...closed, title: 'Advanced' },
);

const entry = {
  vendor: Type.String(),
  key: Type.String(),
  due: InstantText,
  command: FreeObject,
};

const Agenda = Type.Object(
  {
    total: Type.Integer(),
    entries: List(Type.Object(entry, closed), { description: 'In the order of their turn.' }),
    parked: List(Type.Object({ ...entry, why: Type.String() }, closed), {
      description: 'Taken off because they threw: each is a defect of the double.',
    }),
  },
  { ...closed, title: 'Agenda' },
);

const BACK = { 409: 'The instant lies before the sandbox’s time, which never goes back.' };

export const clockTasks: readonly Task[] = [
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes/{sandbox}/clock',
    summary: 'What time it is there',
    answer: Clock,
    run: (core, { parameters }) => clockReading(core, parameters.sandbox),
  }),
  task({
    method: 'PUT',
    path: '/_sosie/v1/sandboxes/{sandbox}/clock',
    summary: 'Freezes it, lets it run, sets it forward; what falls due on the way runs',
    body: Type.Object({ mode: Type.Optional(Mode), at: Type.Optional(InstantText) }, closed),
    answer: Clock,
    refusals: BACK,
    run: (core, { parameters, body }) => changeClock(core, parameters.sandbox, body),
  }),
  task({
    method: 'POST',
    path: '/_sosie/v1/sandboxes/{sandbox}/clock/advance',
    summary: 'Lets time pass and tells what happened; a running clock keeps running',
    body: AdvanceBody,
    answer: AdvancedAnswer,
    refusals: BACK,
    run: async (core, { parameters, body }) =>
      readable(await advanceClock(core, parameters.sandbox, asked(body))),
  }),
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes/{sandbox}/agenda',
    summary: 'What is due, and when',
    query: Type.Object({ limit: Type.Optional(Limit) }, closed),
    answer: Agenda,
    run: (core, { parameters, query }) => {
      const { total, entries, parked } = agendaReading(core, parameters.sandbox, query.limit);
      return { total, entries: entries.map(plain), parked: parked.map(plain) };
    },
  }),
];

/** A command is its vendor's own: here it is free-form. */
const plain = <E extends { readonly command: object }>(reading: E) => ({
  ...reading,
  command: { ...reading.command } as Record<string, unknown>,
});

function asked({ by, to }: { readonly by?: string; readonly to?: string }): Advance {
  if (by !== undefined && to === undefined) return { by };
  if (to !== undefined && by === undefined) return { to };
  throw invalid('', 'exactly one of by and to');
}

function readable({ from, to, events, counts, total, cursor, stopped }: Advanced) {
  return {
    from: formatInstant(from),
    to: formatInstant(to),
    events: events.map((event) => ({ ...event, at: formatInstant(event.at) })),
    counts: { ...counts },
    total,
    ...(cursor === undefined ? {} : { cursor }),
    ...(stopped && { stopped }),
  };
}
