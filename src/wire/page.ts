import { Defect } from '#kernel/defect.ts';
import { andThen, type Eventually } from '#kernel/lane.ts';
import type { Decision, Turn } from '#kernel/sandbox.ts';
import { asHtml } from './html.ts';
import type { Exchange } from './exchange.ts';
import type { WireAnswer } from './http.ts';
import { linksOf } from './links.ts';
import type { PipelineParts } from './pipeline.ts';
import { patternsOf } from './router.ts';
import type { AnyPage, Rendered } from './vendor.ts';

/** A page that a request asks for, with what its path names. */
export interface PageMatch {
  readonly name: string;
  readonly page: AnyPage;
  readonly params: Readonly<Record<string, string>>;
}

export type PageRouter = (method: string, path: string) => PageMatch | undefined;

export function pageRouterOf(pages: Readonly<Record<string, AnyPage>>): PageRouter {
  const find = patternsOf(
    Object.entries(pages).map(([name, page]) => ({
      ...page,
      method: 'GET',
      value: { name, page },
    })),
  );
  return (method, path) => {
    const found = find(method === 'HEAD' ? 'GET' : method, path);
    return found.kind === 'matched' ? { ...found.value, params: found.params } : undefined;
  };
}

/** What was read in the turn; it is drawn after the lane was released. */
export type PageRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly answer: WireAnswer };

/** Reads what a page shows, in one turn like any call; a page asks for no credentials. */
export function readPage(parts: PipelineParts, exchange: Exchange, turn: Turn): Decision<PageRead> {
  const { page: match } = exchange;
  if (!match) throw new Defect('a page without a match');
  exchange.now = turn.env.now;
  const call = { params: match.params, links: linksOf(parts, exchange) };
  const outcome = match.page.read(turn.draft, call, turn.env);
  exchange.restOn(turn.weakestSetting());
  exchange.outcome = outcome.ok ? 'done' : 'refused';
  if (outcome.ok) return { commit: true, value: { ok: true, value: outcome.value } };
  exchange.failure = outcome.failure;
  const { status, text } = match.page.refuse(outcome.failure);
  exchange.code = status;
  return { commit: false, value: { ok: false, answer: asHtml(status, text) } };
}

export function renderPage(exchange: Exchange, read: PageRead): Eventually<WireAnswer> {
  if (!read.ok) return read.answer;
  const { page: match } = exchange;
  if (!match) throw new Defect('a page without a match');
  const drawn: Eventually<Rendered> = match.page.render(read.value);
  return andThen(drawn, ({ contentType, body }) => ({
    kind: 'answer',
    status: 200,
    headers: { 'content-type': contentType },
    body,
  }));
}
