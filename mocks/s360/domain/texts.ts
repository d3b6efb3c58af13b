/** A text by language, in the order in which the institution lists its languages. */
export type Texts = Readonly<Record<string, string>>;

/** In the language asked for, else in the first that there is. */
export const inLanguage = (texts: Texts, language: string): string =>
  (Object.hasOwn(texts, language) ? texts[language] : undefined) ?? Object.values(texts)[0] ?? '';
