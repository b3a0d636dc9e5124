import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { DecisionState } from '#contracts/match';
import { TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { LogEvent } from '#ports/event';
import type { Collection, Written } from '#ports/store/store';
import { DecideDemands } from '../decide/decide-demands.js';
import { MatchIndex } from '../index/match-index.js';
import { DECISIONS, type MatchDecision, PROPOSALS, type Proposal } from '../matching.store.js';
import { type Expansion, expandDecision } from './proposal.rules.js';

const AT_ONCE = 50;

/** Turns each decision into proposals: new ones, changed ones and those that are over. */
@Controller()
export class ExpandDecisionIntoProposals {
  constructor(
    @InjectCollection(DECISIONS) private readonly decisions: Collection<MatchDecision>,
    @InjectCollection(PROPOSALS) private readonly proposals: Collection<Proposal>,
    private readonly index: MatchIndex,
    private readonly decider: DecideDemands,
    private readonly clock: Clock,
  ) {}

  @OnEvents({ group: 'matching.expand', topics: [TOPICS.decision], batch: AT_ONCE })
  async handle(@Payload() events: readonly LogEvent<DecisionState>[]): Promise<void> {
    const newest = await this.inForce([...new Map(events.map((event) => [event.subject, event])).values()]);
    const present = await this.proposals.manyBy(
      'ofDemand',
      newest.map((event) => event.subject),
    );
    const at = this.clock.iso();
    const expansions = newest.flatMap((event) => {
      const own = present.filter((proposal) => proposal.demandId === event.subject);
      return expandDecision(event.data, event.sequence, own, at).map((expansion) => ({ expansion, cause: event.id }));
    });
    const written = await Promise.all(expansions.map(({ expansion, cause }) => this.write(expansion, cause)));
    // Somebody else changed one meanwhile: the batch is handled again on what is there now.
    if (written.some((result) => result?.status === 'stale' || result?.status === 'duplicate')) {
      throw new Error('a proposal was changed meanwhile');
    }
    // A profile that changed before its proposal was written did not find it: its demand is decided again.
    await this.decider.decide(await this.index.outdated(newest.map((event) => event.data)));
  }

  /** Without decisions that a newer one has replaced, whose event comes or came as well: they would undo what it did. */
  private async inForce(events: readonly LogEvent<DecisionState>[]): Promise<LogEvent<DecisionState>[]> {
    const stored = await this.decisions.many(events.map((event) => event.subject));
    const versions = new Map(stored.map(({ id, version }) => [id, version]));
    return events.filter((event) => event.sequence >= (versions.get(event.subject) ?? 0));
  }

  private async write(expansion: Expansion, cause: string): Promise<Written<Proposal> | undefined> {
    if (expansion.kind === 'insert') return (await this.proposals.insert([expansion.entry], cause))[0];
    return this.proposals.save(expansion.doc, expansion.events, cause);
  }
}
