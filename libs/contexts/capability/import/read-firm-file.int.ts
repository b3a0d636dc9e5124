import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FileReport, FirmRow, ReadRow, RowProblem } from './firm-row.js';
import { type FirmFile, readFirmFile } from './read-firm-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

interface Outcome {
  readonly report: FileReport;
  readonly firms: FirmRow[];
  readonly problems: RowProblem[];
  readonly batches: number[];
}

async function read(format: FirmFile['format'], content: string | Uint8Array): Promise<Outcome> {
  const path = join(folder, `firms.${format}`);
  await writeFile(path, content);
  const rows: ReadRow[] = [];
  const batches: number[] = [];
  const report = await readFirmFile({ format, path }, async (batch) => {
    rows.push(...batch);
    batches.push(batch.length);
  });
  const firms = rows.flatMap((row) => ('firm' in row ? [row.firm] : []));
  const problems = rows.flatMap((row) => ('problems' in row ? row.problems : []));
  return { report, firms, problems, batches };
}

const names = (outcome: Outcome) => outcome.firms.map((firm) => firm.name);
const gb = (text: string) => {
  // Node encodes UTF-8 only: the few characters of the tests by their GB18030 bytes.
  const table: Record<string, number[]> = { 名: [0xc3, 0xfb], 称: [0xb3, 0xc6], 青: [0xc7, 0xe0], 岛: [0xb5, 0xba] };
  return Buffer.from([...text].flatMap((character) => table[character] ?? [character.charCodeAt(0)]));
};

describe('reading CSV', () => {
  it('reads rows under Chinese headers, with the rows as a sheet counts them', async () => {
    const outcome = await read(
      'csv',
      '\ufeff青岛市企业名单,,\r\n企业名称,信用代码,主导产品,备注\r\n甲公司,91370200264574251E,"齿轮；轴\n承",好\r\n\r\n乙公司,913,,\r\n',
    );
    expect(outcome.firms).toEqual([
      expect.objectContaining({
        row: 3,
        name: '甲公司',
        creditCode: '91370200264574251E',
        products: ['齿轮', '轴', '承'],
      }),
    ]);
    expect(outcome.problems).toEqual([
      expect.objectContaining({ row: 5, column: 'B', header: '信用代码', code: 'import.credit_code.length' }),
    ]);
    expect(outcome.report).toEqual({
      rows: 2,
      firms: 1,
      refused: 1,
      notices: [{ code: 'import.column.unknown', params: { columns: '备注' } }],
    });
  });

  it.each([
    [',', 'name,region\n"a, b",x\n'],
    [';', 'name;region\n"a, b";x\n'],
    ['tab', 'name\tregion\na, b\tx\n'],
  ])('finds the delimiter %s', async (_, content) => {
    expect((await read('csv', content)).firms).toEqual([expect.objectContaining({ name: 'a, b', region: 'x' })]);
  });

  it('reads GB18030, UTF-8 with and without mark, and UTF-16 with mark', async () => {
    expect(names(await read('csv', gb('名称\n青岛\n')))).toEqual(['青岛']);
    expect(names(await read('csv', '名称\n青岛\n'))).toEqual(['青岛']);
    expect(names(await read('csv', '\ufeff名称\n青岛\n'))).toEqual(['青岛']);
    expect(names(await read('csv', Buffer.from('\ufeff名称\t地区\n青岛\t青\n', 'utf16le')))).toEqual(['青岛']);
  });

  it('finds GB18030 when the first Chinese comes late', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `firm ${i},x`).join('\n');
    const outcome = await read('csv', Buffer.concat([gb(`name,region\n${rows}\n`), gb('青岛,x\n')]));
    expect(names(outcome).at(-1)).toBe('青岛');
    expect(outcome.report.firms).toBe(20_001);
    expect(outcome.batches.every((size) => size <= 500)).toBe(true);
  });

  it('refuses the rows with invalid bytes only', async () => {
    const utf8 = Buffer.concat([
      Buffer.from('名称,地区\n青岛甲公司,青岛市\n坏'),
      Buffer.from([0xff, 0xe9]),
      Buffer.from(',青岛市\n青岛乙公司,青岛市\n'),
    ]);
    const outcome = await read('csv', utf8);
    expect(names(outcome)).toEqual(['青岛甲公司', '青岛乙公司']);
    expect(outcome.problems).toEqual([expect.objectContaining({ row: 3, column: 'A', code: 'import.bytes.invalid' })]);
    const foreign = await read('csv', Buffer.concat([gb('名称\n青岛\n'), Buffer.from([0xff, 10]), gb('岛\n')]));
    expect(names(foreign)).toEqual(['青岛', '岛']);
    expect(foreign.problems).toEqual([expect.objectContaining({ row: 3, code: 'import.bytes.invalid' })]);
  });

  it('names a missing name with its column', async () => {
    const outcome = await read('csv', 'id,企业名称\n1,甲\n2,\n');
    expect(outcome.problems).toEqual([
      { row: 3, column: 'B', header: '企业名称', code: 'import.name.missing', value: '', params: {} },
    ]);
  });

  it('leaves a second column of the same meaning out and says so', async () => {
    const outcome = await read('csv', 'name,公司名称\n甲,乙\n');
    expect(names(outcome)).toEqual(['甲']);
    expect(outcome.report.notices).toEqual([{ code: 'import.column.repeated', params: { columns: '公司名称' } }]);
  });

  it('hands on what stands before a broken quote and says where it ended', async () => {
    const outcome = await read('csv', 'name\n甲\n"乙\n丙\n');
    expect(names(outcome)).toEqual(['甲']);
    expect(outcome.report.problem).toEqual({ code: 'import.csv.quote', row: 3, params: {} });
    const endless = await read('csv', `name\n甲\n"${'x'.repeat(3_000_000)}`);
    expect(endless.report.problem).toMatchObject({ code: 'import.csv.quote' });
  });

  it('refuses a row with columns without end', async () => {
    const outcome = await read('csv', `name\n甲\n乙${',x'.repeat(1000)}\n`);
    expect(names(outcome)).toEqual(['甲']);
    expect(outcome.problems).toEqual([expect.objectContaining({ row: 3, code: 'import.row.too_many_columns' })]);
  });

  it.each([
    ['', 'import.file.empty'],
    ['\n\n , \n', 'import.file.empty'],
    ['a,b\n1,2\n', 'import.header.missing'],
    ['x\n'.repeat(100), 'import.header.missing'],
    ['\u0000\u0001\u0002'.repeat(1000), 'import.header.missing'],
  ])('refuses a file without rows or header: %j', async (content, code) => {
    expect((await read('csv', content)).report).toMatchObject({ rows: 0, problem: { code } });
  });
});

describe('reading JSON lines', () => {
  it('reads the shapes of the platforms: an index of firms and a full profile', async () => {
    const outcome = await read(
      'jsonl',
      `${JSON.stringify({ id: 'f5', name: 'ABB瑞士股份有限公司', domains: ['流量计制造'], industries: [], patents: ['壳体、区段及其制造方法'] })}
${JSON.stringify({
  name: '合肥析桥工业软件有限公司',
  region: '安徽省合肥市高新区',
  products: ['析桥MES'],
  processes: ['需求调研'],
  equipment: ['测试服务器集群12节点'],
  certificates: [{ name: 'REACH SVHC报告', number: 'REA-25-0235', validUntil: '' }],
  cases: ['暖风机、电吹风、烤箱内部线'],
  capacity: ['同时可开8个项目组'],
  text: '单套部署可支撑500个并发用户。',
})}`,
    );
    expect(outcome.report).toEqual({ rows: 2, firms: 2, refused: 0, notices: [] });
    expect(outcome.firms[0]).toMatchObject({ row: 1, externalId: 'f5', patents: ['壳体、区段及其制造方法'] });
    expect(outcome.firms[1]).toMatchObject({
      row: 2,
      certificates: [{ name: 'REACH SVHC报告', number: 'REA-25-0235' }],
      cases: ['暖风机、电吹风、烤箱内部线'],
    });
  });

  it('reports lines that are no object, and goes on', async () => {
    const long = `{"name":"${'x'.repeat(256 * 1024)}"}`;
    const lines = [
      '\ufeff{"name":"甲"}',
      '{"name":',
      '[1]',
      '"x"',
      'null',
      '',
      long,
      '{"name":"乙"}\r',
      '{"x":1,"y":2}',
    ];
    const outcome = await read('jsonl', lines.join('\n'));
    expect(names(outcome)).toEqual(['甲', '乙']);
    expect(outcome.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'import.json.invalid'],
      [3, 'import.json.not_object'],
      [4, 'import.json.not_object'],
      [5, 'import.json.not_object'],
      [7, 'import.line.too_long'],
      [9, 'import.name.missing'],
    ]);
    expect(outcome.report.notices).toEqual([{ code: 'import.column.unknown', params: { columns: 'x, y' } }]);
  });

  it('refuses a line with invalid bytes', async () => {
    const outcome = await read(
      'jsonl',
      Buffer.concat([Buffer.from('{"name":"甲'), Buffer.from([0xff]), Buffer.from('"}\n{"name":"乙"}\n')]),
    );
    expect(names(outcome)).toEqual(['乙']);
    expect(outcome.problems).toEqual([expect.objectContaining({ row: 1, code: 'import.bytes.invalid' })]);
  });

  it('is not led astray by keys of objects', async () => {
    const outcome = await read('jsonl', '{"name":"甲","__proto__":{"region":"x"},"constructor":1}\n');
    expect(outcome.firms[0]!.region).toBeUndefined();
    expect(outcome.report.notices[0]!.params.columns).toBe('__proto__, constructor');
  });

  it('waits for each batch before it reads on, and throws what the receiver throws', async () => {
    const path = join(folder, 'many.jsonl');
    await writeFile(path, Array.from({ length: 1200 }, (_, i) => `{"name":"f${i}"}`).join('\n'));
    const sizes: number[] = [];
    let running = 0;
    await readFirmFile({ format: 'jsonl', path }, async (rows) => {
      running += 1;
      await new Promise((resolve) => setImmediate(resolve));
      expect(running).toBe(1);
      running -= 1;
      sizes.push(rows.length);
    });
    expect(sizes).toEqual([500, 500, 200]);
    let calls = 0;
    const failing = readFirmFile({ format: 'jsonl', path }, async () => {
      calls += 1;
      throw new Error('disk full');
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(calls).toBe(1);
  });

  it('throws when there is no such file', async () => {
    for (const format of ['csv', 'jsonl', 'xlsx'] as const) {
      const missing = readFirmFile({ format, path: join(folder, 'nothing') }, async () => undefined);
      await expect(missing).rejects.toMatchObject({ code: 'ENOENT' });
    }
  });
});
