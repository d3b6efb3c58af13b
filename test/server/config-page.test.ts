import { expect, test } from 'vitest';
import { optionsPage } from '#server/config/index.ts';

// `npx vitest run test/server/config-page.test.ts -u` writes the page anew.
test('the page of options says what the table of options says', async () => {
  await expect(optionsPage()).toMatchFileSnapshot('../../docs/guides/options.md');
});
