/** What the brand does behind the counter. */
export const actions = {} as const;
