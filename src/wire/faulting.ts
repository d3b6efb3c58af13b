import { onlyReads } from '#kit/operation.ts';
import { decideFault, hasFaults, type FaultHit } from '#kernel/faults.ts';
import { andThen, type Eventually } from '#kernel/lane.ts';
import type { Exchange } from './exchange.ts';
import type { WireAnswer, WireResponse } from './http.ts';
import { answerOfFault } from './fault-answers.ts';
import type { PipelineParts } from './pipeline.ts';

/** Trouble before the work: may answer in its place, or wait; nothing is done yet. */
export function faultBefore(
  parts: PipelineParts,
  exchange: Exchange,
): Eventually<WireResponse | undefined> {
  return andThen(hit(exchange, 'before'), (fault) => {
    if (!fault) return undefined;
    return andThen(wait(parts, exchange, fault), () => answerOfFault(parts, exchange, { fault }));
  });
}

/** Trouble after the work: it is done and kept, but its answer is lost, late or broken. */
export function faultAfter(
  parts: PipelineParts,
  exchange: Exchange,
  answer: WireAnswer,
): Eventually<WireResponse> {
  if (exchange.outcome === 'defect') return answer;
  return andThen(hit(exchange, 'after'), (fault) => {
    if (!fault) return answer;
    return andThen(
      wait(parts, exchange, fault),
      () => answerOfFault(parts, exchange, { fault, answer }) ?? answer,
    );
  });
}

/** Counts and chance are the sandbox's state, kept even when the call itself is refused. */
function hit(exchange: Exchange, phase: 'before' | 'after'): Eventually<FaultHit | undefined> {
  const { sandbox, claimedBy: operation, vendor, message, receivedAt } = exchange;
  if (!sandbox || !operation || !vendor || !hasFaults(sandbox.state)) return undefined;
  const { seed } = sandbox;
  const now = sandbox.now(receivedAt);
  const about = { vendor: vendor.module.name, operation, message };
  return sandbox.edit((edits) => decideFault(edits, { ...about, phase, seed, now }));
}

function wait(parts: PipelineParts, exchange: Exchange, fault: FaultHit): Eventually<void> {
  exchange.fault = fault;
  return fault.delayMs > 0 ? parts.wait(fault.delayMs) : undefined;
}

/** A read that a rule lets a lagging replica answer. */
export function staleRule({
  fault,
  route,
}: Exchange): { readonly id: string; readonly seconds: number } | undefined {
  if (!fault || !route || !onlyReads(route.operation)) return undefined;
  const { id, then } = fault.rule;
  return then.kind === 'stale' ? { id, seconds: then.seconds } : undefined;
}
