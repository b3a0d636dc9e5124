import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOPICS } from '#contracts/topics';
import { ApiClient } from '#platform/http/api-client';
import { office, pdf } from '#test/kit/sample-files';
import type { OpenApi } from './api/document.js';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { addColleague, addMember, eventually, inDays, type Member, settled } from './people.js';

const LEVELS = ['public', 'matched', 'nda', 'named', 'owner'] as const;
type Level = (typeof LEVELS)[number];

/** A value of each field that a leader may narrow, which holds a mark; `wanted` has too few values to be found again. */
const FIELDS: Readonly<Record<string, (mark: string, serial: number) => object>> = {
  background: (mark) => ({ background: mark }),
  requirements: (mark) => ({ requirements: [{ id: 'r1', name: mark, target: mark, testMethod: mark, must: false }] }),
  chain: (mark) => ({ chain: mark }),
  link: (mark) => ({ link: mark }),
  process: (mark) => ({ process: mark }),
  quantity: (mark) => ({ quantity: mark }),
  dates: (_mark, serial) => ({ dates: { sample: inDays(1000 + serial) } }),
  certificates: (mark) => ({ certificates: [{ name: mark, must: false }] }),
  regions: (mark) => ({ regions: { values: [mark], must: false } }),
  budget: (_mark, serial) => ({ budget: { max: 7_654_000 + serial } }),
  ipTerms: (mark) => ({ ipTerms: mark }),
};

interface Planted {
  readonly mark: string;
  readonly level: Level;
}
interface List {
  readonly items: readonly { readonly id: string; readonly demandId: string }[];
}
interface Access {
  readonly byName: string;
  readonly side: string;
  readonly fields: readonly string[];
}

describe('what is confidential of a demand and its responses', () => {
  let deployment: Deployment;
  let document: OpenApi;
  let leader: Member;
  let staff: Member;
  let sme: Member;
  let other: Member;
  let colleague: ApiClient;
  const planted: Planted[] = [];
  let chosenId = '';
  /** Seen by the firm, the leader and staff. */
  const between: string[] = [];
  const ids: Record<'demands' | 'proposals' | 'responses' | 'engagements' | 'files', string[]> = {
    demands: [],
    proposals: [],
    responses: [],
    engagements: [],
    files: [],
  };

  beforeAll(async () => {
    deployment = await deploy({ RULIAN_LOG_LEVEL: 'debug' });
    document = (await (await fetch(`${deployment.url}/api/openapi.json`)).json()) as OpenApi;
    leader = await addMember(deployment, 'leader', '海岳家电集团');
    staff = await addMember(deployment, 'staff', '民营经济局');
    sme = await addMember(deployment, 'sme', '青岛岚齿精密机械有限公司');
    other = await addMember(deployment, 'sme', '潍坊丝绸印染有限公司');
    await sme.api.post('/profiles', { name: sme.organisationName, products: ['精密齿轮'] });
    await other.api.post('/profiles', { name: other.organisationName, products: ['丝绸印染'] });
    colleague = (await addColleague(deployment, sme, '旁人')).api;
    await settled(deployment);
    for (const at of LEVELS.keys()) await plant(at);
    await plantChosen();
    await settled(deployment);
    const { items } = await sme.api.get<List>('/proposals?limit=100');
    ids.proposals.push(...items.map(({ id }) => id));
    expect(ids.proposals).toHaveLength(LEVELS.length + 1);
  }, 120_000);
  afterAll(() => deployment.destroy());

  /** A demand in which each field is kept to one circle, another one for each demand. */
  async function plant(at: number): Promise<void> {
    const disclosure: Record<string, Level> = {};
    const body: Record<string, unknown> = { type: 'supply', title: '精密齿轮', deadline: inDays(60), disclosure };
    for (const [serial, [field, value]] of Object.entries(FIELDS).entries()) {
      const level = LEVELS[(serial + at) % LEVELS.length] ?? 'owner';
      disclosure[field] = level;
      const number = at * 20 + serial;
      const mark = { dates: inDays(1000 + number), budget: String(7_654_000 + number) }[field] ?? `QX${number + 100}Z`;
      Object.assign(body, value(mark, number));
      planted.push({ mark, level });
    }
    if (disclosure.requirements === 'public') {
      const lines = LEVELS.map((level) => ({ name: `QXR${level}Z`, target: '具备', must: false, disclosure: level }));
      body.requirements = [...(body.requirements as object[]), ...lines];
      planted.push(...LEVELS.map((level) => ({ mark: `QXR${level}Z`, level })));
    }
    body.blocked = [`QXB${at}Z`];
    planted.push({ mark: `QXB${at}Z`, level: 'owner' });
    const { id } = await leader.api.post<{ id: string }>('/demands', body);
    await leader.api.post(`/demands/${id}/submission`);
    await settled(deployment);
    ids.demands.push(id);
    await attach(id, at);
  }

  /** A file of each circle, with one mark in its name and one in its content, which is not packed. */
  async function attach(demandId: string, at: number): Promise<void> {
    for (const level of LEVELS) {
      const [inName, inContent] = [`QXF${at}${level}Z`, `QXC${at}${level}Z`];
      const content = at % 2 === 0 ? await pdf(inContent) : office('docx', inContent);
      await upload(leader, `/demands/${demandId}/files?name=${inName}&disclosure=${level}`, content);
      planted.push({ mark: inName, level }, { mark: inContent, level });
    }
  }

  async function upload(member: Member, path: string, content: Uint8Array): Promise<void> {
    const stream = new Blob([new Uint8Array(content)]).stream();
    ids.files.push((await member.api.upload<{ id: string }>(path, 'application/octet-stream', stream)).id);
  }

  /** A demand that is shown to the one firm only: to others not even its title, or that it is there. */
  async function plantChosen(): Promise<void> {
    const profile = await deployment.operator.get<{ hits: { id: string }[] }>(
      `/search/firms?q=${encodeURIComponent(sme.organisationName)}`,
    );
    const { id } = await leader.api.post<{ id: string }>('/demands', {
      ...{ type: 'supply', title: 'QXWTZ 精密齿轮', deadline: inDays(60), background: 'QXWBZ', process: 'QXWPZ' },
      chosen: { order: 'in-turn', days: 30, firms: profile.hits.map((hit) => ({ firmId: hit.id })) },
    });
    await leader.api.post(`/demands/${id}/submission`);
    ids.demands.push(id);
    chosenId = id;
    for (const mark of ['QXWTZ', 'QXWBZ', 'QXWPZ']) planted.push({ mark, level: 'matched' });
  }

  /** Status and code of everything that can be asked of a demand, as one who has nothing to do with it. */
  async function answersFor(id: string, secret: string | undefined): Promise<string[]> {
    const answers: string[] = [];
    for (const [path, operations] of Object.entries(document.paths)) {
      if (!path.startsWith('/api/v1/demands/{id}')) continue;
      for (const method of Object.keys(operations)) {
        const headers: Record<string, string> = {
          ...(secret ? { authorization: `Bearer ${secret}` } : {}),
          ...(method === 'get' ? {} : { 'content-type': 'application/json', 'if-match': '77' }),
        };
        const address = `${deployment.url}${path.replace('{id}', id).replace(/\{\w+\}/g, 'none')}`;
        const init = { method: method.toUpperCase(), headers, ...(method === 'get' ? {} : { body: '{}' }) };
        const response = await fetch(address, init);
        const { code } = (await response.json().catch(() => ({}))) as { code?: string };
        answers.push(`${method} ${path}: ${response.status} ${code}`);
      }
    }
    return answers;
  }

  /** Everything that the reader can read with GET, as one text. */
  async function read(secret: string | undefined): Promise<string> {
    const paths = Object.entries(document.paths).filter(([path, { get }]) => get && !/stream|access-log/.test(path));
    const texts: string[] = [];
    for (const [path, { get }] of paths) {
      const [, , , head = ''] = path.split('/');
      const targets = path.includes('{id}') ? (ids[head as keyof typeof ids] ?? ['none']) : [''];
      const paged = get?.parameters?.some(({ name }) => name === 'limit') ? '?limit=100' : '';
      for (const id of targets) {
        const address = path.replace('{id}', id).replace(/\{\w+\}/g, 'none');
        const headers: Record<string, string> = secret ? { authorization: `Bearer ${secret}` } : {};
        texts.push(await (await fetch(`${deployment.url}${address}${paged}`, { headers })).text());
      }
    }
    return texts.join('\n');
  }

  /** The marks that a reader finds, and those that its circle may. */
  async function expectSees(secret: string | undefined, level: Level, isBetween: boolean): Promise<void> {
    const text = await read(secret);
    const mayRead = (needed: Level) => LEVELS.indexOf(needed) <= LEVELS.indexOf(level);
    const marks = [...planted.map(({ mark }) => mark), ...between];
    const allowed = [
      ...planted.filter((one) => mayRead(one.level)).map(({ mark }) => mark),
      ...(isBetween ? between : []),
    ];
    expect(marks.filter((mark) => text.includes(mark)).sort()).toEqual(allowed.sort());
    // What was just read was logged by the server, if at all: nothing of it is in its log.
    expect(marks.filter((mark) => deployment.written.includes(mark))).toEqual([]);
  }

  it('is shown to nobody but the owner and staff before a firm has to do with it', async () => {
    await expectSees(undefined, 'public', false);
    await expectSees(other.token, 'public', false);
    await expectSees(leader.token, 'owner', false);
    await expectSees(staff.token, 'owner', false);
    await expectSees(sme.token, 'matched', false);
  }, 120_000);

  it('answers others of a demand for chosen firms as if it were not there, also on its page', async () => {
    for (const secret of [undefined, other.token]) {
      const answers = await answersFor(chosenId, secret);
      expect(answers.length).toBeGreaterThan(20);
      expect(answers).toEqual(await answersFor(`${chosenId.slice(0, -4)}0000`, secret));
    }
    const page = await fetch(`${deployment.url}/demands/${chosenId}`, { headers: { accept: 'text/html' } });
    expect(await page.text()).not.toContain('QXW');
  }, 60_000);

  it('stays so while the firm responds; its response is between it and the owner', async () => {
    for (const [at, demandId] of ids.demands.entries()) {
      const mark = (part: string) => `QX${part}${at}Z`;
      const { id } = await sme.api.put<{ id: string }>(`/demands/${demandId}/response`, {
        plan: mark('P'),
        team: [{ name: mark('T'), role: '工艺' }],
        milestones: [{ name: mark('M'), day: inDays(30) }],
        ip: mark('I'),
      });
      await sme.api.post(`/responses/${id}/submission`);
      ids.responses.push(id);
      between.push(mark('P'), mark('T'), mark('M'), mark('I'));
      await leader.api.post(`/responses/${id}/choice`);
    }
    const threads = await eventually(async () => {
      const { items } = await sme.api.get<List>('/engagements?limit=100');
      return items.length === LEVELS.length + 1 && items;
    });
    ids.engagements.push(...threads.map(({ id }) => id));
    for (const id of ids.engagements)
      await leader.api.post(`/engagements/${id}/messages`, { text: `QXN${id.slice(0, 6)}Z` });
    between.push(...ids.engagements.map((id) => `QXN${id.slice(0, 6)}Z`));
    for (const id of ids.engagements) {
      const [inName, inContent] = [`QXG${id.slice(0, 6)}Z`, `QXH${id.slice(0, 6)}Z`];
      await upload(leader, `/engagements/${id}/files?name=${inName}&step=sample`, await pdf(inContent));
      between.push(inName, inContent);
    }
    await settled(deployment);
    await expectSees(sme.token, 'matched', true);
    await expectSees(other.token, 'public', false);
    await expectSees(undefined, 'public', false);
  }, 120_000);

  it('opens with the NDA what is kept for after it, and to named people what is kept for them', async () => {
    const close = { outcome: 'done', evidence: ['NDA-2026-07'] };
    for (const id of ids.engagements) await leader.api.post(`/engagements/${id}/steps/nda/closing`, close);
    await expectSees(sme.token, 'nda', true);
    for (const id of ids.engagements) await leader.api.put(`/engagements/${id}/readers`, { personIds: [sme.personId] });
    await settled(deployment);
    await expectSees(sme.token, 'named', true);
    const mine = await colleague.get<{ demand: { withheld: string[] } }>(`/engagements/${ids.engagements.at(-1)}`);
    expect(mine.demand.withheld.length).toBeGreaterThan(0);
    await expectSees(other.token, 'public', false);
    await expectSees(leader.token, 'owner', true);
    await expectSees(staff.token, 'owner', true);
  }, 120_000);

  it('is named by the owner of the demand alone, and only people of the firm', async () => {
    const [id] = ids.engagements;
    const refusal = (asking: Promise<unknown>) =>
      asking.then(
        () => 'nothing refused',
        (error: { problem?: { code?: string } }) => error.problem?.code,
      );
    const name = (member: Member, personId: string) =>
      member.api.put(`/engagements/${id}/readers`, { personIds: [personId] });
    expect(await refusal(name(sme, sme.personId))).toBe('engagement.readers_by_leader');
    expect(await refusal(name(leader, other.personId))).toBe('engagement.person_unknown');
    expect(await refusal(name(other, other.personId))).toBe('common.not_found');
  });

  it('leaves a log for the owner: who was shown which fields, in a thread and by staff', async () => {
    const [id = ''] = ids.demands;
    await settled(deployment);
    const { items } = await leader.api.get<{ items: Access[] }>(`/demands/${id}/access-log?limit=100`);
    const fieldsOf = (byName: string) =>
      new Set(items.filter((one) => one.byName === byName).flatMap(({ fields }) => fields));
    const at = (level: Level) => Object.keys(FIELDS).filter((_, serial) => LEVELS[serial % LEVELS.length] === level);
    const named = fieldsOf(`${sme.organisationName}的人`);
    expect([...named].sort()).toEqual([...at('nda'), ...at('named')].sort());
    expect([...fieldsOf(`${staff.organisationName}的人`)]).toEqual(expect.arrayContaining(at('owner')));
    expect(items.some(({ byName }) => byName === `${leader.organisationName}的人`)).toBe(false);
    expect(await sme.api.get(`/demands/${id}/access-log`).catch((error: { status?: number }) => error.status)).toBe(
      404,
    );
  });

  it('is in no public event', async () => {
    await deployment.stop();
    const log = await deployment.openLog();
    const topics = Object.values(TOPICS).filter((topic) => topic.startsWith('public.'));
    const texts: string[] = [];
    const tail = await log.tail(topics, '', (events) => void texts.push(JSON.stringify(events)));
    await tail.reached(await log.end(topics));
    await tail.close();
    await log.close();
    const found = planted.filter(({ mark }) => texts.join().includes(mark));
    expect(new Set(found.map(({ level }) => level))).toEqual(new Set(['public']));
  }, 60_000);
});
