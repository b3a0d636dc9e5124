import { viewDemand } from '#contracts/disclosure';
import { viewProfile } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import type { Search } from '#ports/search/search';
import { demandState, logEvent, profileState } from './makers.js';

export const publicDemand = (id: string, version = 1, title = `精密齿轮 ${version}`): LogEvent => {
  const view = viewDemand(demandState(id, { title, version }), 'public');
  return logEvent(TOPICS.publicDemand, EVENTS.demandPublished, id, view, version);
};

export const publicFirm = (id: string, version = 1): LogEvent => {
  const view = viewProfile(profileState(id, { name: `企业 ${version}`, version }), 'public');
  return logEvent(TOPICS.publicFirm, EVENTS.profileImported, id, { ...view, claimed: false }, version);
};

export const removedFirm = (id: string, version: number): LogEvent =>
  logEvent(TOPICS.publicFirm, EVENTS.profileRemoved, id, { id }, version);

/** Public events as they come, and what two indexes must hold when they have heard them all. */
export class Town {
  private readonly demands = new Map<string, string>();
  private readonly firms = new Map<string, string>();
  private version = 0;

  /** Changes everything once more; each time another firm is removed. At most 50 of each kind. */
  round(count: number): LogEvent[] {
    this.version += 1;
    const events: LogEvent[] = [];
    for (let at = 0; at < count; at++) {
      events.push(publicDemand(`d${at}`, this.version));
      this.demands.set(`d${at}`, `精密齿轮 ${this.version}`);
      const gone = at === this.version % count;
      events.push(gone ? removedFirm(`f${at}`, this.version) : publicFirm(`f${at}`, this.version));
      if (gone) this.firms.delete(`f${at}`);
      else this.firms.set(`f${at}`, `企业 ${this.version}`);
    }
    return events;
  }

  get expected(): Record<string, string[]> {
    return { demands: lines(this.demands), firms: lines(this.firms) };
  }
}

const lines = (entries: Iterable<readonly [string, string]>): string[] =>
  [...entries].map(([id, text]) => `${id}: ${text}`).sort();

/** What both indexes hold, up to 100 documents each, in the form of {@link Town.expected}. */
export async function heldBy(search: Pick<Search, 'query'>): Promise<Record<string, string[]>> {
  const of = async (index: string, field: string) => {
    const { hits } = await search.query(index, { limit: 100 });
    return lines(hits.map(({ id, show }) => [id, String(show[field])] as const));
  };
  return { demands: await of('demands', 'title'), firms: await of('firms', 'name') };
}
