import { done, refused } from '#kernel/outcome.ts';
import type { Form, WsoneDraft } from '#mocks/wsone/state.ts';
import type { WsoneBehaviour } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { answered, formAnswersId, NO_ANSWERS, type Answer, type FormAnswers } from './form.ts';
import { found, type Asked, type AskedFailure } from './person-lookup.ts';
import type { Person } from './person.ts';

export interface GetForm extends Asked {
  /** Undefined: all. */
  readonly formId: string | undefined;
}

/** A questionnaire and what one customer answered. */
export interface FormSheet {
  readonly form: Form;
  readonly answers: FormAnswers['answers'];
}

export const getForms: WsoneBehaviour<
  GetForm,
  readonly FormSheet[],
  AskedFailure | FailureOf<'form-unknown'>
> = (draft, { formId, ...asked }) => {
  const holder = found(draft, asked);
  if (!holder.ok) return holder;
  const { person } = holder.value;
  if (formId === undefined) {
    return done(draft.forms.range('byRank').map((form) => sheetOf(draft, form, person)));
  }
  const form = draft.forms.get(formId);
  if (!form) return refused({ kind: 'form-unknown', id: formId });
  return done([sheetOf(draft, form, person)]);
};

const sheetOf = (draft: WsoneDraft, form: Form, person: Person): FormSheet => ({
  form,
  answers: draft.formAnswers.get(formAnswersId(form.id, person.id))?.answers ?? NO_ANSWERS,
});

export interface AnswerForm extends Asked {
  readonly formId: string;
  readonly answers: readonly Answer[];
}

export const answerForm: WsoneBehaviour<
  AnswerForm,
  FormSheet,
  AskedFailure | FailureOf<'form-unknown' | 'question-unknown'>
> = (draft, { formId, answers: given, ...asked }) => {
  const holder = found(draft, asked);
  if (!holder.ok) return holder;
  const { person } = holder.value;
  const form = draft.forms.get(formId);
  if (!form) return refused({ kind: 'form-unknown', id: formId });
  const answers = answered(sheetOf(draft, form, person), given);
  if (!answers.ok) return answers;
  const id = formAnswersId(formId, person.id);
  draft.formAnswers.put({ id, formId, personId: person.id, answers: answers.value });
  return done({ form, answers: answers.value });
};
