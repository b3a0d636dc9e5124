import response from 'kafkajs/src/protocol/requests/fetch/v11/response.js';

/**
 * Compaction leaves holes. Where it has taken the last records of a record batch, the batch still says up to which offset
 * it reached, and a client goes on from there. kafkajs 2.2.4 looks at records only: behind a batch that was emptied it
 * asks for the same offset for ever, and behind one that was thinned out it goes on by one offset a request
 * (https://github.com/tulios/kafkajs/issues/562). Brokers keep emptied batches of idempotent producers, so we do meet
 * them. Here such a batch gets a record of the kind that kafkajs hides from handlers but counts as read.
 */
export function stepOverGaps(): void {
  if (installed) return;
  installed = true;
  const decode = response.decode;
  response.decode = async (raw) => {
    const decoded = await decode(raw);
    const ends = lastOffsets(raw);
    for (const { topicName, partitions } of decoded.responses) {
      for (const { partition, messages } of partitions) {
        const end = ends.get(`${topicName}/${partition}`);
        const last = messages.at(-1) as { offset: string } | undefined;
        if (end !== undefined && (last === undefined || BigInt(last.offset) < end)) messages.push(marker(end));
      }
    }
    return decoded;
  };
}

let installed = false;

function marker(offset: bigint): object {
  return {
    offset: String(offset),
    timestamp: '0',
    key: null,
    value: null,
    headers: {},
    isControlRecord: true,
    batchContext: { producerId: '-1', inTransaction: false },
  };
}

/** Last offset of the last whole record batch, per `topic/partition`, of a fetch response of version 11. */
export function lastOffsets(raw: Buffer): Map<string, bigint> {
  const ends = new Map<string, bigint>();
  const reader = new Reader(raw);
  reader.skip(4 + 2 + 4); // throttle time, error, session
  for (let topics = reader.int32(); topics > 0; topics--) {
    const topic = reader.text();
    for (let partitions = reader.int32(); partitions > 0; partitions--) {
      const partition = reader.int32();
      reader.skip(2 + 8 + 8 + 8); // error, high watermark, last stable offset, log start offset
      for (let aborted = reader.int32(); aborted > 0; aborted--) reader.skip(16);
      reader.skip(4); // preferred replica
      const end = lastOf(reader.bytes());
      if (end !== undefined) ends.set(`${topic}/${partition}`, end);
    }
  }
  return ends;
}

const head = { length: 8, magic: 16, lastOffsetDelta: 23, size: 27 };

function lastOf(records: Buffer): bigint | undefined {
  let end: bigint | undefined;
  for (let at = 0; at + head.size <= records.length; ) {
    const length = records.readInt32BE(at + head.length) + 12;
    if (at + length > records.length || records.readInt8(at + head.magic) !== 2) break;
    end = records.readBigInt64BE(at) + BigInt(records.readInt32BE(at + head.lastOffsetDelta));
    at += length;
  }
  return end;
}

class Reader {
  private at = 0;

  constructor(private readonly raw: Buffer) {}

  skip(bytes: number): void {
    this.at += bytes;
  }

  int32(): number {
    this.at += 4;
    return this.raw.readInt32BE(this.at - 4);
  }

  text(): string {
    const length = this.raw.readInt16BE(this.at);
    this.at += 2 + length;
    return this.raw.toString('utf8', this.at - length, this.at);
  }

  bytes(): Buffer {
    const length = Math.max(0, this.int32());
    this.at += length;
    return this.raw.subarray(this.at - length, this.at);
  }
}
