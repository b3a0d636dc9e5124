import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '#platform/http/problem.filter';
import { AnswerCheck } from './api/answers.js';
import { type Case, casesOf, sent } from './api/cases.js';
import { fullDemand } from './api/demand.calls.js';
import { type OpenApi, type Operation, operationsOf, readDocument } from './api/document.js';
import type { Ask } from './api/fixture.js';
import { differences, snapshot } from './api/snapshot.js';
import { type Answer, type Sent, send } from './api/wire.js';
import { createWorld, type World } from './api/world.js';
import { wrongBodies } from './api/wrong-values.js';
import { StandaloneDeployment } from './deployment.js';

const CHINESE = /\p{Script=Han}/u;

describe('bad input', () => {
  let deployment: StandaloneDeployment;
  let document: OpenApi;
  let check: AnswerCheck;
  let world: World;
  let before: Record<string, unknown>;
  let good: { readonly one: Case; readonly ask: Ask }[];

  beforeAll(async () => {
    deployment = await StandaloneDeployment.create();
    document = await readDocument(deployment.url);
    check = new AnswerCheck(document);
    world = await createWorld(deployment);
    good = await goodCalls(operationsOf(document));
    before = await snapshot(world);
  });

  afterAll(() => deployment?.destroy());

  afterEach(() => {
    const faults = deployment.written.split('\n').filter((line) => /"level":[56]0|^\s+at /.test(line));
    expect(faults).toEqual([]);
  });

  const unchanged = async () => expect(differences(before, await snapshot(world))).toEqual([]);

  /** A request that would go through, one for each operation: by the most ordinary actor who may. */
  async function goodCalls(operations: readonly Operation[]) {
    const order = ['leader admin', 'staff admin', 'operator'];
    const cases = casesOf(operations, world).filter(({ refusal }) => refusal === undefined);
    const wanted = order.flatMap((name) => cases.filter(({ about }) => about.actor.name === name));
    const late = ({ call }: Case) => (call.late ? 1 : 0);
    const made = new Map<string, { one: Case; ask: Ask }>();
    for (const one of wanted.toSorted((a, b) => late(a) - late(b))) {
      const ask = made.has(one.operation.name) ? undefined : await one.call.ask(one.about);
      if (ask) made.set(one.operation.name, { one, ask });
    }
    expect([...made.keys()].sort()).toEqual(operations.map(({ name }) => name).sort());
    return [...made.values()];
  }

  const request = ({ one, ask }: { one: Case; ask: Ask }, change: Partial<Ask> = {}): Sent =>
    sent(one.operation, { ...ask, ...change }, one.about.actor.secret);

  const callOf = (name: string) => {
    const found = good.find(({ one }) => one.operation.name === name);
    if (!found) throw new Error(`no call of ${name}`);
    return found;
  };

  /** Sends it in both languages and tells what is wrong with the refusals. */
  async function badly(title: string, bad: Sent, expected: Expected = {}): Promise<string[]> {
    const problems: string[] = [];
    for (const language of ['zh', 'en'] as const) {
      const headers = { ...bad.headers, 'accept-language': language };
      const answer = await send(world.url, { ...bad, headers });
      problems.push(...wrongRefusal(answer, language, expected).map((problem) => `${title} (${language}): ${problem}`));
    }
    return problems;
  }

  interface Expected {
    readonly status?: number;
    readonly code?: string;
    readonly pointer?: string;
  }

  function wrongRefusal(answer: Answer, language: 'zh' | 'en', { status, code, pointer }: Expected): string[] {
    if (answer.status < 400 || answer.status >= 500) return [`${answer.status}: ${answer.text.slice(0, 200)}`];
    const malformed = check.refusalProblems(answer);
    if (malformed.length > 0) return malformed;
    const problem = answer.json as ProblemDocument;
    const errors = problem.errors ?? [];
    const texts = [problem.title, problem.detail, ...errors.map(({ detail }) => detail)];
    const pointed =
      pointer === undefined ||
      errors.some((e) => `${e.pointer}/`.startsWith(`${pointer}/`) || pointer.startsWith(e.pointer));
    return [
      ...(pointed ? [] : [`does not point at ${pointer}: ${answer.text}`]),
      ...(status === undefined || status === answer.status ? [] : [`${answer.status} instead of ${status}`]),
      ...(code === undefined || code === problem.code ? [] : [`${problem.code} instead of ${code}`]),
      ...texts
        .filter((text) => CHINESE.test(text) !== (language === 'zh'))
        .map((text) => `not in ${language}: ${text}`),
    ];
  }

  it('in any field of any body is refused with the field named', async () => {
    const problems: string[] = [];
    let tried = 0;
    for (const call of good) {
      const schema = check.bodyOf(call.one.operation);
      if (!schema) continue;
      for (const { pointer, what, body } of wrongBodies(document, schema, call.ask.body)) {
        tried += 1;
        const title = `${call.one.operation.name} ${pointer} ${what}`;
        problems.push(...(await badly(title, request(call, { body }), { status: 422, pointer })));
      }
    }
    expect(problems.slice(0, 40)).toEqual([]);
    expect(tried).toBeGreaterThan(1000);
    await unchanged();
  });

  it('as a body that is no object is refused by every write', async () => {
    const problems: string[] = [];
    for (const call of good.filter(({ one }) => check.bodyOf(one.operation))) {
      for (const body of ['[]', '[{}]', '[[[]]]', '"text"', '5', 'true', 'null'].filter(
        needsMore(call.one.operation),
      )) {
        problems.push(...(await badly(`${call.one.operation.name} ${body}`, request(call, { body }))));
      }
    }
    expect(problems.slice(0, 40)).toEqual([]);
    await unchanged();
  });

  /** `null` stands for no body, which is enough where nothing is required. */
  const needsMore = (operation: Operation) => (body: string) =>
    body !== 'null' || (check.bodyOf(operation)?.required ?? []).length > 0;

  it('on the wire is refused: broken JSON, bytes, types, sizes, depth, polluting keys', async () => {
    const call = callOf('POST /demands');
    const text = JSON.stringify(fullDemand());
    const opened = text.slice(0, -1);
    const json = { 'content-type': 'application/json' };
    const cases: [string, Partial<Ask>, Expected][] = [
      ['not JSON', { body: '{"title": ' }, { status: 422, code: 'common.body_not_json' }],
      ['JSON with a comma too many', { body: `${opened},}` }, { code: 'common.body_not_json' }],
      ['empty', { body: '', headers: json }, { status: 422 }],
      [
        'bad UTF-8',
        { body: Buffer.concat([Buffer.from(`${opened},"link":"`), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]) },
        { code: 'common.body_not_utf8' },
      ],
      [
        'GB18030',
        { body: Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xc7, 0xe0, 0xb5, 0xba]), Buffer.from('"}')]) },
        { code: 'common.body_not_utf8' },
      ],
      [
        '10 MB',
        { body: JSON.stringify({ ...fullDemand(), background: '长'.repeat(3_500_000) }) },
        { status: 413, code: 'common.body_too_large' },
      ],
      ['deep lists', { body: `${opened},"blocked":${'['.repeat(200_000)}${']'.repeat(200_000)}}` }, { status: 422 }],
      [
        'deep objects',
        { body: `${opened},"dates":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}` },
        { status: 422 },
      ],
      [
        'deep unknown',
        { body: `${opened},"x":${'{"requirements":['.repeat(20_000)}${']}'.repeat(20_000)}}` },
        { status: 422 },
      ],
      ['__proto__', { body: `${opened},"__proto__":{"status":"published"}}` }, { status: 422 }],
      ['nested __proto__', { body: `${opened},"dates":{"__proto__":{"sample":"x"}}}` }, { status: 422 }],
      ['constructor.prototype', { body: `${opened},"constructor":{"prototype":{"admin":true}}}` }, { status: 422 }],
      [
        'escaped __proto__',
        { body: `${opened},"disclosure":{"\\u005f_proto__":{"budget":"public"}}}` },
        { status: 422 },
      ],
      ['hasOwnProperty', { body: `${opened},"hasOwnProperty":1}` }, { status: 422, code: 'field.unknown' }],
      [
        'toString in a map',
        { body: `${opened},"disclosure":{"toString":"public"}}` },
        { status: 422, pointer: '/disclosure' },
      ],
      ...[
        'text/plain',
        'application/xml',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded',
        'nonsense',
        'text/csv',
      ].map((type): [string, Partial<Ask>, Expected] => [
        type,
        { body: text, headers: { 'content-type': type } },
        { status: 415 },
      ]),
    ];
    const problems: string[] = [];
    for (const [title, ask, expected] of cases) problems.push(...(await badly(title, request(call, ask), expected)));
    expect(problems.slice(0, 40)).toEqual([]);
    await unchanged();
  });
});
