import { topSlots } from './top-slots.js';

/** What one way of looking at firms has found; its numbers are read by slot and cleared without a walk over all. */
export class View {
  /** 0 for a slot it has not seen. */
  scores = new Float64Array(0);
  /** From 1; 0 for a slot it does not put forward. */
  ranks = new Int32Array(0);
  /** The slots seen, the first `count`. */
  touched = new Int32Array(0);
  count = 0;
  /** The slots put forward, best first. */
  best: Int32Array = new Int32Array(0);

  /** Forgets everything; every slot looked at from now on is below `slots`. */
  clear(slots: number): void {
    for (let at = 0; at < this.count; at += 1) this.scores[this.touched[at]!] = 0;
    for (const slot of this.best) this.ranks[slot] = 0;
    this.count = 0;
    this.best = new Int32Array(0);
    if (slots <= this.scores.length) return;
    this.scores = new Float64Array(slots * 2);
    this.ranks = new Int32Array(slots * 2);
    this.touched = new Int32Array(slots * 2);
  }

  /** `score` is not 0. */
  set(slot: number, score: number): void {
    if (this.scores[slot] === 0) this.touched[this.count++] = slot;
    this.scores[slot] = score;
  }

  /** Puts forward the `k` best of the slots seen, or of those given. */
  rank(k: number, id: (slot: number) => string, slots: Int32Array = this.touched, count = this.count): void {
    this.best = topSlots(this.scores, slots, count, k, id);
    for (let at = 0; at < this.best.length; at += 1) this.ranks[this.best[at]!] = at + 1;
  }
}
