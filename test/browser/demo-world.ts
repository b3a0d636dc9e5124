import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ApiClient } from '#platform/http/api-client';
import { eventually, settled } from '#test/e2e/people';
import { StandaloneDeployment } from '#test/e2e/standalone-deployment';
import { type Look, newPerson } from './browser.js';
import { WAIT } from './cast.js';
import type { Screen, Viewer } from './screens.js';

const EMAIL: Readonly<Record<Exclude<Viewer, 'nobody'>, string>> = {
  sme: 'sme@demo.local',
  leader: 'leader@demo.local',
  staff: 'staff@demo.local',
};
const PASSWORD = 'rulian-demo';

/** All who are at the demo's event under way. */
const GUESTS = [...['leader', 'leader2', 'sme', 'sme2'], ...Array.from({ length: 6 }, (_, at) => `guest${at + 1}`)].map(
  (name) => `${name}@demo.local`,
);

interface Hits {
  readonly hits: readonly { readonly id: string }[];
}
interface List {
  readonly items: readonly { readonly id: string; readonly demandId: string; readonly score?: number }[];
}

/** The product as `npm start` leaves it: with the demo data and its accounts. */
export class DemoWorld {
  private readonly ids = new Map<string, string>();
  private readonly contexts: BrowserContext[] = [];
  /** Somebody of each organisation that is at the event under way. */
  private readonly emails = new Map<string, string>();

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

  /** Names of those who come to the open event and whom the leader has met before, as the API tells it. */
  async metBefore(): Promise<string[]> {
    const api = new ApiClient(this.url, (await this.session(EMAIL.leader)).token);
    const { items } = await api.get<{ items: { name: string; metBefore?: boolean }[] }>(
      `/matchmaking-events/${this.ids.get('event')}/participants?limit=100`,
    );
    return items.filter(({ metBefore }) => metBefore).map(({ name }) => name);
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

  /** Gives the browser the session of whoever of the demo's event belongs to the organisation. */
  private async signInAs(context: BrowserContext, organisationId: string): Promise<void> {
    const email = this.emails.get(organisationId);
    const answer = await context.request.post('/api/v1/sessions', { data: { email, password: PASSWORD } });
    if (!answer.ok()) throw new Error(`nobody of ${organisationId} can sign in: ${await answer.text()}`);
  }

  /** Who is asked to take a seat at the event under way. */
  async seatOffers(): Promise<{ leaderId: string; smeId: string }[]> {
    const { token } = await this.session(EMAIL.staff);
    return new ApiClient(this.url, token).get(`/matchmaking-events/${this.ids.get('day')}/seat-offers`);
  }

  /** The credit code of a firm that is not at the event that is open. */
  async strangerCode(): Promise<string> {
    const { token } = await this.session('guest6@demo.local');
    const me = await new ApiClient(this.url, token).get<{ organisation: { creditCode: string } }>('/me');
    return me.organisation.creditCode;
  }

  private session(email: string): Promise<{ token: string; person: { organisationId: string } }> {
    return new ApiClient(this.url).post('/sessions', { email, password: PASSWORD });
  }

  /** A page of the web app as its viewer opens it. */
  async open(browser: Browser, viewer: Viewer, look: Look, path: string): Promise<Page> {
    return this.page(browser, look, path, (context) => this.signIn(context, viewer));
  }

  /** The same for somebody of an organisation that is at the event under way. */
  async openFor(browser: Browser, organisationId: string, look: Look, path: string): Promise<Page> {
    return this.page(browser, look, path, (context) => this.signInAs(context, organisationId));
  }

  async destroy(): Promise<void> {
    for (const context of this.contexts) await context.close();
    await this.deployment.destroy();
  }

  private async page(
    browser: Browser,
    look: Look,
    path: string,
    signIn: (context: BrowserContext) => Promise<void>,
  ): Promise<Page> {
    const context = await newPerson(browser, this.url, look);
    this.contexts.push(context);
    await signIn(context);
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT.timeout);
    await page.goto(this.pathOf({ name: path, viewer: 'staff', path }));
    return page;
  }

  /** The demo's matchmaking events: one that is open for registration, one that is under way. */
  private async findEvents(token: string): Promise<void> {
    const staff = new ApiClient(this.url, token);
    const { items } = await eventually(async () => {
      const page = await staff.get<{ items: { id: string; phase: string }[] }>('/matchmaking-events');
      return page.items.some(({ phase }) => phase === 'live') && page;
    }, 60_000);
    this.ids.set('event', items.find(({ phase }) => phase === 'registration')?.id ?? 'none');
    const day = items.find(({ phase }) => phase === 'live')?.id ?? 'none';
    const code = await eventually(async () => {
      const there = await staff.get<{ items: { code: string; checkedInAt?: string }[] }>(
        `/matchmaking-events/${day}/registrations`,
      );
      return there.items.find(({ checkedInAt }) => checkedInAt !== undefined)?.code;
    }, 60_000);
    this.ids.set('day', day);
    for (const email of GUESTS) {
      const { person } = await this.session(email);
      this.emails.set(person.organisationId, email);
    }
    this.ids.set('code', code);
  }

  /** A response of the SME that is chosen, and the thread that follows. */
  private async respond(demandId: string, sme: string, leader: string, staff: string): Promise<void> {
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
    await this.judge(demandId, id, [leader, staff]);
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

  /** Each of them judges the response, the first the best. */
  private async judge(demandId: string, responseId: string, tokens: readonly string[]): Promise<void> {
    const people = tokens.map((token) => new ApiClient(this.url, token));
    const ids = await Promise.all(
      people.map(async (api) => (await api.get<{ person: { id: string } }>('/me')).person.id),
    );
    const criteria = ['team', 'ability', 'plan', 'fit'].map((id) => ({ id, weight: 25 }));
    await people[0]?.put(`/demands/${demandId}/evaluation`, { criteria, evaluatorIds: ids });
    for (const [at, api] of people.entries()) {
      const scores = Object.fromEntries(criteria.map(({ id }, nth) => [id, 9 - 2 * at - (nth % 2)]));
      await api.put(`/responses/${responseId}/sheet`, { scores, note: '设备齐全，交期还要确认。' });
    }
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
    // One that both sides see: the leader's own demand, proposed to the SME; the one that fits best.
    const [proposal] = items
      .filter(({ demandId }) => own.items.some(({ id }) => id === demandId))
      .sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
    const firms = await anyone.get<Hits>(`/search/firms?q=${encodeURIComponent('精密齿轮')}`);
    this.ids.set('proposal', proposal?.id ?? 'none');
    this.ids.set('demand', proposal?.demandId ?? 'none');
    this.ids.set('organisation', person.organisationId);
    const staff = await anyone.post<{ token: string }>('/sessions', { email: EMAIL.staff, password: PASSWORD });
    await this.findEvents(staff.token);
    await this.respond(proposal?.demandId ?? 'none', token, leader.token, staff.token);
    const { items: others } = await new ApiClient(this.url, leader.token).get<List>(
      `/demands/${proposal?.demandId}/proposals`,
    );
    const [second, third] = others.filter(({ id }) => id !== proposal?.id);
    this.ids.set('second', second?.id ?? 'none');
    this.ids.set('third', third?.id ?? 'none');
    this.ids.set('quiet', own.items.find(({ id }) => id !== proposal?.demandId)?.id ?? 'none');
    this.ids.set('firm', firms.hits[0]?.id ?? 'none');
  }
}
