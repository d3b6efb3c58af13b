import { below, ControlRefusal, type Control } from './control.ts';
import { failureOf, journalReader, type Happened } from './journal.ts';
import { notificationsOf, type Notification } from './notifications.ts';

/** What the clock ran into on its way. */
export interface Advanced {
  readonly from: string;
  readonly to: string;
  readonly events: readonly unknown[];
}

export type Acted =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly failure: string; readonly message: string };

/** A sandbox of the double, from behind the counter. */
export interface Sandbox {
  readonly name: string;
  now(): Promise<string>;
  data(): Promise<unknown>;
  act(vendor: string, action: string, parameters: unknown): Promise<Acted>;
  addFault(rule: unknown): Promise<void>;
  putSettings(vendor: string, values: unknown): Promise<void>;
  advance(target: { readonly by: string } | { readonly to: string }): Promise<Advanced>;
  notifications(): Promise<readonly Notification[]>;
  /** The rows that break what must always hold, a sentence each. */
  brokenInvariants(): Promise<readonly string[]>;
  /** Our word for why a call was refused. */
  failureOf(exchange: string): Promise<string | undefined>;
  happened(): Promise<Happened>;
  drop(): Promise<void>;
}

export function sandboxOf(control: Control, name: string): Sandbox {
  return {
    name,
    now: async () =>
      (await control.ask<{ now: string }>('GET', below`/sandboxes/${name}/clock`)).now,
    data: () => control.ask('GET', below`/sandboxes/${name}/data`),
    act: (vendor, action, parameters) => act(control, name, { vendor, action, parameters }),
    addFault: (rule) => control.ask('POST', below`/sandboxes/${name}/faults`, rule),
    putSettings: (vendor, values) =>
      control.ask('PUT', below`/sandboxes/${name}/settings/${vendor}`, values),
    advance: (target) => control.ask('POST', below`/sandboxes/${name}/clock/advance`, target),
    notifications: () => notificationsOf(control, name),
    brokenInvariants: () => brokenInvariants(control, name),
    failureOf: (exchange) => failureOf(control, name, exchange),
    happened: journalReader(control, name),
    drop: () => control.ask('DELETE', below`/sandboxes/${name}`),
  };
}

interface AskedAction {
  readonly vendor: string;
  readonly action: string;
  readonly parameters: unknown;
}

async function act(
  control: Control,
  name: string,
  { vendor, action, parameters }: AskedAction,
): Promise<Acted> {
  const path = below`/sandboxes/${name}/${vendor}/actions/${action}`;
  try {
    const { result } = await control.ask<{ result: unknown }>('POST', path, parameters);
    return { kind: 'done', result };
  } catch (error) {
    if (!(error instanceof ControlRefusal) || error.failure === undefined) throw error;
    return { kind: 'refused', failure: error.failure, message: error.message };
  }
}

interface Invariant {
  readonly vendor: string;
  readonly invariant: string;
  readonly offending: readonly string[];
}

async function brokenInvariants(control: Control, name: string): Promise<readonly string[]> {
  const { invariants } = await control.ask<{ invariants: readonly Invariant[] }>(
    'GET',
    below`/sandboxes/${name}/invariants`,
  );
  return invariants.flatMap(({ vendor, invariant, offending }) =>
    offending.map((sentence) => `${vendor}, ${invariant}: ${sentence}`),
  );
}
