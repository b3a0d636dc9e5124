/** Tells on stderr how far a long command is: on a terminal one line that changes, else a line for each step that is over. */
export class Reporter {
  private step = '';
  private total = 0;
  private count = 0;
  private shownAt = 0;

  constructor(
    private readonly write: (text: string) => void,
    private readonly terminal: boolean,
    private readonly now: () => number,
  ) {}

  begin(step: string, total: number): void {
    this.step = step;
    this.total = total;
    this.count = 0;
    this.shownAt = 0;
  }

  done(count: number): void {
    this.count += count;
    const now = this.now();
    if (!this.terminal || now - this.shownAt < 100) return;
    this.shownAt = now;
    this.write(`\r\x1b[K${this.step}: ${this.count} / ${this.total}`);
  }

  /** Steps that had nothing to do are not worth a line. */
  end(): void {
    if (this.terminal) this.write('\r\x1b[K');
    else if (this.count > 0) this.write(`${this.step}: ${this.count}\n`);
  }
}
