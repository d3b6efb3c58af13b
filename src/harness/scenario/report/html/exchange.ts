import type { Exchange, MessageText } from '../result.ts';
import { html, NOTHING, type Markup } from './markup.ts';
import { instant } from './words.ts';

/** A call with its answer, to be opened; or what happened by itself. */
export function exchangeMarkup(exchange: Exchange): Markup {
  const { request, response } = exchange;
  if (!request && !response) {
    return html`<div class="exchange"><div class="plain">${lineOf(exchange)}</div></div>`;
  }
  return html`<details class="exchange">
    <summary>${lineOf(exchange)}</summary>
    <div class="body">
      ${request && messageMarkup('Request', request)}
      ${response && messageMarkup('Answer', response)}
    </div>
  </details>`;
}

function lineOf({
  kind,
  at,
  vendor,
  operation,
  outcome,
  why,
  request,
  response,
}: Exchange): Markup {
  const head =
    kind === 'event'
      ? html`event: ${vendor} ${operation ?? ''}`
      : html`${request?.head ?? operation ?? vendor}`;
  const status = /^\d+/.exec(response?.head ?? '')?.[0];
  const end = [status, outcome, why].filter((word) => word !== undefined).join(', ');
  return html`<span class="mono">${head}</span>
    <span class="quiet">→ ${end}</span>
    ${at === undefined ? NOTHING : html`<span class="quiet optional">${instant(at)}</span>`}`;
}

const messageMarkup = (name: string, { head, text }: MessageText): Markup =>
  html`<h4>${name}: <span class="mono">${head}</span></h4>
    ${text === '' ? NOTHING : code(`${name} ${head}`, pretty(text))}`;

/** What scrolls can be reached by keyboard, and says what it is. */
export const code = (label: string, text: string): Markup =>
  html`<pre tabindex="0" role="region" aria-label="${label}"><code>${text}</code></pre>`;

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
