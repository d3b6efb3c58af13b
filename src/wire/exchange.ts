import type { Violation } from '#kit/violations.ts';
import { weaker, type Evidence } from '#kernel/evidence.ts';
import type { FaultHit } from '#kernel/faults.ts';
import type { Instant } from '#kernel/instant.ts';
import type { JournalOutcome } from '#kernel/journal.ts';
import type { Sandbox } from '#kernel/sandbox.ts';
import type { RowChange } from '#kernel/table.ts';
import type { WireRequest } from './http.ts';
import type { Location } from './locate.ts';
import type { PageMatch } from './page.ts';
import type { Codec, ServedSide } from './side.ts';
import type { RouteMatch } from './router.ts';
import type { ServedVendor } from './served.ts';
import type { Answer, Message, MessageParts } from './vendor.ts';

/**
 * One request on its way through the stages. Each stage fills in what it found; a stage that runs
 * can rely on those before it.
 */
export class Exchange {
  readonly request: WireRequest;
  readonly receivedAt: Instant;
  /** A clock for timings only, in milliseconds. */
  readonly startedAt: number;
  location: Location | undefined;
  vendor: ServedVendor | undefined;
  /** The side of the vendor that the path belongs to. */
  side: ServedSide | undefined;
  sandbox: Sandbox | undefined;
  route: RouteMatch | undefined;
  /** Instead of a route: something that a person opens. */
  page: PageMatch | undefined;
  /** Instead of a route: something that describes the service. */
  document: 'wsdl' | 'xsd' | undefined;
  codec: Codec | undefined;
  parts: MessageParts | undefined;
  message: Message | undefined;
  /** The sandbox's time of the turn, or of the moment when no turn was reached. */
  now: Instant | undefined;
  outcome: JournalOutcome = 'unmatched';
  changes: readonly RowChange[] = [];
  evidence: Evidence = 'documented';
  failure: unknown;
  code: number | string | undefined;
  defect: Error | undefined;
  /** What was encoded, for masking. */
  answered: Answer | undefined;
  selfCheck: Violation | undefined;
  /** The answer was held against its contract and found right. */
  conforms = false;
  fault: FaultHit | undefined;

  constructor(request: WireRequest, receivedAt: Instant, startedAt: number) {
    this.request = request;
    this.receivedAt = receivedAt;
    this.startedAt = startedAt;
  }

  /** The operation or page that claimed the request. */
  get claimedBy(): string | undefined {
    return this.route?.name ?? this.page?.name ?? this.document;
  }

  /** The same call once more, as far as it has come. */
  twin(): Exchange {
    return Object.assign(new Exchange(this.request, this.receivedAt, this.startedAt), this);
  }

  /** An answer is as sure as the least sure rule behind it. */
  restOn(evidence: Evidence | undefined): void {
    if (evidence) this.evidence = weaker(this.evidence, evidence);
  }
}
