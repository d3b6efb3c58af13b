import { describe, expect, it, test } from 'vitest';
import { answerForm, getForms, type FormSheet } from '#mocks/wsone/domain/form-behaviours.ts';
import { listParents, listStores } from '#mocks/wsone/domain/store-behaviours.ts';
import { card, failureOf, openBrand, valueOf, type Brand } from './brand.ts';

const LEFEVRE = { identifier: card('2900000000001'), storeId: undefined };
const SON = { identifier: card('2900000000004'), storeId: undefined };

const shown = (sheets: readonly FormSheet[]) =>
  sheets.map(({ form, answers }) => [form.id, answers] as const);

describe('a questionnaire', () => {
  const answer = async (brand: Brand, answers: Readonly<Record<string, string>>) => {
    const given = Object.entries(answers).map(([questionId, text]) => ({ questionId, text }));
    const command = { ...LEFEVRE, formId: 'tastes', answers: given };
    return valueOf(await brand.ask(answerForm, command)).answers;
  };
  const read = async (brand: Brand, who: typeof LEFEVRE, formId?: string) =>
    shown(valueOf(await brand.ask(getForms, { ...who, formId })));

  test('keeps what one customer answers, question by question', async () => {
    const brand = await openBrand();
    await answer(brand, { genre: 'Danse' });
    await answer(brand, { letter: 'oui' });
    expect(await read(brand, LEFEVRE, 'tastes')).toEqual([
      ['tastes', { genre: 'Danse', letter: 'oui' }],
    ]);
    expect(await read(brand, SON, 'tastes')).toEqual([['tastes', {}]]);
  });

  test('takes an answer back where an empty text is sent', async () => {
    const brand = await openBrand();
    await answer(brand, { genre: 'Danse', letter: 'oui' });
    expect(await answer(brand, { genre: '' })).toEqual({ letter: 'oui' });
  });

  test('is listed with the others where none is asked for', async () => {
    expect(await read(await openBrand(), LEFEVRE)).toEqual([
      ['tastes', {}],
      ['sizes', {}],
    ]);
  });

  it.each([
    ['that is not there', 'nothing', 'genre', 'form-unknown'],
    ['that does not ask this', 'tastes', 'shoe', 'question-unknown'],
    ['that asks nothing of that name', 'tastes', '__proto__', 'question-unknown'],
  ])('%s is refused, and no answer is kept', async (_, formId, questionId, kind) => {
    const brand = await openBrand();
    const answers = [
      { questionId: 'genre', text: 'Danse' },
      { questionId, text: '42' },
    ];
    const outcome = await brand.ask(answerForm, { ...LEFEVRE, formId, answers });
    expect(failureOf(outcome).kind).toBe(kind);
    expect(brand.rows('formAnswers')).toEqual([]);
  });
});

describe('stores', () => {
  const numbers = (stores: readonly { readonly id: string }[]) => stores.map(({ id }) => id);

  it.each([
    [undefined, ['100000', '111111', '666666', '123456', '777777']],
    ['111111', ['666666', '123456']],
    ['100000', ['111111']],
    ['666666', []],
  ])('below %s are %j', async (parentId, below) => {
    const brand = await openBrand();
    expect(numbers(valueOf(await brand.ask(listStores, { parentId })))).toEqual(below);
  });

  it.each([
    ['666666', ['111111', '100000']],
    ['100000', []],
  ])('above %s are %j, nearest first', async (id, above) => {
    const brand = await openBrand();
    expect(numbers(valueOf(await brand.ask(listParents, { id })))).toEqual(above);
  });

  test('that are unknown are refused', async () => {
    const brand = await openBrand();
    const failure = { kind: 'entity-unknown', id: '9' };
    expect(failureOf(await brand.ask(listParents, { id: '9' }))).toEqual(failure);
    expect(failureOf(await brand.ask(listStores, { parentId: '9' }))).toEqual(failure);
  });
});
