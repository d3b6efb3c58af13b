import type { FormAnsweredRequest, FormResponse } from '#contracts/wsone/index.ts';
import { done } from '#kernel/outcome.ts';
import {
  answerForm,
  getForms,
  type AnswerForm,
  type FormSheet,
} from '#mocks/wsone/domain/form-behaviours.ts';
import { worded } from './fields.ts';
import { words } from './numbers.ts';
import type { Parsed } from './parsed.ts';
import { askedOf } from './person-commands.ts';
import { as, type WsoneWiring } from './wiring.ts';

export const forms: Pick<WsoneWiring, 'getForm' | 'updateForm'> = {
  getForm: (draft, { message }, env) => {
    const asked = askedOf(message);
    if (!asked.ok) return asked;
    const command = { ...asked.value, formId: worded(message.formId) };
    return as(getForms(draft, command, env), (sheets) => ({
      FormResponse: sheets.map(formMessage),
    }));
  },

  updateForm: (draft, { message }, env) => {
    const asked = askedOf(message);
    if (!asked.ok) return asked;
    const answered = answersOf(message.FormAnsweredRequest);
    if (!answered.ok) return answered;
    const command = { ...asked.value, ...answered.value };
    return as(answerForm(draft, command, env), (sheet) => ({ FormResponse: [formMessage(sheet)] }));
  },
};

function answersOf(request: FormAnsweredRequest): Parsed<Pick<AnswerForm, 'formId' | 'answers'>> {
  const formId = words(request.formId, '/FormAnsweredRequest/formId');
  if (!formId.ok) return formId;
  const answers = request.AnswerRequest.map(({ questionId, answer }) => ({
    questionId: String(questionId).trim(),
    text: String(answer).trim(),
  }));
  return done({ formId: formId.value, answers });
}

const formMessage = ({ form: { id, label, questions }, answers }: FormSheet): FormResponse => ({
  formId: id,
  label,
  QuestionResponse: questions.map((question) => {
    const answer = answers[question.id];
    return {
      questionId: question.id,
      label: question.label,
      ...(answer === undefined ? {} : { answer }),
    };
  }),
});
