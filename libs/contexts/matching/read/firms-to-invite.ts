import { Injectable } from '@nestjs/common';
import { commonErrors } from '#platform/errors/common.errors';
import { Refused } from '#platform/errors/errors';
import { InjectCollection } from '#platform/store/collections';
import type { Collection, Page } from '#ports/store/store';
import type { FirmToInviteView } from '../matching.dto.js';
import { PROPOSALS, type Proposal } from '../matching.store.js';

const READ = 500;

/** A page ends at a firm; the cursor names it. */
const cursorOf = (firmId: string): string => Buffer.from(`firm:${firmId}`).toString('base64url');

function firmOf(cursor: string): string {
  const [, firmId] = /^firm:([\w:.-]{1,200})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (firmId === undefined) throw new Refused([commonErrors.cursor_invalid({}, '/cursor')]);
  return firmId;
}

/** Firms with open proposals and no account, by firm: a page is a few hundred neighbouring keys of one index. */
@Injectable()
export class FirmsToInvite {
  constructor(@InjectCollection(PROPOSALS) private readonly proposals: Collection<Proposal>) {}

  /** `cursor` is `next` of the page before. */
  async page(limit: number, cursor: string | undefined): Promise<Page<FirmToInviteView>> {
    const firms = new Map<string, Proposal[]>();
    let from = cursor === undefined ? undefined : firmOf(cursor);
    for (;;) {
      const range = from === undefined ? {} : { range: { gt: from } };
      const page = await this.proposals.find('toInvite', { ...range, limit: READ });
      const ids = [...new Set(page.items.map((proposal) => proposal.firmId))];
      // The last firm of a full page may go on behind it; a firm has at most as many proposals as there are open demands.
      const whole = page.next !== undefined && ids.length > 1 ? ids.slice(0, -1) : ids;
      for (const proposal of page.items) {
        if (whole.includes(proposal.firmId))
          firms.set(proposal.firmId, [...(firms.get(proposal.firmId) ?? []), proposal]);
      }
      const more = page.next !== undefined || whole.length < ids.length;
      if (firms.size >= limit || !more) return pageOf([...firms.values()], limit, more);
      from = whole.at(-1);
    }
  }
}

function pageOf(groups: readonly Proposal[][], limit: number, more: boolean): Page<FirmToInviteView> {
  const items = groups.slice(0, limit).map(viewOf);
  const last = items.at(-1);
  return { items, ...(last && (more || groups.length > limit) ? { next: cursorOf(last.firmId) } : {}) };
}

function viewOf(proposals: readonly Proposal[]): FirmToInviteView {
  const [{ firmId, firmName, region, tier }] = proposals as [Proposal];
  const demands = proposals
    .map(({ demandId, demand, score }) => ({ demandId, title: demand.title, score }))
    .sort((a, b) => b.score - a.score);
  return { firmId, firmName, ...(region ? { region } : {}), ...(tier ? { tier } : {}), demands: demands.slice(0, 20) };
}
