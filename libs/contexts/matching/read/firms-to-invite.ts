import { Injectable } from '@nestjs/common';
import { commonErrors } from '#platform/errors/common.errors';
import { Refused } from '#platform/errors/errors';
import { InjectCollection } from '#platform/store/collections';
import { foundPages } from '#platform/store/pages';
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

  /** `after` is `next` of the page before. Reads on until a firm behind the page begins: then all before it are whole. */
  async page(limit: number, after: string | undefined): Promise<Page<FirmToInviteView>> {
    const firms = new Map<string, Proposal[]>();
    const range = after === undefined ? {} : { range: { gt: firmOf(after) } };
    for await (const page of foundPages(this.proposals, 'toInvite', { ...range, limit: READ })) {
      for (const proposal of page) {
        const own = firms.get(proposal.firmId);
        if (own) own.push(proposal);
        else firms.set(proposal.firmId, [proposal]);
      }
      if (firms.size > limit) break;
    }
    return pageOf([...firms.values()], limit);
  }
}

function pageOf(groups: readonly Proposal[][], limit: number): Page<FirmToInviteView> {
  const items = groups.slice(0, limit).map(viewOf);
  const last = items.at(-1);
  return { items, ...(last && groups.length > limit ? { next: cursorOf(last.firmId) } : {}) };
}

function viewOf(proposals: readonly Proposal[]): FirmToInviteView {
  const [{ firmId, firmName, region, tier }] = proposals as [Proposal];
  const demands = proposals
    .map(({ demandId, demand, score }) => ({ demandId, title: demand.title, score }))
    .sort((a, b) => b.score - a.score);
  return { firmId, firmName, ...(region ? { region } : {}), ...(tier ? { tier } : {}), demands: demands.slice(0, 20) };
}
