/** How many from the front of what waits fit into `most`, in their order: one at least, unless nothing waits. */
export function fitting<T>(waiting: readonly T[], most: number, sizeOf: (one: T) => number): number {
  let size = 0;
  for (const [count, one] of waiting.entries()) {
    size += sizeOf(one);
    if (size > most) return Math.max(1, count);
  }
  return waiting.length;
}
