import type { Page } from 'playwright-core';
import { addMember, type Member, settled } from '#test/e2e/people';
import { type Look, signInAs } from './browser.js';
import { Cast } from './cast.js';

/** Who has a part in the way from a demand to a contract: staff, a leader, and two firms that fit. */
export type Party = 'staff' | 'leader' | 'strong' | 'busy';

/** The demand that both firms fit. */
export const TITLE = '冰箱压缩机用精密齿轮配套';

export interface FourParties {
  readonly cast: Cast;
  readonly members: Readonly<Record<Party, Member>>;
  /** The browser of each, signed in. */
  readonly pages: Readonly<Record<Party, Page>>;
}

/** A product of its own with the four in it, each before a screen of a size. */
export async function fourParties(looks: Readonly<Record<Party, Look>>): Promise<FourParties> {
  const cast = await Cast.create();
  const join = (kind: 'staff' | 'leader' | 'sme', name: string) => addMember(cast.deployment, kind, name);
  const members = {
    staff: await join('staff', '青岛市民营经济服务中心'),
    leader: await join('leader', '海岳智能家电集团'),
    strong: await join('sme', '青岛岚齿精密机械有限公司'),
    busy: await join('sme', '潍坊新齿轮有限公司'),
  };
  for (const { api, organisationName: name } of [members.strong, members.busy])
    await api.post('/profiles', { name, products: ['冰箱压缩机用精密齿轮'], processes: ['磨齿'] });
  await settled(cast.deployment);
  const before = async (party: Party) => {
    const page = await cast.person(looks[party]);
    await signInAs(page, members[party]);
    return page;
  };
  const pages = {
    staff: await before('staff'),
    leader: await before('leader'),
    strong: await before('strong'),
    busy: await before('busy'),
  };
  return { cast, members, pages };
}
