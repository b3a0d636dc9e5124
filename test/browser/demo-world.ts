import type { BrowserContext } from 'playwright-core';
import { ApiClient } from '#platform/http/api-client';
import { eventually, settled } from '#test/e2e/people';
import { StandaloneDeployment } from '#test/e2e/standalone-deployment';
import type { Screen, Viewer } from './screens.js';

const EMAIL: Readonly<Record<Exclude<Viewer, 'nobody'>, string>> = {
  sme: 'sme@demo.local',
  leader: 'leader@demo.local',
  staff: 'staff@demo.local',
};
const PASSWORD = 'rulian-demo';

interface Hits {
  readonly hits: readonly { readonly id: string }[];
}
interface List {
  readonly items: readonly { readonly id: string; readonly demandId: string }[];
}

/** The product as `npm start` leaves it: with the demo data and its accounts. */
export class DemoWorld {
  private readonly ids = new Map<string, string>();

  private constructor(private readonly deployment: StandaloneDeployment) {}

  static async create(): Promise<DemoWorld> {
    const deployment = await StandaloneDeployment.create({ RULIAN_DEMO: '1' });
    const world = new DemoWorld(deployment);
    await eventually(
      async () => (await new ApiClient(world.url).get<Hits>('/search/demands')).hits.length >= 8,
      60_000,
    );
    await settled(deployment);
    await world.find();
    return world;
  }

  get url(): string {
    return this.deployment.url;
  }

  /** The address of a screen, with the ids of things that its viewer may see. */
  pathOf({ path }: Screen): string {
    return path.replace(/:(\w+)/g, (_whole, name: string) => this.ids.get(name) ?? name);
  }

  /** Gives the browser the session of the viewer. */
  async signIn(context: BrowserContext, viewer: Viewer): Promise<void> {
    if (viewer === 'nobody') return;
    const data = { email: EMAIL[viewer], password: PASSWORD };
    const answer = await context.request.post('/api/v1/sessions', { data });
    if (!answer.ok()) throw new Error(`${viewer} cannot sign in: ${await answer.text()}`);
  }

  destroy(): Promise<void> {
    return this.deployment.destroy();
  }

  /** The demo's matchmaking events: one that is open for registration, one that is under way. */
  private async findEvents(): Promise<void> {
    const anyone = new ApiClient(this.url);
    const { token } = await anyone.post<{ token: string }>('/sessions', { email: EMAIL.staff, password: PASSWORD });
    const staff = new ApiClient(this.url, token);
    const { items } = await eventually(async () => {
      const page = await staff.get<{ items: { id: string; phase: string }[] }>('/matchmaking-events');
      return page.items.some(({ phase }) => phase === 'live') && page;
    }, 60_000);
    this.ids.set('event', items.find(({ phase }) => phase === 'registration')?.id ?? 'none');
    const day = items.find(({ phase }) => phase === 'live')?.id ?? 'none';
    const there = await staff.get<{ items: { code: string; checkedInAt?: string }[] }>(
      `/matchmaking-events/${day}/registrations`,
    );
    this.ids.set('day', day);
    this.ids.set('code', there.items.find(({ checkedInAt }) => checkedInAt !== undefined)?.code ?? 'none');
  }

  /** A response of the SME that is chosen, and the thread that follows. */
  private async respond(demandId: string, sme: string, leader: string): Promise<void> {
    const [firm, asker] = [new ApiClient(this.url, sme), new ApiClient(this.url, leader)];
    const body = { plan: '先送样，再量产。', price: { min: 18, max: 22, unit: '件' } };
    const { missing } = await firm.put<{ missing: { item: string; needed: boolean }[] }>(
      `/demands/${demandId}/response`,
      body,
    );
    const musts = missing.filter(({ item, needed }) => needed && item.startsWith('requirement:'));
    const answers = musts.map(({ item }) => ({ requirement: item.slice(12), meets: 'meet', how: '现有产线可做' }));
    const { id } = await firm.put<{ id: string }>(`/demands/${demandId}/response`, { ...body, answers });
    await firm.post(`/responses/${id}/submission`);
    await asker.post(`/responses/${id}/questions`, { text: '月产能多少？' });
    await asker.post(`/responses/${id}/choice`);
    const thread = await eventually(async () => {
      const { items } = await firm.get<{ items: { id: string }[] }>('/engagements');
      return items[0]?.id;
    });
    await firm.post(`/engagements/${thread}/messages`, { text: '样件下周寄出' });
    this.ids.set('response', id);
    this.ids.set('thread', thread);
  }

  private async find(): Promise<void> {
    const anyone = new ApiClient(this.url);
    const { token, person } = await anyone.post<{ token: string; person: { organisationId: string } }>('/sessions', {
      email: EMAIL.sme,
      password: PASSWORD,
    });
    const { items } = await new ApiClient(this.url, token).get<List>('/proposals');
    const leader = await anyone.post<{ token: string }>('/sessions', { email: EMAIL.leader, password: PASSWORD });
    const own = await new ApiClient(this.url, leader.token).get<List>('/demands?limit=100');
    // One that both sides see: the leader's own demand, proposed to the SME.
    const proposal = items.find(({ demandId }) => own.items.some(({ id }) => id === demandId));
    const firms = await anyone.get<Hits>(`/search/firms?q=${encodeURIComponent('精密齿轮')}`);
    this.ids.set('proposal', proposal?.id ?? 'none');
    this.ids.set('demand', proposal?.demandId ?? 'none');
    this.ids.set('organisation', person.organisationId);
    await this.findEvents();
    await this.respond(proposal?.demandId ?? 'none', token, leader.token);
    this.ids.set('firm', firms.hits[0]?.id ?? 'none');
  }
}
