import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createAnalyser } from '#engines/match/analysis';
import { product } from '#engines/match/rank/encoder';
import { VECTOR_DIMENSIONS } from '#engines/match/rank/encoder-training';
import { modelData } from '#engines/match/rank/learned/model-data';
import { modelFiles, teacherOf } from './match-train.js';

describe('match-train', () => {
  it('writes the files that ship, and no others do', async () => {
    const folder = join(process.cwd(), 'libs/engines/match/rank/learned');
    const files = modelFiles(modelData);
    expect((await readdir(folder)).sort()).toEqual([...files.keys()].sort());
    for (const [name, text] of files) expect((await readFile(join(folder, name), 'utf8')) === text).toBe(true);
  });

  it('passes on the told vectors that ship where no teacher is named', async () => {
    const lines = ['中药材', '中成药', '齿轮箱', '行星减速机', '针织面料', '纺织品'];
    const { teacher, name } = await teacherOf(createAnalyser(), lines, { say: () => undefined });
    expect(name).toBe(modelData.provenance.teacher);
    const like = (a: string, b: string) => product(teacher.of(a)!, 0, teacher.of(b)!, 0, VECTOR_DIMENSIONS);
    for (const [a, b, other] of [
      ['中药材', '中成药', '齿轮箱'],
      ['针织面料', '纺织品', '中成药'],
    ] as const) {
      expect(like(a, b)).toBeGreaterThan(like(a, other));
    }
  });
});
