import type { Report } from './result.ts';

/** The whole report, for programs. */
export const jsonOf = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
