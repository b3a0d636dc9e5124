import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TOPICS } from '#contracts/topics';
import type { Principal } from '#platform/access/access';
import { readConfig } from '#platform/config/config';
import { Unavailable } from '#ports/unavailable';
import { FixedClock } from '#test/kit/clock';
import { CountingCollection } from '#test/kit/counting-collection';
import { TemporaryStore } from '#test/kit/embedded';
import { NOW } from '#test/kit/makers';
import { IMPORTS, type ImportJob, PROFILES, type Profile } from '../capability.store.js';
import { ImportRunner } from './import.runner.js';

const operator: Principal = { role: 'operator', admin: true, subject: 'operator' };

let temporary: TemporaryStore;
let dataDir: string;
let jobs: CountingCollection<ImportJob>;
let profiles: CountingCollection<Profile>;
let runner: ImportRunner;
beforeAll(async () => {
  temporary = await TemporaryStore.open();
});
afterAll(() => temporary.destroy());

let tests = 0;
beforeEach(async () => {
  tests += 1;
  const { store, folder } = temporary;
  jobs = new CountingCollection(await store.collection({ ...IMPORTS, name: `import_job_${tests}` }));
  profiles = new CountingCollection(await store.collection({ ...PROFILES, name: `profile_${tests}` }));
  dataDir = join(folder, `data-${tests}`);
  runner = newRunner();
  await store.flushed();
  temporary.published.length = 0;
});
afterEach(() => runner.onApplicationShutdown());

const newRunner = (folder = dataDir) =>
  new ImportRunner(jobs, profiles, new FixedClock(), readConfig({ RULIAN_DATA_DIR: folder }));

type File = Parameters<ImportRunner['accept']>[1];
const accept = (body: string | Readable, file: Partial<File> = {}, key?: string) =>
  runner.accept(
    typeof body === 'string' ? Readable.from([Buffer.from(body)]) : body,
    { name: 'firms.csv', format: 'csv', checkOnly: false, ...file },
    operator,
    { key, cause: key },
  );

/** The job once it is over; each look gives the runner a turn. */
async function over({ id }: ImportJob): Promise<ImportJob> {
  for (;;) {
    const job = await jobs.get(id);
    if (job?.finishedAt !== undefined) return job;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const lines = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => JSON.stringify({ id: `f${from + at}`, name: `公司${from + at}` })).join(
    '\n',
  );
const jsonl = { name: 'firms.jsonl', format: 'jsonl' } as const;
const stored = async () => profiles.count('byAge', [], 10_000);
/** What is left in the folder of imports once the runner is at rest. */
const files = async () => {
  await runner.onApplicationShutdown();
  return readdir(join(dataDir, 'imports'));
};

/** Resolves when `reached` says so; looked at in each turn. */
async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await new Promise((resolve) => setImmediate(resolve));
}

describe('an import', () => {
  it('checks every row, brings the good ones in and reports the others', async () => {
    const csv =
      '企业名称,信用代码,产品,备注\n甲公司,91370200264574251E,齿轮,a\n乙公司,913,轴承,b\n,,泵,c\n丁公司,,阀,d\n';
    const job = await over(await accept(csv));
    expect(job).toMatchObject({
      status: 'done',
      fileName: 'firms.csv',
      rows: 2,
      handled: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      kept: 0,
      problemCount: 2,
      createdBy: 'operator',
      finishedAt: NOW,
      notices: [{ code: 'import.column.unknown', params: { columns: '备注' } }],
    });
    expect(job.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'B', 'import.credit_code.length'],
      [4, 'A', 'import.name.missing'],
    ]);
    expect(job).not.toHaveProperty('openKey');
    expect((await profiles.scan({ limit: 10 })).items.map(({ name }) => name).sort()).toEqual(
      ['丁公司', '甲公司'].sort(),
    );
    expect(await files()).toEqual([]);
  });

  it('keeps the first thousand problems of a file that has more', async () => {
    const bad = Array.from({ length: 1200 }, (_, at) => `,公司${at}`).join('\n');
    const job = await over(await accept(`企业名称,产品\n${bad}\n好公司,齿轮\n`));
    expect(job).toMatchObject({ status: 'done', problemCount: 1200, rows: 1, created: 1 });
    expect(job.problems).toHaveLength(1000);
  });

  it('run again changes nothing', async () => {
    await over(await accept(lines(700), jsonl));
    const before = (await profiles.scan({ limit: 1000 })).items;
    expect(await over(await accept(lines(700), jsonl))).toMatchObject({ created: 0, unchanged: 700 });
    expect((await profiles.scan({ limit: 1000 })).items).toEqual(before);
  });

  it('is taken once for one idempotency key', async () => {
    const first = await accept(lines(3), jsonl, 'key');
    const again = await accept(lines(5), jsonl, 'key');
    expect(again.id).toBe(first.id);
    expect(await over(first)).toMatchObject({ created: 3 });
    expect((await jobs.scan({ limit: 10 })).items).toHaveLength(1);
  });

  it('waits for the one before it', async () => {
    const both = await Promise.all([accept(lines(600), jsonl), accept(lines(600), jsonl)]);
    const [one, two] = [await over(both[0]), await over(both[1])];
    expect([one.created + two.created, one.unchanged + two.unchanged]).toEqual([600, 600]);
    expect(await stored()).toBe(600);
  });
});

describe('a file that cannot be read to its end', () => {
  it.each([
    ['has no header', 'a,b\nc,d\n', 'csv', 'import.header.missing'],
    ['has quotes that do not pair after 700 rows', `企业名称\n${'公司\n'.repeat(700)}"乙`, 'csv', 'import.csv.quote'],
    ['is empty', '', 'csv', 'import.file.empty'],
    ['is no workbook', 'PK nonsense', 'xlsx', 'import.file.not_xlsx'],
  ] as const)('because it %s is refused and changes nothing', async (_, body, format, code) => {
    const job = await over(await accept(body, { format }));
    expect(job).toMatchObject({ status: 'refused', refusal: { code }, handled: 0, created: 0 });
    expect(await stored()).toBe(0);
    expect(await temporary.events(TOPICS.profile)).toEqual([]);
    expect(await files()).toEqual([]);
  });

  it('is refused while it comes when it is too large, and leaves no file and no job', async () => {
    const megabyte = Buffer.alloc(1024 * 1024);
    const endless = Readable.from(
      (function* () {
        for (let at = 0; at < 30; at += 1) yield megabyte;
      })(),
    );
    await expect(accept(endless, { format: 'xlsx' })).rejects.toMatchObject({
      failures: [{ code: 'capability.import_too_large', params: { limit: 20 } }],
    });
    expect(await files()).toEqual([]);
    expect((await jobs.scan({ limit: 10 })).items).toEqual([]);
  });

  it('leaves no file and no job when the sender breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('企业名称\n');
        throw new Error('connection lost');
      })(),
    );
    await expect(accept(broken)).rejects.toThrow('connection lost');
    expect(await files()).toEqual([]);
    expect((await jobs.scan({ limit: 10 })).items).toEqual([]);
  });
});

describe('a check only', () => {
  it('reports and changes nothing', async () => {
    const job = await over(await accept('企业名称,信用代码\n甲公司,\n乙公司,913\n', { checkOnly: true }));
    expect(job).toMatchObject({ status: 'done', checkOnly: true, rows: 1, handled: 0, created: 0, problemCount: 1 });
    expect(await stored()).toBe(0);
  });
});

describe('an import cut short', () => {
  const cut = async (how: () => Promise<void>) => {
    let batches = 0;
    profiles.before = async (method) => {
      if (method !== 'insert') return;
      batches += 1;
      if (batches === 2) await how();
    };
    const job = await accept(lines(1200), jsonl);
    await until(() => batches >= 2);
    return job;
  };
  const goesOn = async (job: ImportJob) => {
    await runner.onApplicationShutdown();
    profiles.before = async () => undefined;
    const half = await stored();
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(1200);
    expect(await jobs.get(job.id)).toMatchObject({ status: 'importing', openKey: NOW });
    runner = newRunner();
    await runner.onApplicationBootstrap();
    return over(job);
  };
  const whole = { status: 'done', rows: 1200, handled: 1200, created: 1200, updated: 0, unchanged: 0, kept: 0 };

  it('by a stop goes on at the next start and ends with the right counts', async () => {
    const job = await cut(async () => void runner.onApplicationShutdown());
    expect(await goesOn(job)).toMatchObject(whole);
    expect(await stored()).toBe(1200);
    expect(await temporary.events(TOPICS.profile)).toHaveLength(1200);
    expect(await files()).toEqual([]);
  });

  it('by a crash does so too, and no firm is brought in twice', async () => {
    const job = await cut(async () => {
      throw new Error('power cut');
    });
    expect(await goesOn(job)).toMatchObject(whole);
    expect(await stored()).toBe(1200);
    expect(await temporary.events(TOPICS.profile)).toHaveLength(1200);
  });

  it('between a batch and the note of it counts the batch once', async () => {
    let notes = 0;
    jobs.before = async (method) => {
      if (method !== 'save') return;
      notes += 1;
      if (notes === 3) throw new Error('power cut');
    };
    const job = await accept(lines(1200), jsonl);
    await until(() => notes >= 3);
    await runner.onApplicationShutdown();
    jobs.before = async () => undefined;
    runner = newRunner();
    await runner.onApplicationBootstrap();
    expect(await over(job)).toMatchObject(whole);
  });

  it('by a store that is away for a while goes on by itself and ends with the right counts', async () => {
    let writes = 0;
    const away = async (method: string) => {
      if (!['insert', 'save'].includes(method)) return;
      writes += 1;
      if (writes % 3 === 2 && writes < 10) throw new Unavailable('the store');
    };
    profiles.before = away;
    jobs.before = away;
    const job = await accept(lines(1200), jsonl);
    expect(await over(job)).toMatchObject({ status: 'done', rows: 1200, handled: 1200, created: 1200, unchanged: 0 });
    expect(writes).toBeGreaterThan(10);
    expect(await files()).toEqual([]);
  }, 20_000);

  it('leaves no file behind: the next start removes those of no open job', async () => {
    await mkdir(join(dataDir, 'imports'), { recursive: true });
    await writeFile(join(dataDir, 'imports', 'orphan.csv'), '企业名称\n');
    const job = await cut(async () => {
      throw new Error('power cut');
    });
    expect(await files()).toHaveLength(2);
    expect((await goesOn(job)).status).toBe('done');
    expect(await files()).toEqual([]);
  });
});

describe('several processes', () => {
  const others: ImportRunner[] = [];
  const other = () => {
    const made = newRunner(join(dataDir, 'other'));
    others.push(made);
    return made;
  };
  afterEach(async () => {
    for (const one of others.splice(0)) await one.onApplicationShutdown();
  });
  const accepted = (by: ImportRunner, body: string, key?: string) =>
    by.accept(Readable.from([Buffer.from(body)]), { ...jsonl, checkOnly: false }, operator, { key, cause: key });

  it('leave an open job to the one that has its file', async () => {
    let batches = 0;
    profiles.before = async (method) => {
      if (method !== 'insert') return;
      batches += 1;
      if (batches === 2) throw new Error('power cut');
    };
    const job = await accept(lines(1200), jsonl);
    await until(() => batches >= 2);
    await runner.onApplicationShutdown();
    profiles.before = async () => undefined;
    const cutShort = await jobs.get(job.id);
    const bystander = other();
    await bystander.onApplicationBootstrap();
    await bystander.onApplicationShutdown();
    expect(await jobs.get(job.id)).toEqual(cutShort);
    runner = newRunner();
    await runner.onApplicationBootstrap();
    expect(await over(job)).toMatchObject({ status: 'done', created: 1200 });
  });

  it('take one command that comes to two of them at once for one import', async () => {
    const [one, two] = await Promise.all([accepted(runner, lines(40), 'key'), accepted(other(), lines(40), 'key')]);
    expect(two.id).toBe(one.id);
    expect(await over(one)).toMatchObject({ status: 'done', rows: 40, created: 40, handled: 40 });
    expect(await stored()).toBe(40);
  });

  it('make a firm once that has no code and is in the files of both', async () => {
    const named = Array.from({ length: 900 }, (_, at) => JSON.stringify({ name: `公司${at}` })).join('\n');
    const both = await Promise.all([accepted(runner, named), accepted(other(), named)]);
    const [one, two] = [await over(both[0]), await over(both[1])];
    expect([one.created + two.created, one.unchanged + two.unchanged]).toEqual([900, 900]);
    expect(await stored()).toBe(900);
    expect(await jobs.manyBy('turn', ['import'])).toEqual([]);
  });
});
