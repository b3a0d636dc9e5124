/**
 * The `k` slots with the highest values among the first `count` of `slots`, best first; among equals the lower id comes
 * first. `values` is read by slot.
 */
export function topSlots(
  values: Float32Array | Float64Array,
  slots: Int32Array,
  count: number,
  k: number,
  id: (slot: number) => string,
): Int32Array {
  const heap = new Int32Array(Math.min(k, count));
  let size = 0;
  const worse = (a: number, b: number) => {
    const difference = values[a]! - values[b]!;
    return difference < 0 || (difference === 0 && id(a) > id(b));
  };
  const sink = (slot: number) => {
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && worse(heap[child + 1]!, heap[child]!)) child += 1;
      if (!worse(heap[child]!, slot)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = slot;
  };
  const rise = (slot: number) => {
    let at = size;
    size += 1;
    while (at > 0 && worse(slot, heap[(at - 1) >> 1]!)) {
      heap[at] = heap[(at - 1) >> 1]!;
      at = (at - 1) >> 1;
    }
    heap[at] = slot;
  };
  // Most are below the worst that is kept: they cost one comparison of numbers.
  let least = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at += 1) {
    const slot = slots[at]!;
    if (values[slot]! < least) continue;
    if (size < heap.length) rise(slot);
    else if (size > 0 && worse(heap[0]!, slot)) sink(slot);
    if (size === heap.length && size > 0) least = values[heap[0]!]!;
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1));
}
