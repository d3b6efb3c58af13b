import { SaxesParser } from 'saxes';
import { beforeAll, expect, test } from 'vitest';
import { htmlOf, jsonOf, junitOf, textOf, type Report } from '#harness/scenario/index.ts';
import { diffOf } from '#harness/scenario/report/diff.ts';
import { HEDDA, replayed, scenarioOf, story } from './telling.ts';

/** Everything of a document, or what makes it none. */
function elementsOf(text: string): readonly { name: string; attributes: Record<string, string> }[] {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => void elements.push({ name, attributes }));
  // The one thing of HTML that XML does not take.
  parser.write(text.replace(/^<!doctype html>/, '')).close();
  return elements;
}

const HOSTILE = '<script>alert(1)</script> & "\' \u0000\u001b[31m \u202e ]]>';

const passing = `tags: [a]\n${story('- { title: Somebody knocks, call: utick.ping }')}`;
const failing = story(`- call: utick.requestProducts
  with: { requests: [${HEDDA}] }
  save: { order: 'products[0].orderid' }
- title: 'What <b>stays</b>'
  call: utick.updateOrder
  with: { id: '\${order}', notes: ${JSON.stringify(HOSTILE)} }
  expect: { notes: other, status: { id: 18 } }
- call: utick.ping
`).replace('A story', 'A <i>story</i> & more');

let report: Report;

beforeAll(async () => {
  const played = await replayed([
    await scenarioOf(passing, 'passing'),
    await scenarioOf(failing, 'failing'),
  ]);
  const [first] = played.scenarios;
  if (!first) throw new Error('two scenarios have two results');
  const skipped = {
    ...first,
    name: 'skipped',
    status: 'skipped',
    reason: HOSTILE,
    steps: [],
  } as const;
  report = { ...played, scenarios: [...played.scenarios, skipped] };
});

test('the terminal shows what did not pass, and the sum', () => {
  expect(textOf(report).split('\n')).toEqual([
    'failed failing: A <i>story</i> & more',
    '  step 2: What <b>stays</b> (call utick.updateOrder)',
    '    failing.yaml:9:15: notes',
    '      expected  "other"',
    `      seen      ${JSON.stringify(HOSTILE)}`,
    '    failing.yaml:9:39: status.id',
    '      expected  18',
    '      seen      0',
    '  again: npx sosie replay failing',
    '',
    `skipped skipped: ${HOSTILE}`,
    '1 passed, 1 failed, 1 skipped (double, in process, 0.0 s)',
  ]);
});

test('a report for CI servers is XML with a case for each scenario, whatever is in it', () => {
  const xml = junitOf(report);
  const elements = elementsOf(xml);
  expect(elements.map(({ name }) => name)).toEqual([
    ...['testsuites', 'testsuite', 'testcase', 'testcase', 'failure', 'testcase', 'skipped'],
  ]);
  expect(elements[1]?.attributes).toMatchObject({ tests: '3', failures: '1', skipped: '1' });
  expect(elements[4]?.attributes['message']).toBe(
    `step 2: notes: expected "other", seen ${JSON.stringify(HOSTILE)}`,
  );
  expect(xml).toContain('again: npx sosie replay failing');
  expect(xml).not.toMatch(/[\0\x1b]/);
});

test('a report for programs gives back what was reported', () => {
  expect(JSON.parse(jsonOf(report))).toEqual(report);
});

test('a report for people is well formed and runs nothing, whatever is in it', () => {
  const page = htmlOf(report);
  const elements = elementsOf(page);
  const names = new Set(elements.map(({ name }) => name));
  for (const active of ['script', 'iframe', 'object', 'img', 'link', 'form', 'i', 'b']) {
    expect([active, names.has(active)]).toEqual([active, false]);
  }
  const attributes = elements.flatMap((element) => Object.entries(element.attributes));
  expect(attributes.filter(([name]) => name.startsWith('on'))).toEqual([]);
  const links = attributes.filter(([name]) => ['href', 'src', 'action'].includes(name));
  expect(links.filter(([, target]) => !target.startsWith('#'))).toEqual([]);
  expect(page).toContain("default-src 'none'");
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toMatch(/[\0\x1b\u202e]/);
  expect(page).not.toMatch(/url\(|@import/);
});

test('it has landmarks, one first heading, a heading for each scenario and a way past the list', () => {
  const elements = elementsOf(htmlOf(report));
  const named = (name: string) => elements.filter((element) => element.name === name);
  expect(['header', 'nav', 'main', 'footer'].map((name) => named(name).length > 0)).toEqual([
    ...[true, true, true, true],
  ]);
  expect(named('main')).toHaveLength(1);
  expect(named('h1')).toHaveLength(1);
  expect(named('h2')).toHaveLength(3);
  expect(named('html')[0]?.attributes['lang']).toBe('en');
  const ids = new Set(elements.flatMap(({ attributes }) => attributes['id'] ?? []));
  for (const { attributes } of elements) {
    const target = attributes['href']?.slice(1) ?? attributes['aria-labelledby'];
    if (target !== undefined) expect([target, ids.has(target)]).toEqual([target, true]);
  }
  // What scrolls can be reached by keyboard.
  expect(named('pre').filter(({ attributes }) => attributes['tabindex'] !== '0')).toEqual([]);
});

test('it shows first and open what went wrong, with both sides and the command', () => {
  const page = htmlOf(report).replaceAll('&quot;', '"');
  expect(page).toContain('1 of 3 scenarios failed');
  expect(page.indexOf('>failing<')).toBeLessThan(page.indexOf('>passing<'));
  expect(page).toContain('<details open="">');
  expect(page).toMatch(/<del>- +"notes": "other",<\/del>/);
  expect(page).toMatch(/<ins>\+ +"id": 0<\/ins>/);
  expect(page).toContain('npx sosie replay failing');
  expect(page).toContain('failing.yaml:9:39');
});

test('nothing that the journal masks is in any report', () => {
  const signature = /"signature":\s?"(?!\*\*\*)/;
  for (const text of [
    htmlOf(report).replaceAll('&quot;', '"'),
    jsonOf(report).replaceAll('\\"', '"'),
  ]) {
    expect(text).toContain('***');
    expect(text).not.toMatch(signature);
    expect(text).not.toContain('TEST-PRIVATE-KEY');
  }
});

test.each([
  [{ a: 1 }, { a: 1 }, ['  {', '    "a": 1', '  }']],
  [{ a: 1 }, { a: 2 }, ['  {', '-   "a": 1', '+   "a": 2', '  }']],
  [[], [1], ['- []', '+ [', '+   1', '+ ]']],
  [{ a: 1, b: 2 }, { a: 1 }, ['  {', '    "a": 1', '-   "b": 2', '  }']],
  [undefined, 'x', ['- nothing', '+ "x"']],
])('%j and %j differ by lines', (expected, seen, lines) => {
  expect(diffOf(expected, seen).map(({ mark, text }) => `${mark} ${text}`)).toEqual(lines);
});

test('two long values are shown one after the other', () => {
  const long = (offset: number) => Array.from({ length: 500 }, (_, at) => at + offset);
  const marks = diffOf(long(0), long(1)).map(({ mark }) => mark);
  expect(marks.lastIndexOf('-')).toBeLessThan(marks.indexOf('+'));
});
