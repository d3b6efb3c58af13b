import type { Instant } from '#kernel/instant.ts';

/** Everything that can be decided when sosie starts. One option of `sosie start` per key. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** `NAME|FILE[+NAME…]`, as written. */
  readonly dataset: string;
  readonly seed: number;
  readonly clock: ClockStart;
  readonly store: 'memory';
  /** A port of its own per vendor, where the vendor sits at the root. */
  readonly ports: Readonly<Record<string, number>>;
  /** Without a trailing slash. Changes only URLs that a person opens. */
  readonly publicUrl: string | undefined;
  readonly adminToken: string | undefined;
  /** Origins whose pages may call the vendors; `*` is any, an empty list is none. */
  readonly cors: readonly string[];
  /** What to do with an answer of ours that breaks its own contract. */
  readonly selfCheck: 'fail' | 'warn' | 'off';
  /** Memory for all journals of the process together; 0 keeps no journal. */
  readonly journalBytes: number;
  readonly set: readonly SettingOverride[];
  readonly log: 'off' | 'requests';
  /** Leaves out the `X-Sosie-…` response headers. */
  readonly plain: boolean;
  /** Answers in XML are checked against their schemas too, as `selfCheck` says. */
  readonly strictXml: boolean;
  /** Host names, beside loopback, under which the control API may be called without a token. */
  readonly allowHost: readonly string[];
  /** Hosts, beside loopback, that notifications may be sent to. */
  readonly allowOutbound: readonly string[];
  /** A longer request body is refused. */
  readonly maxBodyBytes: number;
}

/** How a sandbox's clock starts: running or standing, from `at` or else from the host's time. */
export interface ClockStart {
  readonly mode: 'running' | 'frozen';
  readonly at: Instant | undefined;
}

/** `utick.orderTtlMinutes=5`: the vendor decides what the text means. */
export interface SettingOverride {
  readonly vendor: string;
  readonly setting: string;
  readonly value: string;
}
