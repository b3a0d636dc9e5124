/** The least of the `k` highest numbers that it has been told. */
export class Floor {
  readonly #heap: Float64Array;
  #size = 0;

  constructor(k: number) {
    this.#heap = new Float64Array(k);
  }

  /** 0 until it has been told so many. */
  get least(): number {
    return this.#size < this.#heap.length ? 0 : this.#heap[0]!;
  }

  tell(number: number): void {
    const heap = this.#heap;
    if (this.#size < heap.length) {
      let at = this.#size++;
      for (let parent = (at - 1) >> 1; at > 0 && heap[parent]! > number; parent = (at - 1) >> 1) {
        heap[at] = heap[parent]!;
        at = parent;
      }
      heap[at] = number;
    } else if (number > heap[0]!) {
      let at = 0;
      for (let child = 1; child < heap.length; child = 2 * at + 1) {
        if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child += 1;
        if (heap[child]! >= number) break;
        heap[at] = heap[child]!;
        at = child;
      }
      heap[at] = number;
    }
  }
}
