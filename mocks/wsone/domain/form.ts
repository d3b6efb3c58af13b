import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { Row } from '#kernel/table-spec.ts';
import type { FailureOf } from './failure.ts';

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

export const NO_ANSWERS: FormAnswers['answers'] = {};

export interface Answer {
  readonly questionId: string;
  /** Empty: it is taken back. */
  readonly text: string;
}

/** Answers to other questions stay; the last one to a question counts. */
export function answered(
  { form, answers }: { readonly form: Form; readonly answers: FormAnswers['answers'] },
  given: readonly Answer[],
): Outcome<FormAnswers['answers'], FailureOf<'question-unknown'>> {
  const kept = new Map(Object.entries(answers));
  for (const { questionId, text } of given) {
    if (!form.questions.some(({ id }) => id === questionId)) {
      return refused({ kind: 'question-unknown', id: questionId });
    }
    if (text === '') kept.delete(questionId);
    else kept.set(questionId, text);
  }
  return done(Object.fromEntries(kept));
}
