/** Characters that are compared run by run: keeps a long text from costing its square. */
export const RUN_LENGTH = 200;

/**
 * The longest run of characters that one text shares with each of many others. Only places with the same character are
 * looked at: few, as texts seldom repeat one.
 */
export class LongestRun {
  /** By character: the last place of the asked text that has it, from 1; 0 where none has. */
  readonly #last = new Uint8Array(0x10000);
  /** By place: the place before it with the same character. */
  readonly #before = new Uint8Array(RUN_LENGTH + 1);
  /** By place: the run that ends there, and the place of the other text where it was last seen. */
  readonly #runs = new Uint8Array(RUN_LENGTH + 1);
  readonly #seen = new Int32Array(RUN_LENGTH + 1);
  #text = '';
  /** Places of all other texts so far, so that what was seen in one is nothing in the next. */
  #place = 1;

  /** The text that others are compared with from now on; its first {@link RUN_LENGTH} characters count. */
  ask(text: string): void {
    for (let at = 0; at < this.#text.length; at += 1) this.#last[this.#text.charCodeAt(at)] = 0;
    this.#text = text.slice(0, RUN_LENGTH);
    this.#seen.fill(0);
    this.#place = 1;
    for (let at = 1; at <= this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at - 1);
      this.#before[at] = this.#last[code]!;
      this.#last[code] = at;
    }
  }

  /** Characters of the longest run shared with the first {@link RUN_LENGTH} of a text of `length` that begins at `from`. */
  with(chars: Uint16Array, from: number, length: number): number {
    const end = from + Math.min(length, RUN_LENGTH);
    const [last, before, runs, seen] = [this.#last, this.#before, this.#runs, this.#seen];
    let place = this.#place + 1;
    let longest = 0;
    for (let other = from; other < end; other += 1) {
      place += 1;
      // From the back, so that the run before a place is still that of the other text's place before.
      for (let at = last[chars[other]!]!; at > 0; at = before[at]!) {
        const run = seen[at - 1] === place - 1 ? runs[at - 1]! + 1 : 1;
        runs[at] = run;
        seen[at] = place;
        if (run > longest) longest = run;
      }
    }
    this.#place = place;
    return longest;
  }
}
