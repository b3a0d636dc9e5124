/** Collects what does not agree; the first of each kind are told in full. */
export class Disagreements {
  readonly told: string[] = [];
  count = 0;

  check(agrees: boolean, sentence: () => string): void {
    if (agrees) return;
    this.count += 1;
    if (this.told.length < 30) this.told.push(sentence());
  }
}
