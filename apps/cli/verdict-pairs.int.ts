import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verdictPairs } from './verdict-pairs.js';

const firm = {
  name: '甲',
  products: ['风机'],
  certificates: [{ name: 'CCC', validUntil: '2026-01-01' }],
  text: '噪声58dB，暂不具备喷涂能力，轴承由客户选定。',
};
const pair = (i: number, name: string, target: string, more: object = {}) =>
  JSON.stringify({ i, on: '2026-11-22', requirement: { name, target, unit: '', must: true }, profile: firm, ...more });

describe('verdictPairs', () => {
  let folder: string;
  let files: { pairs: string; out: string; language: 'zh' | 'en' };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verdict-'));
    files = { pairs: join(folder, 'pairs'), out: join(folder, 'out'), language: 'zh' };
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('writes a line a pair with what decides and why, and tells the share that is right', async () => {
    const lines = [
      pair(4, '噪声', '≤60dB', { verdict: 'met', evidence: '噪声58dB' }),
      pair(2, '喷涂', '具备', { verdict: 'met' }),
      pair(3, 'CCC认证', '有效'),
      pair(9, '扬程', '≥8m', { verdict: 'unknown' }),
    ];
    await writeFile(files.pairs, `${lines.join('\n')}\n`);
    const summary = await verdictPairs(files);
    const out = (await readFile(files.out, 'utf8')).trimEnd().split('\n');
    expect(out.map((line) => JSON.parse(line))).toEqual([
      { i: 4, verdict: 'met', evidence: '噪声58dB', why: '“噪声58dB”达到要求：噪声 ≤60dB' },
      { i: 2, verdict: 'not-met', evidence: '暂不具备喷涂能力', why: '档案明确否认：“暂不具备喷涂能力”' },
      { i: 3, verdict: 'not-met', evidence: '2026-01-01', why: '“CCC”已于2026-01-01到期' },
      { i: 9, verdict: 'unknown', evidence: '', why: '档案没有说明：扬程 ≥8m' },
    ]);
    expect(summary).toMatchObject({ pairs: 4, labelled: 3, right: 2 / 3 });
    expect(await readdir(folder)).toEqual(['out', 'pairs']);
  });

  it('says why in English when asked', async () => {
    await writeFile(files.pairs, pair(0, '噪声', '≤60dB'));
    await verdictPairs({ ...files, language: 'en' });
    expect(JSON.parse(await readFile(files.out, 'utf8'))).toMatchObject({
      why: '“噪声58dB” reaches what is asked: 噪声 ≤60dB',
    });
  });

  it.each([
    ['{"i":0}', ':1: on must be a day, YYYY-MM-DD'],
    ['{"i":0,"on":"2026-11-22","requirement":{},"profile":{}}', ':1: requirement must have a name'],
    ['{"i":0,"on":"2026-11-22","requirement":{"name":"a"},"profile":{}}', ':1: name must be a text'],
    ['\n[]', ':2: a pair is an object'],
  ])('refuses %s by its line and leaves the output alone', async (text, message) => {
    await writeFile(files.out, 'before');
    await writeFile(files.pairs, text);
    await expect(verdictPairs(files)).rejects.toMatchObject({
      code: 'cli.bad-line',
      message: `${files.pairs}${message}`,
    });
    expect(await readFile(files.out, 'utf8')).toBe('before');
  });
});
