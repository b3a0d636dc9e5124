import { Injectable } from '@nestjs/common';
import { InjectCollection } from '#platform/store/collections';
import { pagesOf } from '#platform/store/pages';
import type { Collection } from '#ports/store/store';
import { PROPOSAL_FACTS, type ProposalFact, TOLD_FIRMS, type ToldFirm } from '../insight.store.js';

const MOST = 1000;

/** Remembers which firms were told of a demand at least once. */
@Injectable()
export class ToldFirms {
  constructor(
    @InjectCollection(TOLD_FIRMS) private readonly told: Collection<ToldFirm>,
    @InjectCollection(PROPOSAL_FACTS) private readonly proposals: Collection<ProposalFact>,
  ) {}

  async remember(
    proposals: readonly { readonly organisationId?: string | undefined; readonly releasedAt?: string | undefined }[],
  ): Promise<void> {
    const since = new Map<string, string>();
    for (const { organisationId, releasedAt } of proposals)
      if (organisationId && releasedAt && !since.has(organisationId)) since.set(organisationId, releasedAt);
    const firms = [...since].map(([id, at]) => ({ id, since: at }));
    for (let at = 0; at < firms.length; at += MOST) {
      const some = firms.slice(at, at + MOST);
      const known = new Set((await this.told.many(some.map(({ id }) => id))).map(({ id }) => id));
      await this.told.insert(some.filter(({ id }) => !known.has(id)).map((doc) => ({ doc })));
    }
  }

  /** Brings in all firms that there are facts of. */
  async rememberAll(): Promise<void> {
    for await (const page of pagesOf(this.proposals)) await this.remember(page);
  }
}
