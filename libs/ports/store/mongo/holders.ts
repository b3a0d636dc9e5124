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
  /** Who takes over what it held, once it is closed or dead: one process, as each look goes through all collections. */
  readonly heir?: string;
}

/** What this process has seen of another, by its own clock. */
interface Seen {
  readonly beat: number;
  /** When the beat was seen first. */
  readonly since: number;
  /** When what it held was taken over last. */
  readonly takenOver?: number;
}

/** For so many silent times a dead sender is remembered: a write of its last moment may still come. */
const remembered = 60;
const beatsPerSilence = 5;

const isGone = ({ closed, dead }: Sender): boolean => closed === true || dead === true;

/** Which processes send, and which of them are dead. This process's own name is {@link me}. */
export class Holders {
  private name = newName();
  private lastBeat = performance.now();
  private readonly seen = new Map<string, Seen>();
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

  /** Ids of all senders that are not known to be gone. */
  async living(): Promise<ReadonlySet<string>> {
    return livingOf(await this.look());
  }

  /** Ids of senders whose documents are this process's to take over now, until {@link tookOver}. */
  async gone(): Promise<string[]> {
    const all = await this.look();
    const living = livingOf(all);
    const orphans = all.filter((sender) => isGone(sender) && !living.has(sender.heir ?? ''));
    const mine = orphans.length === 0 ? all.filter(({ heir }) => heir === this.name) : await this.inherit(orphans);
    const now = performance.now();
    return mine.flatMap(({ _id }) => {
      const { since = now, takenOver } = this.seen.get(_id) ?? {};
      // Nearly all comes at once; what comes later is looked for ever more seldom.
      const due = takenOver === undefined || now - takenOver >= Math.max(this.silentMs, (now - since) / 2);
      return due ? [_id] : [];
    });
  }

  /** To be called when nothing of them is left; keeps the dead for some time. None of them beats any more. */
  async tookOver(ids: readonly string[]): Promise<void> {
    const now = performance.now();
    const over: string[] = [];
    for (const id of ids) {
      const seen = this.seen.get(id);
      if (!seen || now - seen.since > this.silentMs * remembered) over.push(id);
      else this.seen.set(id, { ...seen, takenOver: now });
    }
    await this.senders.deleteMany({ _id: { $in: [...ids] }, $or: [{ closed: true }, { _id: { $in: over } }] });
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

  /** All senders as they are; those that have been silent for too long are dead from now on. */
  private async look(): Promise<Sender[]> {
    const all = await this.senders.find().toArray();
    const now = performance.now();
    for (const id of this.seen.keys()) if (!all.some(({ _id }) => _id === id)) this.seen.delete(id);
    const looked: Sender[] = [];
    for (const sender of all) {
      const seen = this.seen.get(sender._id);
      if (seen?.beat !== sender.beat) this.seen.set(sender._id, { beat: sender.beat, since: now });
      const silent = sender._id !== this.name && seen?.beat === sender.beat && now - seen.since > this.silentMs;
      const dead = silent && !isGone(sender) && (await this.declareDead(sender));
      looked.push(dead ? { ...sender, dead } : sender);
    }
    return looked;
  }

  /** Makes this process the heir of senders that have none who lives; answers with all whose heir it is. */
  private async inherit(orphans: readonly Sender[]): Promise<Sender[]> {
    const heir = this.name;
    const former = orphans.flatMap((sender) => sender.heir ?? []);
    // Of several processes that try at once one comes first: the others look for an heir who is gone.
    await this.senders.updateMany(
      { _id: { $in: orphans.map(({ _id }) => _id) }, $or: [{ heir: { $exists: false } }, { heir: { $in: former } }] },
      { $set: { heir } },
    );
    return this.senders.find({ heir }).toArray();
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

const livingOf = (all: readonly Sender[]): ReadonlySet<string> =>
  new Set(all.flatMap((sender) => (isGone(sender) ? [] : [sender._id])));

function newName(): string {
  return `${hostname()}/${process.pid}/${randomUUID()}`;
}
