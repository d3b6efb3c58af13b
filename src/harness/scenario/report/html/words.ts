import type { Status } from '../result.ts';
import { html, type Markup } from './markup.ts';

/** A sign beside each word: colour alone tells nothing to some. */
const signs: Readonly<Record<Status, string>> = {
  passed: '✓',
  failed: '✗',
  skipped: '–',
  'not-run': '○',
};

export const statusWords: Readonly<Record<Status, string>> = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  'not-run': 'not run',
};

export const badge = (status: Status): Markup =>
  html`<span class="badge ${status}"
    ><span aria-hidden="true">${signs[status]}</span> ${statusWords[status]}</span
  >`;

export function duration(ms: number): string {
  if (ms < 1) return '< 1 ms';
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

/** `2026-03-04T09:20:00Z` as `2026-03-04 09:20:00 UTC`. */
export const instant = (iso: string): Markup =>
  html`<time datetime="${iso}">${iso.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')}</time>`;
