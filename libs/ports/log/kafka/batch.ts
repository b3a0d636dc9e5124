import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { LogEvent } from '#ports/event';
import { isUnavailable } from '#ports/unavailable';
import { backoff, reasonOf } from '../backoff.js';
import { type Delivery, type Settled, settle } from '../settle.js';
import { kafkaCode } from './client.js';
import type { Commits } from './commits.js';
import { again, letter } from './letters.js';
import type { Names } from './names.js';
import { header, type Outgoing, type Read, read } from './records.js';
import type { SharedCalls } from './shared-calls.js';

/** What the batches of one member share. */
export interface Member {
  readonly group: string;
  readonly names: Names;
  readonly batch: number;
  readonly tries: number;
  readonly orderFree: boolean;
  readonly calls: SharedCalls;
  readonly commits: Commits;
  /** Writes what is set aside. */
  readonly append: (records: readonly Outgoing[]) => Promise<void>;
  readonly warn: (message: string) => void;
  /** Aborted when the member is to leave. */
  readonly signal: AbortSignal;
  /** Whether what was handled may still be committed: not after a crash is played, not under another assignment. */
  readonly mayCommit: () => boolean;
  readonly stop: (reason: string) => void;
  /** Failed calls in a row because of Unavailable, per `topic/partition`. */
  readonly refusals: Map<string, number>;
  readonly later: (ms: number, work: () => void) => void;
}

/** How often a broker is told that this member lives, while it handles; it counts it as dead after ten seconds. */
const heartbeatMs = 1000;
/** The group has other plans: what is being handled is finished and committed, no more is begun. */
const lost = ['REBALANCE_IN_PROGRESS', 'ILLEGAL_GENERATION', 'UNKNOWN_MEMBER_ID', 'NOT_COORDINATOR_FOR_GROUP'];

/** Hands on what was fetched of one partition, slice by slice, each committed before the next. */
export class PartitionBatch {
  private readonly leaving = new AbortController();
  private readonly short: string;
  private readonly retries: boolean;
  private readonly place: string;
  private lostBy: unknown;
  private refused = false;

  constructor(
    private readonly payload: EachBatchPayload,
    private readonly member: Member,
  ) {
    const { topic, partition } = payload.batch;
    this.short = member.names.short(topic) ?? topic;
    this.retries = this.short === member.names.retry(member.group);
    this.place = `${this.short}/${partition}`;
  }

  /** Throws what kafkajs is to act upon: a rebalance, a commit that failed. */
  async run(): Promise<void> {
    const beat = setInterval(() => void this.heartbeat(), heartbeatMs);
    const leave = () => this.leaving.abort();
    if (this.member.signal.aborted) leave();
    this.member.signal.addEventListener('abort', leave);
    try {
      const { messages } = this.payload.batch;
      for (let from = 0; from < messages.length; ) {
        const slice = this.dueOf(messages.slice(from, from + this.member.batch));
        if (slice.length === 0 || this.leaving.signal.aborted) break;
        if (!(await this.slice(slice))) break;
        from += slice.length;
      }
    } finally {
      clearInterval(beat);
      this.member.signal.removeEventListener('abort', leave);
    }
    if (this.lostBy !== undefined) throw this.lostBy;
  }

  private async heartbeat(): Promise<void> {
    try {
      await this.payload.heartbeat();
    } catch (error) {
      if (!lost.includes(kafkaCode(error) ?? '')) return;
      this.lostBy = error;
      this.leaving.abort();
    }
  }

  /** Answers whether the whole slice is done with. */
  private async slice(messages: readonly KafkaMessage[]): Promise<boolean> {
    const found = messages.map((message) => read(message, this.short, `${this.place}/${message.offset}`));
    const settled = await this.settle(messages, found);
    const passed = passedOf(found, settled);
    if (!this.member.mayCommit()) return false;
    try {
      await this.member.append(this.asides(messages.slice(0, passed), found, settled));
    } catch (error) {
      this.member.warn(`group ${this.member.group} cannot set events aside: ${reasonOf(error)}`);
      this.pause();
      return false;
    }
    const last = messages[passed - 1];
    if (last) {
      this.payload.resolveOffset(last.offset);
      await this.member.commits.commit(this.payload, this.member.mayCommit);
    }
    if (settled.stopped !== undefined) this.member.stop(settled.stopped);
    if (this.refused) this.pause();
    else this.member.refusals.delete(this.place);
    return passed === messages.length;
  }

  private settle(messages: readonly KafkaMessage[], found: readonly Read[]): Promise<Settled> {
    const deliveries = found.flatMap((record, place): Delivery[] => {
      const message = messages[place];
      if (record.kind !== 'event' || !message) return [];
      return [{ event: record.event, attempts: this.retries ? Number(header(message, 'attempts') ?? 0) : 0 }];
    });
    if (deliveries.length === 0) return Promise.resolve({ verdicts: [] });
    return settle(deliveries, (events) => this.member.calls.call(events, this.leaving.signal), {
      tries: this.member.tries,
      orderFree: this.member.orderFree,
      signal: this.leaving.signal,
      onFailure: (error, events) => this.failed(error, events),
    });
  }

  /** Unavailable frees the others: the partition is let go and comes back after a while. */
  private failed(error: unknown, events: readonly LogEvent[]): void {
    if (this.leaving.signal.aborted) return;
    this.member.warn(`group ${this.member.group} failed on ${events.length} events: ${reasonOf(error)}`);
    if (!isUnavailable(error)) return;
    this.refused = true;
    this.leaving.abort();
  }

  private asides(messages: readonly KafkaMessage[], found: readonly Read[], settled: Settled): Outgoing[] {
    const { names, group } = this.member;
    const records: Outgoing[] = [];
    let delivery = 0;
    for (const [place, message] of messages.entries()) {
      const record = found[place];
      if (!record || record.kind === 'nothing') continue;
      const key = `${this.place}/${message.offset}`;
      const at = new Date().toISOString();
      const { event } = record;
      const verdict = record.kind === 'unreadable' ? undefined : settled.verdicts[delivery++];
      if (record.kind === 'unreadable') records.push(letter(names, group, key, { reason: record.reason, at, event }));
      if (verdict?.kind === 'dead') records.push(letter(names, group, key, { reason: verdict.reason, at, event }));
      if (verdict?.kind === 'later') {
        const { attempts } = verdict;
        const due = Date.now() + backoff(attempts);
        records.push(again(names, group, `${key}/${attempts}`, { event, attempts, due }));
      }
      if (this.retries && message.key) {
        records.push({ topic: names.retry(group), key: message.key.toString(), value: null });
      }
    }
    return records;
  }

  /** Retries wait for their time; as they are in order of time, more or less, the first one decides. */
  private dueOf(messages: readonly KafkaMessage[]): readonly KafkaMessage[] {
    if (!this.retries) return messages;
    const now = Date.now();
    const early = messages.findIndex((message) => Number(header(message, 'due') ?? 0) > now);
    if (early !== 0) return early < 0 ? messages : messages.slice(0, early);
    const due = Number(header(messages[0] as KafkaMessage, 'due') ?? 0);
    const resume = this.payload.pause();
    this.member.later(Math.max(1, due - now), resume);
    return [];
  }

  private pause(): void {
    const refusals = (this.member.refusals.get(this.place) ?? 0) + 1;
    this.member.refusals.set(this.place, refusals);
    const resume = this.payload.pause();
    this.member.later(backoff(refusals), resume);
  }
}

/** How many messages from the start are done with: up to the first delivery without a verdict. */
function passedOf(found: readonly Read[], { verdicts }: Settled): number {
  let delivery = 0;
  for (const [place, record] of found.entries()) {
    if (record.kind !== 'event') continue;
    if (!verdicts[delivery]) return place;
    delivery += 1;
  }
  return found.length;
}
