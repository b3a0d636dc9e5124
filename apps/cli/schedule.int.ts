import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { violations } from '#engines/schedule/validate';
import { makeInstance } from '#test/kit/schedule-instances';
import { scheduleFile } from './schedule.js';

const event = makeInstance({ leaders: 4, smes: 12, slots: 4, tables: 3, density: 0.5, absent: 0, must: 0.05 }, 1);
const [party, ...others] = event.parties;

describe('scheduleFile', () => {
  let folder: string;
  let files: { instance: string; out: string; seed: number };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'schedule-'));
    files = { instance: join(folder, 'event'), out: join(folder, 'out'), seed: 1 };
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('writes the schedule and says how good it is', async () => {
    await writeFile(files.instance, JSON.stringify(event));
    const line = await scheduleFile({ ...files, language: 'zh' });
    const written = JSON.parse(await readFile(files.out, 'utf8'));
    expect(Object.keys(written)).toEqual(['meetings', 'score', 'upperBound']);
    expect(violations(event, written.meetings)).toEqual([]);
    expect(written.upperBound).toBe(written.score);
    expect(line).toMatch(
      /^必须配对 1\/1（已证明最多），会面 12 场，总分 [\d.]+，上界 [\d.]+（已证明最优），[\d.]+ 秒$/,
    );
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'event: not a JSON file'],
    ['no slots', { ...event, slots: -1 }, '"slots" must be a whole number from 0'],
    ['tables as words', { ...event, tables: 'many' }, '"tables" must be a whole number from 0, null'],
    ['a party twice', { ...event, parties: [...event.parties, party] }, '"L0" is in parties twice'],
    [
      'a strange side',
      { ...event, parties: [{ ...party, side: 'guest' }, ...others] },
      'side of "L0" must be leader or sme',
    ],
    [
      'an unknown party',
      { ...event, pairs: [{ leader: 'L0', sme: 'S99', weight: 1 }] },
      'sme "S99" of pairs[0] is no sme',
    ],
    [
      'a weight in words',
      { ...event, pairs: [{ leader: 'L0', sme: 'S0', weight: 'high' }] },
      'weight of "L0" and "S0" must be',
    ],
    [
      'locked meetings that clash',
      {
        ...event,
        tables: 1,
        pairs: ['S0', 'S1'].map((sme) => ({ leader: 'L1', sme, weight: 1 })),
        locked: ['S0', 'S1'].map((sme) => ({ leader: 'L1', sme, slot: 0 })),
      },
      'the locked meeting of "L1" and "S1" in slot 0 cannot be kept',
    ],
  ])('says what is wrong with %s and writes nothing', async (_name, json, sentence) => {
    await writeFile(files.instance, typeof json === 'string' ? json : JSON.stringify(json));
    await expect(scheduleFile({ ...files, language: 'en' })).rejects.toThrow(sentence);
    expect(await readdir(folder)).toEqual(['event']);
  });
});
