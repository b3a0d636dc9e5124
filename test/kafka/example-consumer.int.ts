import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicSchemas } from '#contracts/schemas';
import { EVENTS, TOPICS } from '#contracts/topics';
import { type Brokers, brokers, openKafka } from '#ports/log/kafka/kafka-kit.contract';
import { root } from '#test/contracts/schema-kit';
import { logEvent } from '#test/kit/makers';

const match = (id: string, more: object = {}) =>
  logEvent(TOPICS.publicMatch, EVENTS.proposalReleased, id, {
    id,
    demandId: 'd',
    demandTitle: '精密齿轮',
    demandType: 'supply',
    firmId: 'f',
    firmName: '青岛示例精密机械有限公司',
    score: 0.8,
    rank: 1,
    status: 'released',
    ...more,
  });

interface Line {
  readonly valid?: boolean;
  readonly event?: { readonly subject: string };
  readonly errors?: readonly { readonly instancePath: string }[];
}

let broker: Brokers;
let kafka: ReturnType<typeof openKafka>;
let api: Server;

beforeAll(async () => {
  broker = await brokers(process.env.KAFKA_BROKERS);
  kafka = openKafka({ brokers: broker.list });
  api = createServer((request, response) => {
    const ours = request.url === '/api/schemas/public.match.json';
    response.writeHead(ours ? 200 : 404).end(ours ? JSON.stringify(publicSchemas()['public.match']) : '');
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await kafka.close();
  await new Promise((resolve) => api.close(resolve));
  await broker.close();
});

/** Runs the example as a user would, in a process of its own, and ends it after so many lines. */
async function consume(group: string, lines: number): Promise<{ code: number | null; lines: Line[] }> {
  const { port } = api.address() as AddressInfo;
  const program = join(root, 'examples', 'consumer', 'consumer.mjs');
  const where = ['--brokers', broker.list.join(), '--api', `http://127.0.0.1:${port}`, '--prefix', kafka.prefix];
  const child = spawn(process.execPath, [program, ...where, '--group', `${kafka.prefix}${group}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const read: Line[] = [];
  createInterface(child.stdout).on('line', (line) => {
    read.push(JSON.parse(line) as Line);
    if (read.length === lines) child.kill('SIGTERM');
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, lines: read };
}

describe('the example of a consumer', () => {
  it('reads what our log has written and finds it as published', async () => {
    const log = await kafka.open();
    await log.append([match('m1'), match('m2', { more: 'of a later version' })]);
    const { code, lines } = await consume('good', 2);
    expect(lines.map(({ valid, event }) => [valid, event?.subject]).sort()).toEqual([
      [true, 'm1'],
      [true, 'm2'],
    ]);
    expect(code).toBe(0);
  });

  it('tells of events that are not as published', async () => {
    const log = await kafka.open();
    await log.append([match('m3', { score: 'high' })]);
    const { lines } = await consume('bad', 3);
    expect(lines.filter(({ valid }) => valid)).toHaveLength(2);
    expect(lines.find(({ valid }) => !valid)).toMatchObject({
      event: { subject: 'm3' },
      errors: [{ instancePath: '/data/score' }],
    });
  });
});
