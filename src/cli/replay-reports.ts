import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { htmlOf, jsonOf, junitOf, type Report } from '#harness/scenario/index.ts';
import { UsageError } from '#server/config/usage-error.ts';

export interface ReportFlags {
  readonly junit?: string;
  readonly html?: string;
  readonly json?: string;
}

export function writeReports(report: Report, { junit, html, json }: ReportFlags): void {
  if (junit !== undefined) write(junit, junitOf(report));
  if (html !== undefined) write(html, htmlOf(report));
  if (json !== undefined) write(json, jsonOf(report));
}

function write(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UsageError(`${file}: cannot be written (${code})`);
  }
}
