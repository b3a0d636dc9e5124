import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { brokenBodies, INJECTIONS } from './api/broken-bodies.js';
import { brokenFiles, largeFile } from './api/broken-files.js';
import { fullDemand } from './api/demand.calls.js';
import { readDocument } from './api/document.js';
import type { Ask } from './api/fixture.js';
import { type Expected, type Good, Refusals, type Try } from './api/refusals.js';
import { differences, snapshot } from './api/snapshot.js';
import { send } from './api/wire.js';
import { createWorld, unique, type World } from './api/world.js';
import { wrongQueries } from './api/wrong-queries.js';
import { wrongBodies } from './api/wrong-values.js';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { inDays } from './people.js';

/** Milliseconds; thousands of requests on a busy machine. */
const PATIENCE = 400_000;

describe('bad input', () => {
  jest.setTimeout(PATIENCE);
  let deployment: Deployment;
  let world: World;
  let refusals: Refusals;
  let before: Record<string, unknown>;

  beforeAll(async () => {
    deployment = await deploy();
    world = await createWorld(deployment);
    refusals = await Refusals.create(world, await readDocument(deployment.url));
    before = await snapshot(world);
  });

  afterAll(() => deployment?.destroy());

  afterEach(() => {
    const faults = deployment.written.split('\n').filter((line) => /"level":[56]0|^\s+at /.test(line));
    expect(faults).toEqual([]);
  });

  /** Every try is refused as it should be, and afterwards everything is as it was. */
  async function expectRefused(tries: readonly Try[], atLeast: number): Promise<void> {
    expect(tries.length).toBeGreaterThanOrEqual(atLeast);
    expect(await refusals.problems(tries)).toEqual([]);
    expect(differences(before, await snapshot(world))).toEqual([]);
  }

  const ofEach = (work: (call: Good) => Try[]): Try[] => refusals.good.flatMap(work);

  it('in any field of any body is refused with the field named', async () => {
    const tries = ofEach((call) => {
      const schema = refusals.check.bodyOf(call.operation);
      const wrong = schema ? wrongBodies(refusals.document, schema, call.ask.body) : [];
      // In turn: each refusal comes many times, and so in both.
      return wrong.map(({ pointer, what, body }, at) => ({
        languages: [at % 2 === 0 ? 'zh' : 'en'],
        title: `${call.operation.name} ${pointer} ${what}`,
        bad: call.with({ body }),
        expected: { status: 422, pointer },
      }));
    });
    await expectRefused(tries, 1500);
  });

  it('as a body that is no object is refused by every write', async () => {
    const tries = ofEach((call) => {
      const schema = refusals.check.bodyOf(call.operation);
      // `null` stands for no body, which is enough where nothing is required.
      const bodies = ['[]', '[{}]', '[[[]]]', '"text"', '5', 'true', ...(schema?.required?.length ? ['null'] : [])];
      return schema
        ? bodies.map((body) => ({ title: `${call.operation.name} ${body}`, bad: call.with({ body }) }))
        : [];
    });
    await expectRefused(tries, 100);
  });

  it('on the wire is refused: broken JSON, bytes, types, sizes, depth, polluting keys', async () => {
    const call = refusals.call('POST /demands');
    const tries = brokenBodies(fullDemand()).map(([title, ask, expected]) => ({
      title,
      bad: call.with(ask),
      expected,
    }));
    await expectRefused(tries, 20);
  });

  it('of its own kind is refused in words of its own: credit codes, deadlines, order of dates', async () => {
    const signUp = refusals.call('POST /organisations');
    const code = (creditCode: string, problem: string): Try => ({
      title: creditCode,
      bad: signUp.with({ body: { ...(signUp.ask.body as object), creditCode } }),
      expected: { status: 422, code: `credit_code.${problem}`, pointer: '/creditCode' },
    });
    const demand = (change: object, problem: string): Try => ({
      title: problem,
      bad: refusals.call('POST /demands').with({ body: { ...fullDemand(), ...change } }),
      expected: { status: 422, code: `demand.${problem}`, pointer: `/${Object.keys(change)[0]}` },
    });
    const tries = [
      code('91370200264574251', 'length'),
      code('91370200264574251EE', 'length'),
      code('9137020026457425IE', 'character'),
      code('91370200264574251F', 'check_digit'),
      demand({ deadline: '2020-01-01' }, 'deadline_past'),
      demand({ deadline: inDays(900) }, 'deadline_far'),
      demand({ dates: { sample: inDays(9), mass: inDays(8) } }, 'dates_order'),
      demand({ budget: { min: 2, max: 1 } }, 'budget_order'),
    ];
    await expectRefused(tries, tries.length);
  });

  it('in addresses is not found', async () => {
    const ids = ['x'.repeat(300), '%00', '..%2F..%2Fetc%2Fpasswd', '%F0%9F%98%80', "'%20OR%201=1--", '$ne', '%7B%7D'];
    const broken = ['%zz', '%C3%28', '%ED%A0%80', '__proto__', 'constructor', 'nobody'];
    const tries = ofEach((call) => {
      if (!call.operation.path.includes('{')) return [];
      return [...ids, ...broken].map((id) => {
        const query = call.ask.query ? `?${call.ask.query}` : '';
        const path = call.operation.path.replace(/\{\w+\}/g, id) + query;
        const bad = { ...call.with({}), path };
        return { title: `${call.operation.method} ${path}`, bad, expected: { status: 404 } };
      });
    });
    const nowhere = [
      '/api/v1/nothing',
      '/api/nothing',
      '/api/v1/%zz',
      '/assets/nothing.js',
      '/api/v1/demands/%00/history',
    ].map((path) => ({
      title: path,
      bad: { method: 'GET', path, secret: deployment.operatorSecret },
      expected: { status: 404 },
    }));
    await expectRefused([...tries, ...nowhere], 200);
  });

  it('in queries is refused with the field named', async () => {
    const tries = ofEach((call) =>
      call.operation.parameters
        .filter((parameter) => parameter.in === 'query')
        .flatMap(({ name, schema }) =>
          wrongQueries(name, schema).map((query) => ({
            title: `${call.operation.name} ${query}`,
            bad: call.with({ query }),
            expected: { status: 422, pointer: `/${name}` },
          })),
        ),
    );
    const list = refusals.call('GET /demands');
    const unknown = ['hacked=1', '__proto__[x]=1', 'status[$ne]=draft', 'constructor=1', 'toString=1', 'limit[]=5'].map(
      (query) => ({ title: query, bad: list.with({ query }), expected: { status: 422 } }),
    );
    await expectRefused([...tries, ...unknown], 150);
  });

  it('in headers is refused: idempotency keys and versions', async () => {
    const header = (call: Good, name: string, value: string, expected: Expected): Try => ({
      title: `${call.operation.name} with ${name} ${value}`,
      bad: call.with({ headers: { ...call.ask.headers, [name]: value } }),
      expected,
    });
    const keys = ['short', 'with space in it', 'k'.repeat(129), 'sch\u00fcssel-1', ''];
    const versions = ['"99"', '99', 'W/"1"', '"abc"', '""', '"1", "2"', '-1'];
    const tries = ofEach((call) => [
      ...(call.takes('Idempotency-Key') ? keys : []).map((key) =>
        header(call, 'idempotency-key', key, { status: 422, code: 'common.idempotency_invalid' }),
      ),
      ...(call.takes('If-Match') ? versions : []).map((version) =>
        header(call, 'if-match', version, { status: 412, code: 'common.stale' }),
      ),
    ]);
    await expectRefused(tries, 150);
  });

  it('in a file is told by the import, which brings nothing in', async () => {
    const profiles = await world.operator.get('/profiles?limit=100');
    const problems = await Promise.all(brokenFiles().map(([title, type, body]) => refusedFile(title, type, body)));
    expect(problems.flat()).toEqual([]);
    expect(await world.operator.get('/profiles?limit=100')).toEqual(profiles);
    const call = refusals.call('POST /imports');
    const ask = (title: string, change: Partial<Ask>, expected: Expected): Try => ({
      title,
      bad: call.with(change),
      expected,
    });
    const tries = [
      ask('25 MB', largeFile(), { status: 413, code: 'capability.import_too_large' }),
      ask('no file type', { headers: { 'content-type': 'text/plain' } }, { status: 415 }),
      ask('JSON', { headers: { 'content-type': 'application/json' }, body: {} }, { status: 415 }),
    ];
    expect(await refusals.problems(tries)).toEqual([]);
  });

  async function refusedFile(title: string, type: string, body: string | Uint8Array): Promise<string[]> {
    const secret = world.deployment.operatorSecret;
    const headers = { 'content-type': type };
    const started = await send(world.url, { method: 'POST', path: '/api/v1/imports', secret, headers, body });
    if (started.status !== 202) return [`${title}: ${started.status} ${started.text}`];
    const { id } = started.json as { id: string };
    await world.operator.imported(id);
    const told = await Promise.all(
      (['zh', 'en'] as const).map(async (language) => {
        const read = { method: 'GET', path: `/api/v1/imports/${id}`, secret, headers: { 'accept-language': language } };
        const job = (await send(world.url, read)).json as { status: string; refusal?: string };
        // An English sentence may quote the Chinese header of a column.
        const inLanguage = /^[A-Z][a-z]/.test(job.refusal ?? '') === (language === 'en');
        return job.status === 'refused' && job.refusal && inLanguage
          ? []
          : [`${title} (${language}): ${JSON.stringify(job)}`];
      }),
    );
    return told.flat();
  }

  it('that only looks like code is kept to the letter', async () => {
    const { secret } = refusals.call('POST /demands');
    for (const text of INJECTIONS) {
      const body = { ...fullDemand(), title: `注入 ${text}`, background: text, blocked: [text] };
      const made = await send(world.url, { method: 'POST', path: '/api/v1/demands', secret, body });
      expect(made.status).toBe(201);
      const { id } = made.json as { id: string };
      const read = await send(world.url, { method: 'GET', path: `/api/v1/demands/${id}`, secret });
      expect(read.json).toMatchObject({
        title: body.title.normalize('NFC'),
        background: text.normalize('NFC'),
        blocked: [text.normalize('NFC')],
      });
      expect(read.type).toContain('application/json');
      for (const q of [text, `"${text}`, `${text}*`]) {
        const found = await send(world.url, {
          method: 'GET',
          path: `/api/v1/search/demands?q=${encodeURIComponent(q)}`,
        });
        expect(found.status).toBe(200);
      }
    }
  });

  it('under a key used before is refused when it asks for something else', async () => {
    const tries: Try[] = [];
    const profile = { name: unique('键档案') };
    const creations: [string, string, unknown, unknown][] = [
      ['POST', '/demands', fullDemand(), { ...fullDemand(), title: '另一个需求' }],
      ['POST', '/profiles', profile, { name: unique('键档案') }],
      [
        'POST',
        '/organisations',
        refusals.call('POST /organisations').ask.body,
        { ...(refusals.call('POST /organisations').ask.body as object), name: '别的名字' },
      ],
    ];
    for (const [method, path, body, other] of creations) {
      const secret = path === '/demands' ? refusals.call('POST /demands').secret : world.deployment.operatorSecret;
      const asked = { method, path: `/api/v1${path}`, secret, headers: { 'idempotency-key': `key-of-${path}` } };
      const [first, again] = [await send(world.url, { ...asked, body }), await send(world.url, { ...asked, body })];
      expect([first.status, again.status]).toEqual([201, 201]);
      expect(again.json).toEqual(first.json);
      const reused = { status: 409, code: 'common.idempotency_reused' };
      tries.push({ title: path, bad: { ...asked, body: other }, expected: reused });
    }
    expect(await refusals.problems(tries)).toEqual([]);
  });
});
