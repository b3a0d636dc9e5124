/** A copy with room for `least` numbers, and for twice as many as before at the least. */
export function grown(old: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, old.length * 2));
  larger.set(old);
  return larger;
}
