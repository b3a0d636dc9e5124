import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '#platform/http/api-client';
import { rulian as commandLine } from './command-line.js';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';

const rulian = (dataDir: string, ...args: string[]) => commandLine(dataDir, args, { RULIAN_LOG_LEVEL: 'warn' });

const ADD = [
  'user',
  'add',
  '--organisation',
  '市中心',
  '--kind',
  'staff',
  '--name',
  '陈静',
  '--email',
  'a@example.com',
];

let folder: string;
let firms: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rulian-cli-'));
  firms = join(folder, 'firms.csv');
  await writeFile(firms, '企业名称,信用代码,产品\n甲公司,91370200264574251E,齿轮\n乙公司,,轴承\n丙公司,913,泵\n');
});
afterAll(() => rm(folder, { recursive: true }));

describe('help', () => {
  const none = '/nonexistent/rulian';

  it.each([
    [['--help'], ['import', 'reindex', 'rebuild', 'user', 'demo', 'match-eval', 'move', '--lang', 'RULIAN_DATA_DIR']],
    [['import', '--help'], ['firms']],
    [
      ['import', 'firms', '--help'],
      ['<file>', '--check-only', '.xlsx, .csv or .jsonl'],
    ],
    [['reindex', '--help'], ['search indexes']],
    [
      ['rebuild', '--help'],
      ['recipients', 'organisations', 'search'],
    ],
    [['user', '--help'], ['add']],
    [
      ['user', 'add', '--help'],
      ['--organisation', '--kind', 'leader', 'sme', 'staff', '--email', '--password', '--credit-code'],
    ],
    [
      ['match-eval', '--help'],
      ['--firms', '--queries', '--out'],
    ],
    [
      ['match-coverage', '--help'],
      ['--json', 'tier'],
    ],
    [
      ['match-rows', '--help'],
      ['--out', 'match-train'],
    ],
    [
      ['move', '--help'],
      ['--mongo', '--kafka', '--prefix', '--final'],
    ],
  ])('is there for %j, and needs no data folder', async (args, words) => {
    const { code, out, err } = await rulian(none, ...args);
    expect([code, err]).toEqual([0, '']);
    for (const word of ['Usage: rulian', ...words]) expect(out).toContain(word);
  });

  it.each([
    [['nonsense'], "unknown command 'nonsense'"],
    [['rebuild', 'nothing'], 'Allowed choices are recipients, organisations, engagement, events, insight, search'],
    [['import', 'firms'], "missing required argument 'file'"],
    [['user', 'add', '--kind', 'boss'], 'Allowed choices are leader, sme, staff'],
    [['match-eval'], "required option '--firms <file>' not specified"],
    [['--lang', 'fr', 'reindex'], 'Allowed choices are zh, en'],
  ])('is shown with what is wrong for %j', async (args, message) => {
    const { code, out, err } = await rulian(none, ...args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(message);
    expect(err).toContain('Usage: rulian');
  });
});

describe('without a running product', () => {
  it('adds an account to an empty folder, with a password made up, and imports firms', async () => {
    const dataDir = join(folder, 'alone');
    const added = await rulian(dataDir, ...ADD);
    expect([added.code, added.err]).toEqual([0, '']);
    expect(added.out).toMatch(/^added: a@example\.com\npassword: [\w-]{16}\n$/);
    const imported = await rulian(dataDir, 'import', 'firms', firms);
    expect([imported.code, imported.err]).toEqual([0, '']);
    const [problem, report] = imported.out.trim().split('\n');
    expect(problem).toBe('第 4 行 B 列（信用代码）：统一社会信用代码应为 18 位，现为 3 位。请对照营业执照改正。');
    expect(JSON.parse(report ?? '')).toMatchObject({ rows: 2, created: 2, unchanged: 0, refusedRows: 1 });
    expect(await readdir(dataDir)).not.toContain('run.json');
  }, 120_000);

  it('says in one line what cannot be done, and leaves no folder for a file that is not there', async () => {
    const dataDir = join(folder, 'never');
    const missing = await rulian(dataDir, 'import', 'firms', join(folder, 'none.csv'));
    expect([missing.code, missing.out]).toEqual([1, '']);
    expect(missing.err.trim().split('\n')).toHaveLength(1);
    expect(missing.err).toContain('none.csv');
    const unknown = await rulian(dataDir, 'import', 'firms', join(folder, 'firms.pdf'));
    expect([unknown.code, unknown.err]).toEqual([
      1,
      `${join(folder, 'firms.pdf')}: the name must end in .xlsx, .csv or .jsonl\n`,
    ]);
    expect(await readdir(folder)).not.toContain('never');
  });
});

it('fills an empty installation with demo data, and no other', async () => {
  const dataDir = join(folder, 'demo');
  const filled = await rulian(dataDir, 'demo');
  // Its log may say that one thing waited for another.
  expect(filled.code).toBe(0);
  expect(filled.out).toContain('leader@demo.local  rulian-demo');
  await rulian(join(folder, 'own'), ...ADD);
  const refused = await rulian(join(folder, 'own'), '--lang', 'en', 'demo');
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toBe('There are organisations here already: demo data go into an empty installation only.\n');
}, 120_000);

describe('beside a running product', () => {
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = await deploy();
  });
  afterAll(() => deployment.destroy());

  it('imports into it, in the language asked for; again changes nothing; a check brings nothing in', async () => {
    const { dataDir } = deployment;
    const checked = await rulian(dataDir, '--lang', 'en', 'import', 'firms', firms, '--check-only');
    expect(checked.out).toContain(
      'Row 4, column B (信用代码): A unified social credit code has 18 characters, this has 3.',
    );
    expect(await deployment.operator.get('/profiles')).toEqual({ items: [] });
    expect((await rulian(dataDir, 'import', 'firms', firms)).code).toBe(0);
    const again = await rulian(dataDir, 'import', 'firms', firms);
    expect(JSON.parse(again.out.trim().split('\n').at(-1) ?? '')).toMatchObject({ created: 0, unchanged: 2 });
    const { items } = await deployment.operator.get<{ items: { name: string }[] }>('/profiles');
    expect(items.map(({ name }) => name).sort()).toEqual(['乙公司', '甲公司'].sort());
  });

  it('tells how many firms are proposed for a demand, and writes what firms have answered', async () => {
    const { dataDir } = deployment;
    const coverage = await rulian(dataDir, 'match-coverage', '--json');
    expect(JSON.parse(coverage.out)).toMatchObject({ demands: 0, firms: 2, proposed: 0, share: 0 });
    const told = await rulian(dataDir, '--lang', 'en', 'match-coverage');
    expect(told.out).toContain('0 of 2 firms (0.0 %)');
    const out = join(folder, 'answers.jsonl');
    const rows = await rulian(dataDir, '--lang', 'en', 'match-rows', '--out', out);
    expect([rows.code, rows.out]).toEqual([0, `0 answers to 0 demands were written to ${out}\n`]);
    expect(await readdir(folder)).toContain('answers.jsonl');
  });

  it('ends with 1 when the file is refused as a whole', async () => {
    const file = join(folder, 'nothing.csv');
    await writeFile(file, 'a,b\nc,d\n');
    const refused = await rulian(deployment.dataDir, '--lang', 'en', 'import', 'firms', file);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('No header with a column');
  });

  it('adds an account that can sign in, and rebuilds indexes and projections', async () => {
    const options = ['--organisation', '市中心', '--kind', 'staff', '--name', '陈静', '--email', 'b@example.com'];
    const added = await rulian(deployment.dataDir, 'user', 'add', ...options, '--password', 'correct horse');
    expect([added.code, added.out]).toEqual([0, 'added: b@example.com\n']);
    const again = await rulian(deployment.dataDir, '--lang', 'en', 'user', 'add', ...options);
    expect([again.code, again.out]).toEqual([1, '']);
    expect(again.err).toContain('/person/email: This e-mail address is in use.');
    const body = { email: 'b@example.com', password: 'correct horse' };
    const { token } = await new ApiClient(deployment.url).post<{ token: string }>('/sessions', body);
    expect(await new ApiClient(deployment.url, token).get('/me')).toMatchObject({ role: 'staff', admin: true });
    expect(await rulian(deployment.dataDir, 'reindex')).toMatchObject({
      code: 0,
      out: 'rebuilt: demands, firms, organisations\n',
    });
    expect(await rulian(deployment.dataDir, 'rebuild', 'search')).toMatchObject({
      out: 'rebuilt: demands, firms, organisations\n',
    });
    for (const projection of ['recipients', 'organisations', 'engagement', 'events', 'insight']) {
      const { code, out } = await rulian(deployment.dataDir, 'rebuild', projection);
      expect([code, out]).toEqual([
        0,
        expect.stringMatching(/^rebuilt: \w+ \(0 written, [0-3] unchanged, 0 removed\)\n$/),
      ]);
    }
  });
});
