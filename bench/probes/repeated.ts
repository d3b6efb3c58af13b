/** One sample after the other, never two at once. */
export async function repeated(times: number, sample: () => Promise<number>): Promise<number[]> {
  const samples: number[] = [];
  for (let turn = 0; turn < times; turn += 1) samples.push(await sample());
  return samples;
}
