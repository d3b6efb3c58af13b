import type { Row } from '#kernel/table-spec.ts';

/** A questionnaire. Only the names of its two operations are known. */
export interface Form extends Row {
  /** Place in lists. */
  readonly rank: number;
  readonly label: string;
  readonly questions: readonly { readonly id: string; readonly label: string }[];
}

/** What one customer answered to one questionnaire. */
export interface FormAnswers extends Row {
  readonly formId: string;
  readonly personId: string;
  /** By question. */
  readonly answers: Readonly<Record<string, string>>;
}

export const formAnswersId = (formId: string, personId: string): string => `${formId}@${personId}`;
