// What a search among all customers takes: by e-mail, by telephone, by name, in turn.
import { answering } from '../process/answering.ts';
import { answerTo, inProcess, openSosie } from '../product/open.ts';
import type { InProcessRequest, Sosie } from '../product/open.ts';
import { searchPerson, type Sought } from '../product/wsone.ts';

const searches = 300;
const warmSearches = 100;

answering({
  probe: async ({ quick }) => {
    const many = quick ? 100_000 : 1_000_000;
    const sosie = await openSosie(`wsone-large:${many}`);
    const requests = await requestsIn(sosie, many);
    for (const { request, expects } of requests.slice(0, warmSearches)) {
      await answerTo(sosie, request, expects);
    }
    const samples: number[] = [];
    for (const { request, expects } of requests.slice(warmSearches)) {
      const startedAt = performance.now();
      await answerTo(sosie, request, expects);
      samples.push(performance.now() - startedAt);
    }
    await sosie.close();
    return samples;
  },
});

interface Search {
  readonly request: InProcessRequest;
  readonly expects: string;
}

/** Customers all over the data set, each sought by something else. */
async function requestsIn(sosie: Sosie, many: number): Promise<readonly Search[]> {
  const found: Search[] = [];
  for (let at = 0; at < warmSearches + searches; at += 1) {
    const number = Math.floor((at * (many - 1)) / (warmSearches + searches));
    const email = `customer${number + 1}@example.com`;
    const byEmail = { contact: { EmailRequest: { emailValue: email } } };
    const sought = await soughtBy(sosie, at % 3, { number, byEmail });
    found.push({ request: inProcess(searchPerson(sought)), expects: '"responseCode":"000"' });
  }
  return found;
}

interface Customer {
  readonly number: number;
  readonly byEmail: Sought;
}

async function soughtBy(sosie: Sosie, way: number, { number, byEmail }: Customer): Promise<Sought> {
  if (way === 0) return byEmail;
  if (way === 1) {
    const cellPhoneValue = `06${String(number).padStart(8, '0')}`;
    return { contact: { CellPhoneRequest: { cellPhoneValue } } };
  }
  const text = await answerTo(sosie, inProcess(searchPerson(byEmail)), '"lastName"');
  const nameIn = (field: string): string =>
    new RegExp(`"${field}":"([^"]*)"`).exec(text)?.[1] ?? '';
  return { person: { lastName: nameIn('lastName'), firstName: nameIn('firstName') } };
}
