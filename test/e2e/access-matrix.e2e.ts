import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Lanes } from '#platform/lanes';
import { AnswerCheck } from './api/answers.js';
import { CALLS, callsOf } from './api/calls.js';
import { type Case, casesOf, sent } from './api/cases.js';
import { type OpenApi, type Operation, operationsOf, readDocument } from './api/document.js';
import type { About, Ask, Call } from './api/fixture.js';
import { differences, readList, snapshot } from './api/snapshot.js';
import { type Answer, eachOf, send } from './api/wire.js';
import { type Actor, createWorld, demandBody, FOREIGN, SECRET, type World } from './api/world.js';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { signIn } from './people.js';

/** Each problem of a case once, with what was asked; list positions do not make problems different. */
function told({ operation, call, about }: Case, problems: readonly string[]): string[] {
  const title = `${operation.name} by ${about.actor.name}, ${call.title ?? ''} ${call.about}`;
  return [...new Set(problems.map((problem) => `${title}: ${problem.replace(/\/\d+/g, '/*')}`))];
}

/** Milliseconds; thousands of requests on a busy machine. */
const PATIENCE = 400_000;

/** Calls whose things are made ahead of them. */
const AHEAD = 8;

describe('access', () => {
  jest.setTimeout(PATIENCE);
  let deployment: Deployment;
  let document: OpenApi;
  let operations: Operation[];
  let check: AnswerCheck;
  let world: World;
  let cases: Case[];

  beforeAll(async () => {
    deployment = await deploy();
    document = await readDocument(deployment.url);
    operations = operationsOf(document);
    check = new AnswerCheck(document);
    world = await createWorld(deployment);
    cases = casesOf(operations, world);
  });

  afterAll(() => deployment?.destroy());

  it('is declared by every operation, and every operation is called here', () => {
    expect(operations.filter(({ access }) => !access?.any && !access?.own).map(({ name }) => name)).toEqual([]);
    expect(Object.keys(CALLS).sort()).toEqual(operations.map(({ name }) => name).sort());
  });

  it('is refused to everybody whom the declaration does not name, telling and changing nothing', async () => {
    const refused = cases.filter(({ refusal }) => refusal !== undefined);
    const asks = await asksOf(refused);
    const before = await snapshot(world);
    const wrong = await eachOf([...refused.keys()], async (at) => {
      const [one, ask] = [refused[at], asks[at]];
      if (!one || !ask) return [];
      const answer = await send(world.url, sent(one.operation, ask, one.about.actor.secret));
      return told(one, refusedBadly(one, answer));
    });
    expect(wrong.flat()).toEqual([]);
    expect(differences(before, await snapshot(world))).toEqual([]);
    expect(refused.length).toBeGreaterThan(600);
  });

  it('is given to whom it is declared for: reading, which changes nothing', async () => {
    const reads = cases.filter(({ operation, refusal }) => operation.method === 'GET' && refusal === undefined);
    const asks = await asksOf(reads);
    const before = await snapshot(world);
    const wrong = await eachOf([...reads.keys()], async (at) => (reads[at] ? allowedBadly(reads[at], asks[at]) : []));
    expect(wrong.flat()).toEqual([]);
    expect(differences(before, await snapshot(world))).toEqual([]);
  });

  it('is given to whom it is declared for: writing', async () => {
    const writes = cases.filter(({ operation, refusal }) => operation.method !== 'GET' && refusal === undefined);
    const [early, late] = [writes.filter(({ call }) => !call.late), writes.filter(({ call }) => call.late)];
    const [staying, ending] = [
      early.filter(({ call }) => !call.endsSession),
      early.filter(({ call }) => call.endsSession),
    ];
    const wrong: string[] = [];
    for (const group of [staying, ending, late]) {
      const ahead = group === staying ? AHEAD : 0;
      const asks = new Map<Case, Promise<Ask | undefined>>();
      const make = (one: Case) => {
        const ask = asks.get(one) ?? Promise.resolve(one.call.ask(one.about));
        ask.catch(() => undefined);
        asks.set(one, ask);
        return ask;
      };
      for (const [at, one] of group.entries()) {
        const ask = make(one);
        // What the next calls ask for is made while this one is tried.
        for (const next of group.slice(at + 1, at + 1 + ahead)) if (!next.call.shared) make(next);
        wrong.push(...(await allowedBadly(one, await ask)));
        if (one.call.endsSession) await signInAgain(one.about.actor);
      }
    }
    expect(wrong).toEqual([]);
    const items = (await readList(world.foreignReader, 'notices')) as { id: string; read: boolean }[];
    expect(items.find(({ id }) => id === world.notice)).toMatchObject({ read: false });
  }, 240_000);

  it('is tried by every role that the declaration names', () => {
    const tried = new Set(
      cases
        .filter(({ refusal }) => refusal === undefined)
        .map(({ operation, about }) => `${operation.name} ${about.actor.role}`),
    );
    const untried = operations.flatMap(({ name, access }) =>
      [...(access?.any ?? []), ...(access?.own ?? [])]
        .filter((role) => !(access?.person && role === 'operator'))
        .filter((role) => !tried.has(`${name} ${role}`))
        .map((role) => `${name} ${role}`),
    );
    expect(untried).toEqual([]);
  });

  it('takes a cookie alone for no write that comes from another site', async () => {
    const reader = world.actors.find(({ name }) => name === 'leader member');
    const cookie = `rulian_session=${reader?.secret}`;
    const title = 'VON ANDERSWO';
    const post = (headers: Record<string, string>) =>
      send(world.url, {
        method: 'POST',
        path: '/api/v1/demands',
        headers: { cookie, 'accept-language': 'en', ...headers },
        body: demandBody(title),
      });
    const before = await snapshot(world);
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: world.url },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${world.url}.evil.example` },
      { origin: `https://evil.example?${world.url}` },
    ];
    for (const headers of foreign) {
      const answer = await post(headers);
      expect({ headers, ...(answer.json as object) }).toMatchObject({
        headers,
        status: 403,
        code: 'common.cross_site',
      });
    }
    expect(differences(before, await snapshot(world))).toEqual([]);
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    expect((await post({ origin: world.url })).status).toBe(201);
    const read = { method: 'GET', path: '/api/v1/me', headers: { cookie, 'sec-fetch-site': 'cross-site' } };
    expect((await send(world.url, read)).status).toBe(200);
  });

  it('leaves no fault in the log', () => {
    expect(deployment.written.split('\n').filter((line) => /"level":[56]0/.test(line))).toEqual([]);
  });

  /** One thing for all who are refused it: what has been used up by one shows at the next. */
  async function asksOf(some: readonly Case[]): Promise<(Ask | undefined)[]> {
    const made = new Map<string, Promise<Ask | undefined>>();
    // Not all at once: what one waits for would come after all that the others have begun.
    const lanes = new Lanes(100);
    return Promise.all(
      some.map(({ operation, call, about }) => {
        const { role, name } = about.actor;
        const who = call.personal ? name : `${about.house?.id} ${role}`;
        const key = `${operation.name} ${callsOf(operation).indexOf(call)} ${who}`;
        const ask = made.get(key) ?? lanes.run(async () => call.ask(about));
        made.set(key, ask);
        return ask;
      }),
    );
  }

  function refusedBadly({ refusal, about }: Case, answer: Answer): string[] {
    const shown = [SECRET, FOREIGN, ...Object.values(about.world.foreign.standing)].filter((text) =>
      answer.text.includes(text),
    );
    return [
      ...(answer.status === refusal ? [] : [`${answer.status} instead of ${refusal}: ${answer.text.slice(0, 200)}`]),
      ...(answer.status >= 400 ? check.refusalProblems(answer) : []),
      ...shown.map((text) => `the refusal shows ${text}`),
    ];
  }

  async function allowedBadly(one: Case, ask: Ask | undefined): Promise<string[]> {
    if (!ask) return [];
    const { operation, call, about } = one;
    const answer = await send(world.url, sent(operation, ask, about.actor.secret));
    const problems =
      answer.status >= 300 ? [`${answer.status}: ${answer.text.slice(0, 300)}`] : check.problems(operation, answer);
    return told(one, [...problems, ...shownBadly(operation, call, about, answer)]);
  }

  /** Lists of one's own hold what is one's own and nothing else; what a field's owner keeps back is nowhere. */
  function shownBadly({ access }: Operation, call: Call, about: About, answer: Answer): string[] {
    const { role } = about.actor;
    const expected = role === 'operator' || role === 'staff' ? undefined : call.sees?.(about);
    const ownList = call.about === 'self' && access?.own?.includes(role);
    const never = ownList ? [FOREIGN, ...Object.values(about.world.foreign.standing)] : [];
    const secrets = role === 'operator' || role === 'staff' || call.about === 'own' || ownList ? [] : [SECRET];
    return [
      ...(expected && !answer.text.includes(expected) ? [`does not show the own ${expected}`] : []),
      ...[...never, ...secrets].filter((text) => answer.text.includes(text)).map((text) => `shows ${text}`),
    ];
  }

  async function signInAgain(actor: Actor): Promise<void> {
    if (!actor.email) return;
    const { api, token } = await signIn(world.deployment, actor.email);
    actor.secret = token;
    if (actor.house?.email === actor.email) actor.house.admin = api;
  }
});
