import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventOf, eventually, Heard, nameOf, series } from '../log-kit.contract.js';
import { openReading, rowsOf } from './database.js';
import { EmbeddedLog, type EmbeddedLogOptions } from './embedded-log.js';

/** What the embedded log promises beyond the port: its one file, one process, and what it does with space and time. */
describe('the file of the embedded log', () => {
  let folder: string;
  let log: EmbeddedLog;
  const open = async (options: EmbeddedLogOptions = {}) => {
    log = await EmbeddedLog.open(folder, options);
    return log;
  };
  const stored = () => {
    const db = openReading(folder);
    const rows = rowsOf<[string, string]>(db, 'SELECT key, body FROM event ORDER BY seq')();
    db.close();
    return rows.map(([, body]) => nameOf(JSON.parse(body)));
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rulian-file-'));
  });
  afterEach(async () => {
    await log.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is held by one log at a time', async () => {
    await open();
    await expect(EmbeddedLog.open(folder)).rejects.toThrow(`the event log in ${folder} is open in another process`);
    await log.close();
    await open();
  });

  it('stores a repeated event once, also after a restart', async () => {
    await open();
    await log.append([...series('t', 'a', 3), eventOf('t', 'b', 1)]);
    await log.append(series('t', 'a', 3));
    await log.abandon();
    await open();
    await log.append([...series('t', 'a', 4)]);
    expect(stored()).toEqual(['a1', 'a2', 'a3', 'b1', 'a4']);
  });

  it('loses all but the newest of each key once every group has passed, and leaves recent ones', async () => {
    await open({ recent: 4, compactEvery: 10 });
    const heard = new Heard();
    await log.subscribe('group', ['t'], heard.handle);
    await log.append([eventOf('t', 'once', 1), ...series('t', 'a', 10), ...series('t', 'b', 9)]);
    await heard.has('b9');
    await log.close();
    await open({ recent: 4, compactEvery: 10 });
    const left = ['once1', 'a10', 'b5', 'b6', 'b7', 'b8', 'b9'];
    await eventually(async () => stored().length <= left.length);
    expect(stored()).toEqual(left);
  });

  it('waits with compaction for the slowest group, whose position and those of tails stay valid', async () => {
    const options = { recent: 0, compactEvery: 1 };
    await open(options);
    const [slow, fast] = [new Heard(), new Heard()];
    const subscription = await log.subscribe('slow', ['t'], slow.handle, { batch: 1 });
    await log.append(series('t', 'a', 3));
    await slow.has('a3');
    await subscription.close();
    const position = await log.end(['t']);
    await log.subscribe('fast', ['t'], fast.handle);
    await log.append(Array.from({ length: 5 }, (_, i) => eventOf('t', 'a', 4 + i)));
    await fast.has('a8');
    await log.append([eventOf('u', 'x', 1)]);
    await eventually(async () => stored()[0] === 'a3');
    const tail = new Heard();
    await log.tail(['t'], position, async (events) => void (await tail.handle(events)));
    await log.subscribe('slow', ['t'], slow.handle);
    await Promise.all([tail.has('a8'), slow.has('a8')]);
    expect(tail.names).toEqual(['a4', 'a5', 'a6', 'a7', 'a8']);
    expect(slow.names).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8']);
    await log.append([eventOf('u', 'x', 2)]);
    await eventually(async () => stored()[0] === 'a8');
  });

  it('gives new events numbers of their own after compaction and restart', async () => {
    await open({ recent: 0, compactEvery: 1 });
    await log.append(series('t', 'a', 5));
    const before = Number(await log.end(['t']));
    await log.close();
    await open();
    await log.append([eventOf('t', 'a', 6)]);
    expect(Number(await log.end(['t']))).toBe(before + 1);
  });

  it('writes a dead letter with the time of its clock', async () => {
    await open({ now: () => Date.UTC(2026, 10, 22, 1, 2, 3) });
    await log.append([eventOf('t', 'a', 1)]);
    await log.subscribe('group', ['t'], async () => [{ kind: 'skip', reason: 'no' }]);
    const [letter] = await eventually(async () => {
      const letters = await log.deadLetters({ limit: 1 });
      return letters.length > 0 && letters;
    });
    expect(letter?.at).toBe('2026-11-22T01:02:03.000Z');
  });

  it('cuts batches of large events, and loses none', async () => {
    await open();
    const large = series('t', 'a', 8).map((event) => ({ ...event, data: '海'.repeat(400_000) }));
    await log.append(large);
    const [heard, tail] = [new Heard(), new Heard()];
    await log.subscribe('group', ['t'], heard.handle);
    await log.tail(['t'], '', async (events) => void (await tail.handle(events)));
    await Promise.all([heard.has('a8'), tail.has('a8')]);
    for (const { batches, names } of [heard, tail]) {
      expect(names).toEqual(large.map(nameOf));
      expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(2);
    }
  });

  it('counts a long lag in slices', async () => {
    await open();
    await (await log.subscribe('group', ['t'], async () => {})).close();
    const keys = Array.from({ length: 10_000 }, (_, i) => eventOf('t', `k${i}`, 1));
    for (let n = 0; n < 5; n++) await log.append(keys.map((event) => ({ ...event, id: `${event.id}/${n}` })));
    await log.append([eventOf('t', 'z', 1)]);
    expect(await log.lag('group')).toEqual([{ group: 'group', topic: 't', events: 50_001 }]);
  });

  it('is refused by every call once it is closed', async () => {
    await open();
    await log.close();
    await log.close();
    const calls = [
      () => log.append([eventOf('t', 'a', 1)]),
      () => log.subscribe('g', ['t'], async () => {}),
      () => log.tail(['t'], '', () => {}),
      () => log.end(['t']),
      () => log.lag(),
      () => log.reset('g', ''),
      () => log.deadLetters({ limit: 1 }),
      () => log.deadLetter('1'),
      () => log.deadLetterCounts(1),
      () => log.replayDeadLetter('1'),
      () => log.dropDeadLetter('1'),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow('the event log is closed');
  });

  it('refuses what makes no sense', async () => {
    await open();
    const handle = async () => {};
    await expect(log.subscribe('', ['t'], handle)).rejects.toThrow('name');
    await expect(log.subscribe('g', [], handle)).rejects.toThrow('topic');
    await expect(log.subscribe('g', ['t'], handle, { batch: 1001 })).rejects.toThrow('1 to 1000');
    await expect(log.subscribe('g', ['t'], handle, { tries: 0 })).rejects.toThrow('1 or more');
    await expect(log.tail([], '', handle)).rejects.toThrow('topic');
    await expect(log.tail(['t'], '77', handle)).rejects.toThrow('beyond the end');
    await expect(log.reset('nobody', '')).rejects.toThrow('no group nobody');
  });
});
