import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiClient, ApiRefusal } from '#platform/http/api-client';
import { rulian as commandLine } from './command-line.js';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { addLetters, type Letter, lettersOf, POISONED, poison } from './poison.js';

let deployment: Deployment;
let ids: string[];
const poisons = 4;

beforeAll(async () => {
  deployment = await deploy();
  ids = await addLetters(deployment, poisons);
}, 60_000);
afterAll(() => deployment?.destroy());

/** Each test finds four letters: what it replays fails again, what it drops is replaced. */
beforeEach(async () => {
  const { items } = await deployment.operator.get<{ items: Letter[] }>('/operations/dead-letters?limit=100');
  if (items.length < poisons) {
    const missing = Array.from({ length: poisons - items.length }, (_, at) => poison(`again-${Date.now()}-${at}`));
    await deployment.append(missing);
  }
  ids = (await lettersOf(deployment, poisons)).map(({ id }) => id);
}, 60_000);

const first = () => ids[0] ?? '';

/** Who is asked for what there is not answers in the reader's language. */
async function refusal(work: Promise<unknown>): Promise<ApiRefusal> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ApiRefusal) return error;
  throw new Error('it was not refused');
}

describe("the operator's tools over HTTP", () => {
  it('show what is under way, and how many dead letters there are', async () => {
    const lag = await deployment.operator.get<{ groups: { group: string }[] }>('/operations/lag');
    expect(lag).toMatchObject({ unsent: { count: 0 }, deadLetters: [{ group: POISONED, letters: 4, capped: false }] });
    expect(lag.groups).toContainEqual({ group: POISONED, topic: 'internal.meeting', events: 0 });
    expect(lag.groups.map(({ group }) => group)).toContain('matching.decide');
  });

  it('list dead letters oldest first, page by page, by group, without their data', async () => {
    interface Page {
      items: Letter[];
      next?: string;
    }
    const get = (query: string) => deployment.operator.get<Page>(`/operations/dead-letters?${query}`);
    const one = await get('limit=3');
    const two = await get(`limit=3&cursor=${one.next}`);
    expect([...one.items, ...two.items].map(({ id }) => id)).toEqual(ids);
    expect([one.items.length, two.next]).toEqual([3, undefined]);
    expect(Object.keys(one.items[0]?.event ?? {}).sort()).toEqual(['id', 'subject', 'topic', 'type']);
    expect(one.items[0]).toMatchObject({
      group: POISONED,
      event: { topic: 'internal.meeting', type: 'meeting.outcome_given' },
    });
    expect(one.items[0]?.reason).not.toBe('');
    expect((await get(`group=${POISONED}`)).items).toHaveLength(4);
    expect((await get('group=matching.decide')).items).toEqual([]);
    const foreign = await refusal(get(`group=${POISONED}&cursor=${one.next}`));
    expect([foreign.status, foreign.problem.code]).toEqual([422, 'common.cursor_invalid']);
  });

  it('read a letter with the whole event, and drop it', async () => {
    const path = `/operations/dead-letters/${first()}`;
    const letter = await deployment.operator.get<Letter>(path);
    expect(letter).toMatchObject({ id: first(), group: POISONED, event: { specversion: '1.0', data: null } });
    await deployment.operator.delete(path);
    expect((await lettersOf(deployment, 3)).map(({ id }) => id)).toEqual(ids.slice(1));
  });

  it('replay a letter: its group hears the event again, and when it fails again there is a new one', async () => {
    const before = await deployment.operator.get<Letter>(`/operations/dead-letters/${first()}`);
    await deployment.operator.post(`/operations/dead-letters/${first()}/replay`);
    expect((await refusal(deployment.operator.get(`/operations/dead-letters/${first()}`))).status).toBe(404);
    const again = (await lettersOf(deployment, 4)).at(-1);
    expect(again?.id).not.toBe(first());
    expect(again?.event.id).toBe(before.event.id);
  });

  it('say in both languages when there is no such letter', async () => {
    const chinese = new ApiClient(deployment.url, deployment.operatorSecret, 'zh');
    const path = '/operations/dead-letters/987654';
    for (const [api, text] of [
      [deployment.operator, 'There is no dead letter 987654'],
      [chinese, '没有编号为 987654 的死信'],
    ] as const) {
      for (const work of [api.get(path), api.post(`${path}/replay`), api.delete(path)]) {
        const { status, problem } = await refusal(work);
        expect([status, problem.code]).toEqual([404, 'operations.no_letter']);
        expect(problem.detail).toContain(text);
      }
    }
  });
});

describe("the operator's tools on the command line", () => {
  const rulian = (args: readonly string[], settings: Readonly<Record<string, string>> = {}) =>
    commandLine(deployment.dataDir, args, settings);
  const good = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await rulian(args);
    expect([code, err]).toEqual([0, '']);
    return out;
  };

  it('show lag and letters, in Chinese, in English and as JSON', async () => {
    const chinese = (await good('lag')).split('\n');
    expect(chinese[0]).toMatch(/^消费组 +主题 +待处理 +状态$/);
    const lines = chinese.filter((line) => line.startsWith(POISONED));
    expect(lines).toContainEqual(expect.stringMatching(/ +internal\.meeting +0 +正常$/));
    expect(chinese).toEqual(expect.arrayContaining(['未发送事件：0', `死信：${POISONED} 4`]));
    expect(await good('--lang', 'en', 'lag')).toContain(`dead letters: ${POISONED} 4\n`);
    expect(JSON.parse(await good('lag', '--json'))).toMatchObject({ unsent: { count: 0 } });

    const list = (await good('dead-letters', 'list')).trim().split('\n');
    expect(list[0]).toMatch(/^编号 +时间 +消费组 +事件 +对象 +原因$/);
    expect(list.slice(1).map((line) => line.split(/ +/)[0])).toEqual(ids);
    const { items, more } = JSON.parse(await good('dead-letters', 'list', '--json', '--limit', '3'));
    expect([items.length, more]).toEqual([3, true]);
    expect(await good('--lang', 'en', 'dead-letters', 'list', '--group', 'matching.decide')).toBe(
      'There are no dead letters.\n',
    );
  });

  it('read, replay one or all, and drop', async () => {
    const read = await good('dead-letters', 'read', first());
    expect(read).toContain('"specversion": "1.0"');
    expect(read).toContain(`编号    ${first()}\n`);
    expect(JSON.parse(await good('dead-letters', 'read', first(), '--json'))).toMatchObject({ id: first() });
    expect(await good('dead-letters', 'replay', first())).toBe('已重放 1 封死信。\n');
    await lettersOf(deployment, 4);
    const all = await good('dead-letters', 'replay', '--all', '--group', POISONED, '--json');
    expect(JSON.parse(all)).toEqual({ replayed: 4, gone: 0 });
    const again = await lettersOf(deployment, 4);
    expect(again.some(({ id }) => ids.includes(id))).toBe(false);
    const id = again[0]?.id ?? '';
    expect(await good('--lang', 'en', 'dead-letters', 'drop', id)).toBe(`dropped: ${id}\n`);
    const twice = await rulian(['dead-letters', 'drop', id]);
    expect([twice.code, twice.out, twice.err]).toEqual([1, '', `没有编号为 ${id} 的死信，可能已被重放或删除。\n`]);
  });

  it.each([
    [['dead-letters', 'replay'], '请给出死信编号'],
    [['dead-letters', 'replay', '1', '--all'], '二者选一'],
    [['dead-letters', 'replay', '1', '--group', 'g'], '二者选一'],
    [['dead-letters', 'list', '--limit', 'viele'], '--limit 须为'],
  ])('say what is wrong with %j', async (args, text) => {
    const { code, out, err } = await rulian(args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(text);
  });

  it('speak to the installation that the settings name, and start none', async () => {
    const remote = { RULIAN_URL: `${deployment.url}/`, RULIAN_OPERATOR_SECRET: deployment.operatorSecret };
    const nowhere = { RULIAN_DATA_DIR: '/nonexistent/rulian' };
    const { code, out, err } = await rulian(['dead-letters', 'list'], { ...nowhere, ...remote });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(first());
    const wrong = await rulian(['--lang', 'en', 'lag'], {
      ...nowhere,
      ...remote,
      RULIAN_OPERATOR_SECRET: `rlo_${'x'.repeat(43)}`,
    });
    expect([wrong.code, wrong.out]).toEqual([1, '']);
    expect(wrong.err).toContain('does not accept the value of RULIAN_OPERATOR_SECRET');
  });

  it.each([
    [{ RULIAN_URL: 'http://127.0.0.1:1' }, '现缺 RULIAN_OPERATOR_SECRET'],
    [{ RULIAN_OPERATOR_SECRET: 'rlo_secret' }, '现缺 RULIAN_URL'],
    [{ RULIAN_URL: 'rulian.example', RULIAN_OPERATOR_SECRET: 'rlo_secret' }, '应为 http://主机:端口'],
    [{ RULIAN_URL: 'http://127.0.0.1:1', RULIAN_OPERATOR_SECRET: 'rlo_secret' }, '没有应答'],
  ])('refuse in one sentence with %j', async (settings, text) => {
    const { code, out, err } = await rulian(['lag'], { RULIAN_DATA_DIR: '/nonexistent/rulian', ...settings });
    expect([code, out]).toEqual([1, '']);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(text);
  });
});
