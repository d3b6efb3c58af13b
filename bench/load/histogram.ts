const bucketUs = 10;
const buckets = 500_000;

/** Latencies in steps of 10 µs up to 5 s: its size does not grow with the number of calls. */
export interface Histogram {
  add(ms: number): void;
  /** The latency in ms that this share of the calls did not exceed. */
  percentileMs(share: number): number;
}

export function openHistogram(): Histogram {
  const counts = new Uint32Array(buckets);
  let total = 0;
  return {
    add(ms) {
      const bucket = Math.min(Math.floor((ms * 1000) / bucketUs), buckets - 1);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
      total += 1;
    },
    percentileMs(share) {
      let left = Math.max(1, Math.ceil(total * share));
      const bucket = counts.findIndex((count) => (left -= count) <= 0);
      return bucket < 0 ? Number.NaN : ((bucket + 1) * bucketUs) / 1000;
    },
  };
}
