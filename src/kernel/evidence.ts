/** How well a fact about a vendor is known, best first. */
export const evidences = ['documented', 'public', 'inferred', 'guess'] as const;
export type Evidence = (typeof evidences)[number];

/** The weaker of two, since an answer is as sure as the least sure rule behind it. */
export function weaker(a: Evidence, b: Evidence): Evidence {
  return evidences.indexOf(a) >= evidences.indexOf(b) ? a : b;
}
