import type { Sink } from '#contexts/notification/stream/listening';
import type { NoticeState } from '#contracts/notice';

/** Takes notices of a stream, and waits for one about a thing. */
export class Ear {
  readonly heard: NoticeState[] = [];
  /** What a browser would send as Last-Event-ID. */
  cursor: string | undefined;
  /** Takes no more when false. */
  open = true;
  private waiting: (() => void)[] = [];

  readonly sink: Sink = {
    send: (notice, cursor) => {
      if (!this.open) return false;
      this.heard.push(notice);
      this.cursor = cursor;
      for (const look of this.waiting) look();
      return true;
    },
    close: () => {
      this.open = false;
    },
  };

  /** Ids of the things heard of. */
  get about(): string[] {
    return this.heard.map(({ about }) => about.id);
  }

  get numbers(): number[] {
    return this.heard.map(({ order }) => Number(order));
  }

  async hears(id: string): Promise<void> {
    if (this.about.includes(id)) return;
    await new Promise<void>((resolve) => this.waiting.push(() => this.about.includes(id) && resolve()));
  }

  async hasHeard(count: number): Promise<void> {
    if (this.heard.length >= count) return;
    await new Promise<void>((resolve) => this.waiting.push(() => this.heard.length >= count && resolve()));
  }
}
