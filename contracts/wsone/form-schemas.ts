import { Type, type Static } from '@sinclair/typebox';
import { List } from '#kit/types.ts';
import { closed, text } from './scalars.ts';

/** A questionnaire, with what the customer answered. */
export const FormResponse = Type.Object(
  {
    formId: Type.String(),
    label: Type.String(),
    QuestionResponse: List(
      Type.Object(
        {
          questionId: Type.String(),
          label: Type.String(),
          answer: Type.Optional(Type.String({ description: 'Absent: not answered.' })),
        },
        { ...closed, title: 'QuestionResponse' },
      ),
    ),
  },
  { ...closed, title: 'FormResponse' },
);
export interface FormResponse extends Static<typeof FormResponse> {}

/** The vendor's menu has the name; what is in it is a guess. */
export const FormAnsweredRequest = Type.Object(
  {
    formId: text('Of the questionnaire.'),
    AnswerRequest: List(
      Type.Object(
        {
          questionId: text('Of the question.'),
          answer: text('In words; empty: the answer is taken back.'),
        },
        { title: 'AnswerRequest' },
      ),
    ),
  },
  { title: 'FormAnsweredRequest' },
);
export interface FormAnsweredRequest extends Static<typeof FormAnsweredRequest> {}
