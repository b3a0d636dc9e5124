import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { mongo } from 'mongoose';

/** A process that sends events: the collection `_senders`. */
interface Sender {
  readonly _id: string;
  /** Grows while the process lives. Others look whether it moves, never at a clock. */
  readonly beat: number;
  /** The process has ended in good order: nothing comes from it any more. */
  readonly closed?: boolean;
  /** Others have found it silent; it may not send any more under this name. */
  readonly dead?: boolean;
}

/** For so many silent times a dead sender is remembered: a write of its last moment may still come. */
const remembered = 60;
const beatsPerSilence = 5;

/** Which processes send, and which of them are dead. This process's own name is {@link me}. */
export class Holders {
  private name = newName();
  private lastBeat = performance.now();
  private readonly seen = new Map<string, { beat: number; since: number }>();
  private beating: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly senders: mongo.Collection<Sender>,
    private readonly silentMs: number,
    private readonly warn: (message: string) => void,
  ) {}

  static of(db: mongo.Db, silentMs: number, warn: (message: string) => void): Holders {
    return new Holders(db.collection<Sender>('_senders'), silentMs, warn);
  }

  get me(): string {
    return this.name;
  }

  /** Before the first write: what is written under a name that nobody knows would never be sent. */
  async register(): Promise<void> {
    const now = performance.now();
    await this.senders.insertOne({ _id: this.name, beat: 0 });
    this.lastBeat = now;
  }

  /** Beats from now on; `onBeat` runs after each beat, never twice at a time. */
  start(onBeat: () => Promise<void>): void {
    const tick = (): void => {
      this.beating ??= this.beat()
        .then(onBeat)
        // The server does not answer: the next beat tries again.
        .catch(() => undefined)
        .finally(() => {
          this.beating = undefined;
        });
    };
    this.timer = setInterval(tick, this.silentMs / beatsPerSilence);
    this.timer.unref();
  }

  /** To be awaited before sending: afterwards the others take this process for alive, under the name {@link me} has then. */
  async sure(): Promise<void> {
    if (performance.now() - this.lastBeat < this.silentMs / 2) return;
    await this.beat();
  }

  /** Senders whose documents are to be taken over, each until {@link forget}. */
  async gone(): Promise<Sender[]> {
    const others = (await this.senders.find().toArray()).filter(({ _id }) => _id !== this.name);
    const now = performance.now();
    for (const id of this.seen.keys()) if (!others.some(({ _id }) => _id === id)) this.seen.delete(id);
    const gone: Sender[] = [];
    for (const sender of others) {
      const known = this.seen.get(sender._id);
      if (known?.beat !== sender.beat) this.seen.set(sender._id, { beat: sender.beat, since: now });
      const silent = known?.beat === sender.beat && now - known.since > this.silentMs;
      if (sender.closed || sender.dead || (silent && (await this.declareDead(sender)))) gone.push(sender);
    }
    return gone;
  }

  /** To be called when nothing of them is left; keeps the dead for some time. None of them beats any more. */
  async forget(gone: readonly Sender[]): Promise<void> {
    const now = performance.now();
    const long = ({ _id }: Sender) => now - (this.seen.get(_id)?.since ?? now) > this.silentMs * remembered;
    const ids = gone.filter((sender) => sender.closed || long(sender)).map(({ _id }) => _id);
    if (ids.length > 0) await this.senders.deleteMany({ _id: { $in: ids } });
  }

  /** To be called when nothing of this process can be written any more. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
    await this.senders.updateOne({ _id: this.name }, { $set: { closed: true } });
  }

  private async beat(): Promise<void> {
    const now = performance.now();
    const filter = { _id: this.name, dead: { $exists: false } };
    const { matchedCount } = await this.senders.updateOne(filter, { $inc: { beat: 1 } });
    if (matchedCount === 0) {
      this.warn(`sender ${this.name} was silent for too long and goes on under a new name`);
      const name = newName();
      await this.senders.insertOne({ _id: name, beat: 0 });
      this.name = name;
    }
    this.lastBeat = now;
  }

  private async declareDead(sender: Sender): Promise<boolean> {
    const { matchedCount } = await this.senders.updateOne(
      { _id: sender._id, beat: sender.beat },
      { $set: { dead: true } },
    );
    if (matchedCount > 0) this.warn(`sender ${sender._id} is silent: its events are sent from here`);
    return matchedCount > 0;
  }
}

function newName(): string {
  return `${hostname()}/${process.pid}/${randomUUID()}`;
}
