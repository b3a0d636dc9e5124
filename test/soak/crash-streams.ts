import { Listener } from '#test/e2e/listener';
import type { Product } from './crash-product.js';
import type { Disagreements } from './disagreements.js';
import { sleep } from './measure.js';
import type { NoticeRead } from './reading.js';

const START = '000000000000000';

/** A person's browser: reads the notices stream and goes on with Last-Event-ID whenever it breaks off. */
export class Browser {
  readonly heard: string[] = [];
  breaks = 0;
  private last = START;
  private closed = false;
  private listener: Listener | undefined;
  private readonly over: Promise<void>;

  constructor(
    readonly personId: string,
    private readonly token: string,
    private readonly product: Product,
    private readonly wrong: Disagreements,
  ) {
    this.over = this.read();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.listener?.close();
    await this.over;
  }

  private async read(): Promise<void> {
    while (!this.closed) {
      await this.product.running();
      try {
        this.listener = await Listener.open(this.product.deployment, this.token, this.last);
      } catch {
        await sleep(100);
        continue;
      }
      await this.listener.each(({ id, data }) => {
        // The same place again: a number that was passed over and came after all.
        this.wrong.check(id >= this.last, () => `the stream of ${this.personId} sent ${id} after ${this.last}`);
        this.last = id;
        this.heard.push((data as NoticeRead).id);
      });
      this.breaks += 1;
    }
  }
}
