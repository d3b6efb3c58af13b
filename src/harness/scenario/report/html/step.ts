import { diffOf } from '../diff.ts';
import type { Comparison, StepResult, Trouble } from '../result.ts';
import { exchangeMarkup } from './exchange.ts';
import { html, NOTHING, type Markup } from './markup.ts';
import { badge, duration, instant } from './words.ts';

/** One line of the story, to be opened; open where it went wrong. */
export function stepMarkup(step: StepResult): Markup {
  const { status } = step;
  const hasMore = status === 'passed' || status === 'failed';
  if (!hasMore) {
    return html`<li class="${status}">
      <div class="plain"><span class="head">${headOf(step)}</span></div>
      <div class="inside quiet">${step.reason}</div>
    </li>`;
  }
  return html`<li class="${status}">
    <details${status === 'failed' ? html` open=""` : NOTHING}>
      <summary><span class="head">${headOf(step)}</span></summary>
      <div class="inside">${insideOf(step)}</div>
    </details>
  </li>`;
}

function headOf({ number, title, deed, status, exchanges, tookMs }: StepResult): Markup {
  const at = exchanges[0]?.at;
  const isPlayed = status === 'passed' || status === 'failed';
  return html`<span class="title">${number}. ${title}</span> ${badge(status)}
    ${title === deed ? NOTHING : html`<span class="quiet mono">${deed}</span>`}
    ${at === undefined ? NOTHING : html`<span class="quiet optional">${instant(at)}</span>`}
    ${isPlayed ? html`<span class="quiet took">${duration(tookMs)}</span>` : NOTHING}`;
}

/** More of one step than anybody opens; a report for programs has more. */
const MOST_EXCHANGES = 20;
const MOST_TROUBLES = 20;

function insideOf(step: StepResult): Markup {
  const { where, checks, unchecked, exchanges, moreExchanges } = step;
  const shown = exchanges.slice(0, MOST_EXCHANGES);
  const more = exchanges.length - shown.length + moreExchanges;
  return html`${troublesMarkup(step)} ${step.comparison && comparisonMarkup(step.comparison)}
    ${list(checks, 'Checked')} ${list(unchecked, 'Not checked')}
    ${shown.length === 0 ? NOTHING : html`<h3>Exchanges</h3>`} ${shown.map(exchangeMarkup)}
    ${more === 0 ? NOTHING : html`<p class="quiet">and ${more} more</p>`}
    <p class="quiet mono">${where}</p>`;
}

function troublesMarkup({ troubles }: StepResult): Markup {
  if (troubles.length === 0) return NOTHING;
  const more = troubles.length - MOST_TROUBLES;
  return html`<div class="troubles">
    <ul>
      ${troubles.slice(0, MOST_TROUBLES).map(troubleMarkup)}
    </ul>
    ${more > 0 ? html`<p>and ${more} more</p>` : NOTHING}
  </div>`;
}

const troubleMarkup = ({ where, what, expected, seen }: Trouble): Markup =>
  html`<li>
    <span class="what">${what}</span>
    <dl>
      ${
        expected === undefined
          ? NOTHING
          : html`<dt>expected</dt>
              <dd class="mono">${expected}</dd>`
      }
      ${
        seen === undefined
          ? NOTHING
          : html`<dt>seen</dt>
              <dd class="mono">${seen}</dd>`
      }
      <dt>at</dt>
      <dd class="mono">${where}</dd>
    </dl>
  </li>`;

function comparisonMarkup({ expected, seen }: Comparison): Markup {
  const lines = diffOf(expected, seen).map(({ mark, text }): Markup => {
    switch (mark) {
      case '-':
        return html`<del>- ${text}</del>`;
      case '+':
        return html`<ins>+ ${text}</ins>`;
      case ' ':
        return html`<span> ${text}</span>`;
    }
  });
  return html`<h3>Expected (-) against seen (+)</h3>
    <pre
      class="diff"
      tabindex="0"
      role="region"
      aria-label="Difference"
    ><code>${lines}</code></pre>`;
}

const list = (lines: readonly string[], name: string): Markup =>
  lines.length === 0
    ? NOTHING
    : html`<h3>${name}</h3>
        <ul class="checks">
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>`;
