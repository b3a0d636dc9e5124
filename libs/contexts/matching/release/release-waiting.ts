import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import { DueWork } from '#platform/time/due-work';
import type { Collection } from '#ports/store/store';
import { releaseWaiting } from '../expand/proposal.rules.js';
import { PROPOSALS, type Proposal } from '../matching.store.js';
import { type Allowance, grantRoom, roomAt } from './allowance.rules.js';
import { Allowances } from './allowances.js';

const TRIES = 8;
/** Later than anything that is due: after a start everybody is looked at, as the cap may have been changed. */
const EVER = '9999';

/**
 * Releases what waits for room in a firm's week, best first. Safe in several processes and after a kill at any point: a
 * grant holds for one proposal, a proposal is released in one write, and a firm stays due until that is done.
 */
@Injectable()
export class ReleaseWaiting implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly due: DueWork<Allowance>;
  private looked = false;

  constructor(
    @InjectCollection(PROPOSALS) private readonly proposals: Collection<Proposal>,
    private readonly allowances: Allowances,
    private readonly clock: Clock,
  ) {
    const logger = new Logger('matching.release');
    const handle = ({ id }: Allowance) => this.ofFirm(id);
    this.due = new DueWork({ collection: allowances.documents, index: 'due', clock, logger, handle });
  }

  onApplicationBootstrap(): void {
    this.due.start(() => this.run());
  }

  onApplicationShutdown(): Promise<void> {
    return this.due.stop();
  }

  /** Number of proposals released. */
  async run(): Promise<number> {
    const released = await this.due.run(this.looked ? undefined : EVER);
    this.looked = true;
    return released;
  }

  private async ofFirm(organisationId: string): Promise<number> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const at = this.clock.iso();
      const before = await this.allowances.get(organisationId);
      if (!before) return 0;
      const waiting = await this.proposals.manyBy('waiting', [organisationId]);
      const asks = waiting.map(({ id, score }) => ({ organisationId, proposalId: id, score }));
      const { granted, allowed } = grantRoom(before.granted, asks, this.allowances.cap, at);
      // Due until what is granted has gone out.
      const held = await this.allowances.save({ ...before, granted, dueAt: at });
      if (!held) continue;
      const going = waiting.filter(({ id }) => allowed.has(id));
      const gone = await Promise.all(going.map((proposal) => this.release(proposal, at)));
      const { dueAt: _d, ...rest } = held;
      const left = waiting.length > going.length || gone.includes(false);
      // When this write is overtaken the firm stays due, and is looked at again.
      await this.allowances.save(left ? { ...rest, dueAt: roomAt(granted, this.allowances.cap, at) } : rest);
      return gone.filter(Boolean).length;
    }
    return 0;
  }

  /** False when it was changed meanwhile. */
  private async release(proposal: Proposal, at: string): Promise<boolean> {
    const { doc, events } = releaseWaiting(proposal, at);
    return (await this.proposals.save(doc, events)).status === 'done';
  }
}
