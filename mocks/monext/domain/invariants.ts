import type { Inspection, Invariant } from '#kernel/vendor.ts';
import type { MonextTables } from '#mocks/monext/state.ts';
import type { Payment } from './payment.ts';
import { takesMoney } from './settlement.ts';
import { netMinor, type Transaction } from './transaction.ts';

type MonextState = Inspection<MonextTables>;

/** What must always hold, by a sentence; each answers the rows that break it. */
export const invariants: Readonly<Record<string, Invariant<MonextTables>>> = {
  'no more is captured than was authorised': (state) =>
    wrongPayments(state, ({ capturedMinor, authorisedMinor }) =>
      capturedMinor > authorisedMinor
        ? `${capturedMinor} captured of ${authorisedMinor}`
        : undefined,
    ),
  'no more is refunded than was captured': (state) =>
    wrongPayments(state, ({ refundedMinor, capturedMinor }) =>
      refundedMinor > capturedMinor ? `${refundedMinor} refunded of ${capturedMinor}` : undefined,
    ),
  'no more is settled than was captured': (state) =>
    wrongPayments(state, ({ settledMinor, capturedMinor }) =>
      settledMinor > capturedMinor ? `${settledMinor} settled of ${capturedMinor}` : undefined,
    ),
  'captures, refunds and settlements add up to what the payment says': (state) => {
    const sums = sumsByPayment(state);
    return wrongPayments(state, ({ id, capturedMinor, refundedMinor, settledMinor }) => {
      const { captured, refunded, settled } = sums.get(id) ?? NOTHING;
      const isRight =
        captured === capturedMinor && refunded === refundedMinor && settled === settledMinor;
      return isRight
        ? undefined
        : `entries say ${captured} captured, ${refunded} refunded, ${settled} settled, ` +
            `it says ${capturedMinor}, ${refundedMinor}, ${settledMinor}`;
    });
  },
  'what is cancelled keeps no money': (state) =>
    wrongPayments(state, ({ status, capturedMinor }) =>
      status === 'cancelled' && capturedMinor > 0 ? `${capturedMinor} captured` : undefined,
    ),
  'nothing is taken off an entry beyond its amount': (state) => {
    const wrong: string[] = [];
    for (const entry of state.transactions.rows()) {
      if (netMinor(entry) < 0) wrong.push(`transaction ${entry.id}: ${netMinor(entry)} left`);
    }
    return wrong;
  },
};

function wrongPayments(
  state: MonextState,
  problem: (payment: Payment) => string | undefined,
): readonly string[] {
  const wrong: string[] = [];
  for (const payment of state.payments.rows()) {
    const found = problem(payment);
    if (found !== undefined) wrong.push(`payment ${payment.id}: ${found}`);
  }
  return wrong;
}

interface Sums {
  captured: number;
  refunded: number;
  settled: number;
}
const NOTHING: Readonly<Sums> = { captured: 0, refunded: 0, settled: 0 };

function sumsByPayment(state: MonextState): ReadonlyMap<string, Readonly<Sums>> {
  const sums = new Map<string, Sums>();
  for (const entry of state.transactions.rows()) {
    if (entry.paymentId === undefined || entry.status !== 'accepted') continue;
    const own = sums.get(entry.paymentId) ?? { ...NOTHING };
    sums.set(entry.paymentId, add(own, entry));
  }
  return sums;
}

function add(sums: Sums, entry: Transaction): Sums {
  const minor = netMinor(entry);
  if (entry.type === 'refund') return { ...sums, refunded: sums.refunded + minor };
  // A sale that was deferred moved no money: its capture did.
  if (!takesMoney(entry) || entry.settlement === 'none') return sums;
  const settled = entry.settlement === 'settled' ? minor : 0;
  return { ...sums, captured: sums.captured + minor, settled: sums.settled + settled };
}
