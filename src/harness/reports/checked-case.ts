/** What became of one check, whatever was checked. */
export interface CheckedCase {
  readonly group: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped, or what of it passed unchecked, a line each. */
  readonly why: readonly string[];
  readonly ms: number;
}
