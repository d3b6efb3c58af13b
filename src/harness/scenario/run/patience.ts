import type { ClockStep } from '../scenario.ts';

/** A minute: what longer is not waited for at a vendor's own system. */
const LONGEST_MS = 60_000;

const SHORT = /^PT(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/;

/** How long to wait where nobody can set the clock; undefined when that is too long. */
export function patientMs({ move, target }: ClockStep): number | undefined {
  if (move !== 'advance' || target.kind !== 'value') return undefined;
  const match = SHORT.exec(String(target.value));
  if (!match) return undefined;
  const ms = (Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0)) * 1_000;
  return ms <= LONGEST_MS ? ms : undefined;
}
