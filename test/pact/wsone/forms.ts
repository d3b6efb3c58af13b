import { expect } from 'vitest';
import { valueOf, type State } from '../agreement.ts';
import { id, including, some, text, type Part } from '../matching.ts';
import { answered, asking, CLIENT, examples, given, type Agreement } from './partner.ts';
import { CUSTOMER, customer } from './sale.ts';

const { formId, questionId } = examples;
const FORM: State = ['a questionnaire'];

const question = { questionId: id(questionId), label: text('Why?') };
const form = (questions: Part) => ({
  FormResponse: some({
    formId: id(formId),
    label: text('An example'),
    QuestionResponse: questions,
  }),
});

export const forms: readonly Agreement[] = [
  {
    that: 'a questionnaire is read',
    given: [CLIENT, FORM],
    ...asking('getForm'),
    with: { IdentifierRequest: customer, formId: given('formId') },
    answers: answered(form(some(question))),
    by: async (wsone) => {
      const [read] = valueOf(
        await wsone.getForm({ IdentifierRequest: CUSTOMER, formId }),
      ).FormResponse;
      expect(read?.QuestionResponse[0]?.questionId).toBe(questionId);
    },
  },
  {
    that: 'a customer answers a questionnaire',
    given: [CLIENT, FORM],
    ...asking('updateForm'),
    with: {
      IdentifierRequest: customer,
      FormAnsweredRequest: {
        formId: given('formId'),
        AnswerRequest: [{ questionId: given('questionId'), answer: 'Because' }],
      },
    },
    // The answer stands at one of the questions.
    answers: answered(form(including({ ...question, answer: 'Because' }))),
    by: async (wsone) => {
      const answers = await wsone.updateForm({
        IdentifierRequest: CUSTOMER,
        FormAnsweredRequest: { formId, AnswerRequest: [{ questionId, answer: 'Because' }] },
      });
      const [read] = valueOf(answers).FormResponse;
      expect(read?.QuestionResponse[0]?.answer).toBe('Because');
    },
  },
];
