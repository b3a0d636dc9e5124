import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { matchEval } from './match-eval.js';

describe('matchEval', () => {
  let folder: string;
  let files: { firms: string; queries: string; out: string };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'match-eval-'));
    files = { firms: join(folder, 'firms'), queries: join(folder, 'queries'), out: join(folder, 'out') };
    await writeFile(
      files.firms,
      '\uFEFF{"id":"a","name":"甲\u2028","domains":["流量计制造"]}\r\n\n{"id":"b","name":"乙","patents":["肥料"]}',
    );
    await writeFile(
      files.queries,
      '{"task":"domain","text":"流量计","gold":["a"]}\n{"text":"肥料"}\n{"text":"榴莲"}\n',
    );
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('writes a line a query in the order of the queries', async () => {
    const summary = await matchEval(files);
    const lines = (await readFile(files.out, 'utf8')).trimEnd().split('\n');
    const ms = expect.any(Number);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { i: 0, ids: ['a'], ms },
      { i: 1, ids: ['b'], ms },
      { i: 2, ids: [], ms },
    ]);
    expect(summary).toMatchObject({ firms: 2, queries: 3, tasks: { domain: { queries: 1, mrr10: 1, recall50: 1 } } });
    expect(Object.keys(summary.tasks)).toEqual(['domain']);
    expect(await readdir(folder)).toEqual(['firms', 'out', 'queries']);
  });

  it.each([
    ['firms', '{"id":"a","name":"甲"}\n\n{"id":"b"\n', ':3: not JSON'],
    ['firms', '{"id":"a","name":"甲"}\n{"id":"b"}\n', ':2: name must be a text'],
    ['queries', '{"text":3}', ':1: text must be a text'],
  ] as const)('refuses a bad line of %s by its number and leaves the output alone', async (file, text, message) => {
    await writeFile(files.out, 'before');
    await writeFile(files[file], text);
    const failure = { name: 'BadLine', code: 'cli.bad-line', message: `${files[file]}${message}` };
    await expect(matchEval(files)).rejects.toMatchObject(failure);
    expect(await readFile(files.out, 'utf8')).toBe('before');
  });

  it('passes on that a file is not there, or that the output cannot be written', async () => {
    await expect(matchEval({ ...files, firms: join(folder, 'none') })).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(matchEval({ ...files, firms: folder })).rejects.toMatchObject({ code: 'EISDIR' });
    await expect(matchEval({ ...files, out: join(folder, 'none', 'out') })).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('tells how far it is', async () => {
    const steps: string[] = [];
    await matchEval({ ...files, progress: ({ step, done, total }) => steps.push(`${step} ${done}/${total}`) });
    expect(steps).toEqual(['index 1/2', 'index 2/2', 'answer 1/3', 'answer 2/3', 'answer 3/3']);
  });
});
