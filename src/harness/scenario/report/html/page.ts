import { countOf, labelOf, type Report, type ScenarioResult, type Status } from '../result.ts';
import { html, NOTHING, type Markup } from './markup.ts';
import { stepMarkup } from './step.ts';
import { style } from './style.ts';
import { badge, duration, instant, statusWords } from './words.ts';

const statuses: readonly Status[] = ['failed', 'passed', 'skipped', 'not-run'];

/** A report for people: one file, readable without a script, by keyboard and aloud. */
export function htmlOf(report: Report): string {
  const scenarios = failedFirst(report.scenarios);
  const title = verdict(report);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>${title} – scenarios</title>
        <style>
          ${{ markup: style }}
        </style>
      </head>
      <body>
        <a class="skip" href="#scenarios">Skip to the scenarios</a>
        <div class="page">
          <header>
            <h1>${title}</h1>
            <p class="quiet">
              Replayed against ${report.target}, ${instant(report.startedAt)}, in
              ${duration(report.tookMs)}
            </p>
            <ul class="counts" aria-label="Scenarios by result">
              ${statuses.map((status) => countMarkup(status, countOf(scenarios, status)))}
            </ul>
          </header>
          <nav aria-label="Scenarios">${filterMarkup} ${contentsMarkup(scenarios)}</nav>
          <main id="scenarios" tabindex="-1">${scenarios.map(scenarioMarkup)}</main>
          <footer>
            <p>
              Made by <code>sosie replay</code>. Messages are shown as the journal has them: what is
              sensitive is masked.
            </p>
          </footer>
        </div>
      </body>
    </html> `;
  return page.markup;
}

/** What went wrong is what a reader came for. */
const failedFirst = (scenarios: readonly ScenarioResult[]): readonly ScenarioResult[] => [
  ...scenarios.filter(({ status }) => status === 'failed'),
  ...scenarios.filter(({ status }) => status !== 'failed'),
];

function verdict({ scenarios }: Report): string {
  const failed = countOf(scenarios, 'failed');
  const passed = countOf(scenarios, 'passed');
  if (failed > 0) return `${failed} of ${scenarios.length} scenarios failed`;
  if (passed === 0) return 'No scenario was checked';
  const isAll = passed === scenarios.length;
  return isAll
    ? `All ${passed} scenarios passed`
    : `${passed} of ${scenarios.length} scenarios passed`;
}

const countMarkup = (status: Status, count: number): Markup =>
  html`<li class="${count === 0 ? 'none' : status}">
    <strong>${count}</strong> ${statusWords[status]}
  </li>`;

const filterMarkup = html`<fieldset>
  <legend>Show</legend>
  <label><input type="radio" name="show" id="show-all" checked="" /> all</label>
  <label><input type="radio" name="show" id="show-failed" /> failed</label>
  <label><input type="radio" name="show" id="show-passed" /> passed</label>
  <label><input type="radio" name="show" id="show-rest" /> skipped or not run</label>
</fieldset>`;

const contentsMarkup = (scenarios: readonly ScenarioResult[]): Markup =>
  html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Scenario</th>
          <th scope="col">Result</th>
          <th scope="col" class="optional">Tells</th>
          <th scope="col" class="number optional">Steps</th>
          <th scope="col" class="number">Took</th>
        </tr>
      </thead>
      <tbody>
        ${scenarios.map(
          ({ name, protocol, title, status, steps, tookMs }, at) =>
            html`<tr data-status="${status}">
              <td><a href="#${anchor(at)}">${labelOf(name, protocol)}</a></td>
              <td>${badge(status)}</td>
              <td class="optional">${title}</td>
              <td class="number optional">${steps.length}</td>
              <td class="number">${duration(tookMs)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

const anchor = (at: number): string => `scenario-${at + 1}`;

function scenarioMarkup(scenario: ScenarioResult, at: number): Markup {
  const { title, status, reason, steps } = scenario;
  const id = anchor(at);
  const timeline = html`<ol class="steps">
    ${steps.map(stepMarkup)}
  </ol>`;
  return html`<article
    id="${id}"
    class="${status}"
    data-status="${status}"
    aria-labelledby="${id}-title"
  >
    <header>
      <h2 id="${id}-title">${title}</h2>
      ${badge(status)}
    </header>
    ${reason === undefined ? NOTHING : html`<p>${reason}</p>`} ${factsMarkup(scenario)}
    ${status === 'failed' ? html`<h3>The same again</h3>` : NOTHING}
    ${status === 'failed' ? html`<pre class="command" tabindex="0"><code>${scenario.command}</code></pre>` : NOTHING}
    ${steps.length === 0 ? NOTHING : stepsMarkup(status, steps.length, timeline)}
  </article>`;
}

/** What passed need not be read, but can be. */
const stepsMarkup = (status: Status, count: number, timeline: Markup): Markup =>
  status === 'failed'
    ? html`<h3>Steps</h3>
        ${timeline}`
    : html`<details>
        <summary>${count} step${count === 1 ? '' : 's'}</summary>
        ${timeline}
      </details>`;

function factsMarkup(scenario: ScenarioResult): Markup {
  const { name, protocol, file, tags, dataset, clock, seed, tookMs, status, command } = scenario;
  const facts: readonly (readonly [string, string])[] = [
    ['name', name],
    ['file', file],
    ...(tags.length === 0 ? [] : [['tags', tags.join(', ')] as const]),
    ...(protocol === undefined ? [] : [['over', protocol] as const]),
    ['data', dataset],
    ['clock', clock],
    ['seed', String(seed)],
    ['took', duration(tookMs)],
    ...(status === 'failed' ? [] : [['again', command] as const]),
  ];
  return html`<dl class="facts">
    ${facts.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd class="mono">${value}</dd>
        </div>`,
    )}
  </dl>`;
}
