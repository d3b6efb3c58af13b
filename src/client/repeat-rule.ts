/** Whether an operation may be sent again when nobody knows whether it was done, and why. */
export interface RepeatRule {
  readonly afterLostAnswer: boolean;
  /** Half a sentence: `it changes nothing`. */
  readonly why: string;
}

export const READ: RepeatRule = { afterLostAnswer: true, why: 'it changes nothing' };

export const never = (why: string): RepeatRule => ({ afterLostAnswer: false, why });
