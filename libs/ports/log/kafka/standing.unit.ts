import { describe, expect, it } from '@jest/globals';
import type { Fetched, Place } from './fetching.js';
import { StandingLetters } from './standing.js';

const place = (next: number): Place => ({ topic: 'dead.g', partition: 0, next });

/** A topic that answers three records at a time; undefined is a place where compaction has taken the record. */
class Topic {
  readonly asked: number[] = [];
  readonly records: ([key: string, value: string | null] | undefined)[] = [];

  readonly read = async (next: number): Promise<Fetched[]> => {
    this.asked.push(next);
    return this.records.slice(next, next + 3).map((record, at) => ({
      topic: 'dead.g',
      partition: 0,
      next: next + at + 1,
      message: record && {
        key: Buffer.from(record[0]),
        value: record[1] === null ? null : Buffer.from(record[1]),
        headers: {},
        offset: String(next + at),
        timestamp: String(1000 + next + at),
      },
    }));
  };

  readOn(letters: StandingLetters): Promise<void> {
    return letters.readOn(place(0), place(this.records.length), this.read, (value) => value !== 'foreign');
  }
}

describe('the letters that stand', () => {
  it('are those neither settled nor replaced nor foreign, in the order they came', async () => {
    const topic = new Topic();
    topic.records.push(['a', '1'], ['b', '1'], undefined, ['c', '1'], ['a', null], ['d', 'foreign'], ['b', '2']);
    const letters = new StandingLetters('g');
    await topic.readOn(letters);
    expect([...letters.all()]).toEqual([
      { group: 'g', key: 'c', written: 1003, offset: 3 },
      { group: 'g', key: 'b', written: 1006, offset: 6 },
    ]);
    expect([letters.size, letters.at(1), letters.at(6)?.key]).toEqual([2, undefined, 'b']);
  });

  it('are read on from where the last reading ended', async () => {
    const topic = new Topic();
    topic.records.push(['a', '1'], ['b', '1']);
    const letters = new StandingLetters('g');
    await topic.readOn(letters);
    await topic.readOn(letters);
    topic.records.push(['a', null]);
    await topic.readOn(letters);
    expect(topic.asked).toEqual([0, 2]);
    expect([...letters.all()].map(({ key }) => key)).toEqual(['b']);
  });

  it('are read anew when the topic was made anew', async () => {
    const [former, fresh] = [new Topic(), new Topic()];
    former.records.push(['a', '1'], ['b', '1'], ['c', '1']);
    fresh.records.push(['d', '1']);
    const letters = new StandingLetters('g');
    await former.readOn(letters);
    await fresh.readOn(letters);
    expect([...letters.all()].map(({ key }) => key)).toEqual(['d']);
  });
});
