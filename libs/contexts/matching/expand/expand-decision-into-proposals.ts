import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { DecisionState } from '#contracts/match';
import { TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import { eventId, type LogEvent } from '#ports/event';
import type { Collection, Written } from '#ports/store/store';
import { DecideDemands } from '../decide/decide-demands.js';
import { DECISIONS, type MatchDecision, PROPOSALS, type Proposal } from '../matching.store.js';
import { Allowances } from '../release/allowances.js';
import { asksOf, type Expansion, expandDecision } from './proposal.rules.js';

const AT_ONCE = 50;
const TRIES = 8;

/** Turns each decision into proposals: new ones, changed ones and those that are over. */
@Controller()
export class ExpandDecisionIntoProposals {
  constructor(
    @InjectCollection(DECISIONS) private readonly decisions: Collection<MatchDecision>,
    @InjectCollection(PROPOSALS) private readonly proposals: Collection<Proposal>,
    private readonly decider: DecideDemands,
    private readonly allowances: Allowances,
    private readonly clock: Clock,
  ) {}

  /** The events only name the demands: what is expanded is the decision in force, so that a late event undoes nothing. */
  @OnEvents({ group: 'matching.expand', topics: [TOPICS.decision], batch: AT_ONCE })
  async handle(@Payload() events: readonly LogEvent<DecisionState>[]): Promise<void> {
    const expanded = new Map<string, MatchDecision>();
    let inForce = await this.decisions.many([...new Set(events.map((event) => event.subject))]);
    for (let attempt = 0; inForce.length > 0; attempt += 1) {
      if (attempt === TRIES) throw new Error(`proposals of ${inForce.length} decisions were changed ${TRIES} times`);
      for (const decision of inForce) expanded.set(decision.id, decision);
      inForce = await this.leftOver(inForce, await this.expand(inForce));
    }
    // A profile event that came before the proposals were written may have missed them: their demands are decided again.
    await this.decider.decideOutdated([...expanded.values()]);
  }

  /** Brings the proposals in line; the answers of the store by demand, for those of which something was to be written. */
  private async expand(decisions: readonly MatchDecision[]): Promise<Map<string, Written<Proposal>[]>> {
    const present = await this.proposals.manyBy(
      'ofDemand',
      decisions.map(({ id }) => id),
    );
    const at = this.clock.iso();
    const own = new Map<string, Proposal[]>(decisions.map(({ id }) => [id, []]));
    for (const proposal of present) own.get(proposal.demandId)?.push(proposal);
    const asks = decisions.flatMap((decision) => asksOf(decision, decision.version, own.get(decision.id) ?? []));
    const allowed = await this.allowances.grant(asks, at);
    const writing = decisions.flatMap((decision) => {
      const cause = eventId(DECISIONS.name, decision.id, decision.version, 0);
      return expandDecision(decision, decision.version, own.get(decision.id) ?? [], at, allowed).map(
        async (expansion) => [decision.id, await this.write(expansion, cause)] as const,
      );
    });
    const answers = new Map<string, Written<Proposal>[]>();
    for (const [id, answer] of await Promise.all(writing)) answers.set(id, [...(answers.get(id) ?? []), answer]);
    // After they are written, and again when this is done again: what waits is never without somebody to look at it.
    const refused = asks.filter(({ proposalId }) => !allowed.has(proposalId));
    const waiting = [
      ...refused.map((ask) => ask.organisationId),
      ...present.flatMap(({ waitingKey }) => waitingKey ?? []),
    ];
    await this.allowances.expectRoom(waiting, at);
    return answers;
  }

  /**
   * The decisions to expand (again), as they are in force now: where another process has changed a proposal, and where a
   * newer decision was written before our proposals were. That process may not have seen what we wrote.
   */
  private async leftOver(
    decisions: readonly MatchDecision[],
    answers: ReadonlyMap<string, readonly Written<Proposal>[]>,
  ): Promise<MatchDecision[]> {
    if (answers.size === 0) return [];
    const versions = new Map(decisions.map(({ id, version }) => [id, version]));
    const lost = ({ status }: Written<Proposal>) => status === 'stale' || status === 'duplicate';
    const now = await this.decisions.many([...answers.keys()]);
    return now.filter(({ id, version }) => version !== versions.get(id) || answers.get(id)?.some(lost));
  }

  private async write(expansion: Expansion, cause: string): Promise<Written<Proposal>> {
    if (expansion.kind === 'save') return this.proposals.save(expansion.doc, expansion.events, cause);
    const [answer] = await this.proposals.insert([expansion.entry], cause);
    return answer ?? { status: 'stale' };
  }
}
