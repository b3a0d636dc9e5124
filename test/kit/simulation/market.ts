import type { DemandEventData, DemandState } from '#contracts/demand';
import type { ProfileState } from '#contracts/profile';
import { EVENTS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import { demandEvent, demandState, NOW, profileEvent, profileState } from '#test/kit/makers';
import type { Random } from '#test/soak/random';

const TRADES = ['精密齿轮', '丝绸印染', '医用导管', '水性涂料', '光纤激光器', '婴儿奶粉', '无人机航测', '液压缸'];
const REGIONS = ['山东省', '江苏省', undefined] as const;
const FIRMS = 16;
/** As many as a list of proposals holds. */
const FULL = 10;
/** Statements that no demand asks for: the more of them, the less a firm answers its trade. */
const BESIDE = Array.from({ length: 24 }, (_, at) => `${['木质托盘', '打包带', '包装纸箱'][at % 3]}${at}`);

/**
 * Firms and demands that change at random. Which firm answers a demand better does not depend on the other firms: a firm
 * says the whole title or nothing of it, and of two that say it the one with less beside it is better. So what was decided
 * at any time for the same firms is still right, bit for bit of the list.
 */
export class Market {
  /** By id, as they are now; removed profiles are not among them. */
  readonly profiles = new Map<string, ProfileState>();
  readonly demands = new Map<string, DemandState>();
  private readonly trades = new Map<string, string>();
  private serial = 0;
  private busy = '';

  constructor(private readonly random: Random) {}

  /** About as many firms a trade as a list holds, so that lists are full now and then; two demands a trade. */
  open(): LogEvent[] {
    const firms = TRADES.flatMap((trade) => Array.from({ length: FIRMS }, () => this.newFirm(trade)));
    return [...firms, ...TRADES.flatMap((trade) => [this.newDemand(trade, true), this.newDemand(trade, false)])];
  }

  /** A firm that says something else, says the same again, is gone, or is new. */
  changeProfile(): LogEvent {
    const kind = this.random.next();
    if (kind < 0.03 && this.profiles.size < TRADES.length * FIRMS) return this.newFirm(this.random.pick(TRADES));
    if (kind < 0.85) return this.fillOrEmpty(this.busyTrade());
    const profile = this.random.pick([...this.profiles.values()]);
    if (kind < 0.88) return this.say(profile, {});
    if (kind < 0.97) return this.say(profile, this.anything(this.trades.get(profile.id) ?? ''));
    this.profiles.delete(profile.id);
    return profileEvent({ ...profile, version: profile.version + 1 }, EVENTS.profileRemoved);
  }

  /** A demand that is revised, closed, open again, or new: first a draft, then published. */
  changeDemand(): LogEvent<DemandEventData> {
    if (this.random.chance(0.1)) return this.newDemand(this.random.pick(TRADES), this.random.chance(0.5), true);
    const demand = this.random.pick([...this.demands.values()]);
    const version = demand.version + 1;
    if (demand.status !== 'published') {
      return this.ask({ ...demand, version, status: 'published', publishedAt: NOW }, EVENTS.demandPublished);
    }
    if (this.random.chance(0.4)) {
      return this.ask({ ...demand, version, status: 'closed', closeReason: 'expired' }, EVENTS.demandClosed);
    }
    const blocked = this.random.chance(0.5) ? [this.random.pick([...this.profiles.keys()])] : [];
    return this.ask({ ...demand, version, blocked }, EVENTS.demandRevised);
  }

  private newFirm(trade: string): LogEvent {
    this.serial += 1;
    const organisation = this.serial % 2 === 0 ? { organisationId: `o${this.serial}` } : {};
    const profile = profileState(`f${this.serial}`, { ...organisation, ...this.anything(trade) });
    this.trades.set(profile.id, trade);
    return this.put(profile, EVENTS.profileImported);
  }

  private newDemand(trade: string, must: boolean, asDraft = false): LogEvent<DemandEventData> {
    this.serial += 1;
    const regions = must ? { regions: { values: ['山东省'], must: true } } : {};
    const { publishedAt, ...draft } = demandState(`d${this.serial}`, { title: trade, ...regions, status: 'draft' });
    if (asDraft) return this.ask(draft, EVENTS.demandDrafted);
    return this.ask({ ...draft, status: 'published', publishedAt: publishedAt ?? NOW }, EVENTS.demandPublished);
  }

  /** The same for some time: what matters comes close together. */
  private busyTrade(): string {
    if (this.busy === '' || this.random.chance(0.4)) this.busy = this.random.pick(TRADES);
    return this.busy;
  }

  /** Where a list is full one of the better firms leaves it; else one comes in as the worst of all. */
  private fillOrEmpty(trade: string): LogEvent {
    const firms = [...this.profiles.values()].filter(({ id }) => this.trades.get(id) === trade);
    const answering = firms.filter(({ products }) => products.length > 0);
    const others = firms.filter(({ products }) => products.length === 0);
    const most = Math.max(0, ...answering.map(({ equipment }) => equipment.length));
    const worst = answering.find(({ equipment }) => equipment.length === BESIDE.length);
    if (worst) return this.say(worst, { equipment: [] });
    const better = answering.filter(({ equipment }) => equipment.length < most);
    if (answering.length >= FULL && better.length > 0) return this.say(this.random.pick(better), { products: [] });
    if (others.length === 0) return this.newFirm(trade);
    return this.say(this.random.pick(others), { products: [trade], equipment: BESIDE.slice(0, most + 1) });
  }

  private anything(trade: string): Partial<ProfileState> {
    const region = this.random.pick(REGIONS);
    const equipment = BESIDE.slice(0, this.random.below(BESIDE.length / 2));
    const products = this.random.chance(0.62) ? [trade] : [];
    return { products, equipment, ...(region ? { region } : {}) };
  }

  private say(profile: ProfileState, what: Partial<ProfileState>): LogEvent {
    return this.put({ ...profile, ...what, version: profile.version + 1 }, EVENTS.profileChanged);
  }

  private put(profile: ProfileState, type: string): LogEvent {
    this.profiles.set(profile.id, profile);
    return profileEvent(profile, type);
  }

  private ask(demand: DemandState, type: string): LogEvent<DemandEventData> {
    this.demands.set(demand.id, demand);
    return demandEvent(demand, type);
  }
}
