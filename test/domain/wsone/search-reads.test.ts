import { expect, it } from 'vitest';
import type { DatasetSection } from '#mocks/wsone/dataset/schema.ts';
import { searchPersons } from '#mocks/wsone/domain/person-search.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import { searchCommand } from '#mocks/wsone/wire/person-commands.ts';
import { openBrand, valueOf } from './brand.ts';
import { smallBrand } from './small-brand.ts';

/** Two thousand customers, five hundred of one name. */
const data: DatasetSection = {
  ...smallBrand,
  persons: Object.fromEntries(
    Array.from({ length: 2_000 }, (_, at) => [
      `p${at}`,
      {
        groupeId: String(at),
        store: 'shop',
        lastName: at % 4 === 0 ? 'Martin' : `Name${at}`,
        firstName: `First${at % 8}`,
        email: `p${at}@example.com`,
        cellPhone: `06${String(at).padStart(8, '0')}`,
        identifiers: [{ value: `C${at}` }],
      },
    ]),
  ),
};

type Persons = WsoneDraft['persons'];

/** The same draft; tells how many customers are read through it. */
function counted(draft: WsoneDraft): { readonly draft: WsoneDraft; readonly reads: () => number } {
  let reads = 0;
  const persons: Partial<Persons> = {
    get: (id) => {
      reads += 1;
      return draft.persons.get(id);
    },
    where: (index, key, page) => {
      const rows = draft.persons.where(index, key, page);
      reads += rows.length;
      return rows;
    },
  };
  const handler = {
    get: (target: WsoneDraft, name: keyof WsoneDraft) =>
      name === 'persons' ? persons : target[name],
  };
  return { draft: new Proxy(draft, handler), reads: () => reads };
}

it.each([
  ['a card', { IdentifierRequest: { identifierType: 1, identifierValue: 'C77' } }, 1, 1],
  ['a groupeId', { PersonRequest: { groupeId: 77 } }, 1, 1],
  ['an e-mail', { ContactRequest: { EmailRequest: { emailValue: 'p77@example.com' } } }, 1, 1],
  [
    'a telephone',
    { ContactRequest: { CellPhoneRequest: { cellPhoneValue: '+33600000077' } } },
    1,
    1,
  ],
  ['a rare name', { PersonRequest: { lastName: 'Name77' } }, 1, 1],
  ['a first and a last name', { PersonRequest: { lastName: 'Name77', firstName: 'First5' } }, 1, 1],
  // A chunk more than a search answers at most.
  ['a frequent name', { PersonRequest: { lastName: 'Martin' } }, 101, 128],
  ['a name that nobody has', { PersonRequest: { lastName: 'Nobody' } }, 0, 0],
])('a search by %s among 2,000 customers reads few of them', async (_, message, least, most) => {
  const brand = await openBrand({ data });
  const command = valueOf(searchCommand(message));
  let read = -1;
  await brand.ask((draft, sought: typeof command, env) => {
    const watched = counted(draft);
    const outcome = searchPersons(watched.draft, sought, env);
    read = watched.reads();
    return outcome;
  }, command);
  expect(read).toBeGreaterThanOrEqual(least);
  expect(read).toBeLessThanOrEqual(most);
});
