import type { Deployment } from './deployment.js';

export interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
  /** Milliseconds of `performance.now()` when it arrived. */
  readonly at: number;
}

/** A reader of the notices stream, as a browser's EventSource reads it. */
export class Listener {
  private readonly arrived: StreamEvent[] = [];
  private wake: (() => void) | undefined;
  private handle: ((event: StreamEvent) => void) | undefined;
  private ended: Promise<void> = Promise.resolve();

  private constructor(private readonly abort: AbortController) {}

  static async open(deployment: Deployment, token: string, lastEventId?: string): Promise<Listener> {
    const abort = new AbortController();
    const headers: Record<string, string> = { authorization: `Bearer ${token}`, 'accept-language': 'zh' };
    if (lastEventId) headers['last-event-id'] = lastEventId;
    const response = await fetch(`${deployment.url}/api/v1/notices/stream`, { headers, signal: abort.signal });
    if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`);
    const listener = new Listener(abort);
    listener.ended = listener.read(response.body).catch(() => undefined);
    return listener;
  }

  /** Hands over what has arrived and all that will, instead of `next`. Resolves when the stream is over. */
  each(handle: (event: StreamEvent) => void): Promise<void> {
    for (const event of this.arrived.splice(0)) handle(event);
    this.handle = handle;
    return this.ended;
  }

  /** The next event, waiting up to `ms` for it. */
  async next(ms = 10_000): Promise<StreamEvent> {
    if (this.arrived.length === 0) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no event within ${ms} ms`)), ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.arrived.shift() as StreamEvent;
  }

  close(): void {
    this.abort.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of body) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const fields = Object.fromEntries(
      block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    ) as Record<string, string>;
    if (fields.data === undefined) return;
    const event: StreamEvent = {
      id: fields.id ?? '',
      event: fields.event ?? '',
      data: JSON.parse(fields.data),
      at: performance.now(),
    };
    if (this.handle) {
      this.handle(event);
      return;
    }
    this.arrived.push(event);
    this.wake?.();
    this.wake = undefined;
  }
}
