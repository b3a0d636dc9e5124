import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { addMember, eventually, inDays, type Member, signIn } from './people.js';

interface Words {
  readonly kind: string;
  readonly version: number;
  readonly needed: readonly string[];
  readonly house: { readonly zh: { readonly title: string } };
  readonly own?: object;
}
interface Tried {
  readonly zh: Record<'title' | 'body' | 'subject' | 'text' | 'html' | 'robot', string>;
}

/** Until events go on after a kill: the log has to find out first that the process has died. */
const LONG = 180_000;
const PATH = '/notice-words/demand.published';
const words = (title: string, body = '请留意 <b>匹配</b> & 揭榜') => ({
  zh: { title, body },
  en: { title: `EN ${title}`, body },
});

describe('staff change the words of a kind of notice', () => {
  let deployment: Deployment;
  let staff: Member;
  let leader: Member;

  beforeAll(async () => {
    deployment = await deploy();
    staff = await addMember(deployment, 'staff', '民营经济局');
    leader = await addMember(deployment, 'leader', '海岳家电集团');
  }, 120_000);
  afterAll(() => deployment.destroy());

  /** Title of the notice that a demand of this name is published. */
  async function told(name: string): Promise<string> {
    const body = { type: 'supply', title: name, deadline: inDays(60) };
    const { id } = await leader.api.post<{ id: string }>('/demands', body);
    await leader.api.post(`/demands/${id}/submission`);
    return eventually(async () => {
      const { items } = await leader.api.get<{ items: { title: string }[] }>('/notices?limit=100');
      return items.find(({ title }) => title.includes(name))?.title;
    }, LONG);
  }
  const current = async () =>
    (await staff.api.get<Words[]>('/notice-words')).find(({ kind }) => kind === 'demand.published') as Words;
  const refusal = (asking: Promise<unknown>) =>
    asking.then(
      () => 'nothing refused',
      (error: { problem?: { code?: string } }) => error.problem?.code,
    );

  it('is refused where a place is not known, one is missing, or an address stands in it', async () => {
    expect(await refusal(staff.api.put(PATH, words('{titel}')))).toBe('words.unknown');
    expect(await refusal(staff.api.put(PATH, words('已发布')))).toBe('words.missing');
    expect(await refusal(staff.api.put(PATH, words('{title} https://example.com')))).toBe('words.link');
    expect(await refusal(staff.api.put('/notice-words/no.such', words('{title}')))).toBe('common.not_found');
    expect(await refusal(leader.api.put(PATH, words('{title}')))).toBe('common.forbidden');
    expect(await current()).toMatchObject({ version: 0, needed: ['title'] });
  });

  it('is shown as it will look, with what others write as text', async () => {
    const { zh } = await staff.api.post<Tried>(`${PATH}/preview`, words('好消息：{title}'));
    expect(zh.title).toBe('好消息：冰箱压缩机用精密齿轮配套');
    expect(zh.subject).toContain(zh.title);
    expect(zh.html).toContain('&lt;b&gt;匹配&lt;/b&gt; &amp; 揭榜');
    expect(zh.text).toContain('请留意 <b>匹配</b> & 揭榜');
    expect(zh.robot).toContain('好消息：冰箱压缩机用精密齿轮配套');
    expect(await current()).not.toHaveProperty('own');
  });

  it(
    'holds for notices from then on, also after a kill, and leaves a history',
    async () => {
      expect(await told('甲需求甲')).not.toContain('EN ');
      await staff.api.put(PATH, words('好消息：{title}'));
      expect(await eventually(async () => (await told('乙需求乙')) === 'EN 好消息：乙需求乙', LONG)).toBe(true);
      await deployment.kill();
      await deployment.start();
      leader = { ...leader, ...(await signIn(deployment, leader.email)) };
      staff = { ...staff, ...(await signIn(deployment, staff.email)) };
      await eventually(async () => (await told(`丙需求${Date.now()}`)).startsWith('EN 好消息'), LONG);
      expect(await refusal(staff.api.put(PATH, words('{title}'), { 'if-match': '7' }))).toBe('common.stale');
      await staff.api.delete(PATH);
      await eventually(async () => !(await told(`丁需求${Date.now()}`)).startsWith('EN '), LONG);
      const history = await eventually(async () => {
        const { items } = await staff.api.get<{ items: { own?: object; byName: string }[] }>(`${PATH}/history`);
        return items.length === 2 && items;
      }, LONG);
      expect(history.map(({ own }) => own !== undefined)).toEqual([false, true]);
      expect(history[0]?.byName).toContain('民营经济局');
    },
    3 * LONG,
  );
});
