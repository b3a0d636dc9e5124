import { DateTime } from 'luxon';
import { grouped } from '#platform/grouped';
import type {
  DemandFact,
  MeetingFact,
  ProposalFact,
  Reached,
  ResponseFact,
  Summary,
  ThreadFact,
} from '../insight.store.js';

/**
 * The stages of a case, a demand and a firm, in their order. Who has reached one has reached those before: a firm that
 * responds to a demand of the hall without a proposal counts as told, and one that has declined as far as `answered`.
 */
export const STAGES = ['told', 'seen', 'answered', 'accepted', 'met', 'contract'] as const;
export type Stage = (typeof STAGES)[number];

const ZONE = 'Asia/Shanghai';
const HOUR_MS = 3_600_000;

/** All that is known of one demand. */
export interface DemandFacts {
  readonly demand: DemandFact;
  readonly proposals: readonly ProposalFact[];
  readonly responses: readonly ResponseFact[];
  readonly threads: readonly ThreadFact[];
  /** Of its owner. */
  readonly meetings: readonly MeetingFact[];
}

/** One demand and one firm. */
export interface Case {
  readonly organisationId: string;
  readonly firmName: string;
  readonly district: string;
  readonly stage: Stage;
  /** The firm came by itself: it was not told. */
  readonly direct: boolean;
  readonly declined: boolean;
  readonly toldAt?: string;
  readonly seenAt?: string;
  readonly answeredAt?: string;
  readonly metAt?: string;
  readonly contractAt?: string;
  /** CNY. */
  readonly amount: number;
}

const earliest = (times: readonly (string | undefined)[]): string | undefined =>
  times.filter((time) => time !== undefined).sort()[0];

/** The cases of a demand, those that have come farthest first. */
export function casesOf({ proposals, responses, threads, meetings }: DemandFacts): Case[] {
  const of = <T extends { readonly organisationId: string }>(facts: readonly T[]) =>
    grouped(facts, (fact) => fact.organisationId);
  const [told, handedIn, opened, met] = [of(proposals), of(responses), of(threads), of(meetings)];
  const cases = [...new Set([...told.keys(), ...handedIn.keys(), ...opened.keys()])].map((organisationId): Case => {
    const parts = {
      proposals: told.get(organisationId) ?? [],
      responses: handedIn.get(organisationId) ?? [],
      threads: opened.get(organisationId) ?? [],
      meetings: met.get(organisationId) ?? [],
    };
    return caseOf(organisationId, parts);
  });
  const place = ({ stage }: Case) => STAGES.indexOf(stage);
  return cases.sort((a, b) => place(b) - place(a) || (a.organisationId < b.organisationId ? -1 : 1));
}

type Parts = Pick<DemandFacts, 'proposals' | 'responses' | 'threads' | 'meetings'>;

function caseOf(organisationId: string, { proposals, responses, threads, meetings }: Parts): Case {
  const accepted = proposals.some(({ answer }) => answer === 'interested') || responses.length + threads.length > 0;
  const times = {
    toldAt: earliest(proposals.map(({ releasedAt }) => releasedAt)),
    seenAt: earliest(proposals.map(({ seenAt }) => seenAt)),
    answeredAt: earliest([
      ...proposals.map(({ answeredAt }) => answeredAt),
      ...responses.map(({ submittedAt }) => submittedAt),
    ]),
    // That two have met says nothing of a demand that the firm has not said yes to.
    metAt: accepted ? earliest([...threads, ...meetings].map(({ metAt }) => metAt)) : undefined,
    contractAt: earliest(threads.map(({ contractAt }) => contractAt)),
  };
  const known = [...proposals, ...responses, ...threads].sort((a, b) => (a.id < b.id ? -1 : 1));
  const answered = times.answeredAt !== undefined;
  const reached: Readonly<Record<Stage, boolean>> = {
    told: true,
    seen: times.seenAt !== undefined,
    answered,
    accepted,
    met: times.metAt !== undefined,
    contract: times.contractAt !== undefined,
  };
  return {
    organisationId,
    firmName: known[0]?.firmName ?? '',
    district: known.flatMap((fact) => fact.district ?? [])[0] ?? '',
    stage: STAGES.findLast((stage) => reached[stage]) ?? 'told',
    direct: proposals.length === 0,
    declined: answered && !accepted,
    ...Object.fromEntries(Object.entries(times).filter(([, time]) => time !== undefined)),
    amount: threads.reduce((sum, { amount }) => sum + amount, 0),
  };
}

/** What the facts of a demand say: its summary, but for when and how often it was written. */
export type Made = Omit<Summary, 'version' | 'changed'>;

/** What the figures keep of a demand. */
export function summaryOf(facts: DemandFacts): Made {
  const { id, title, ownerId, ownerName, chain, publishedAt } = facts.demand;
  const cases = casesOf(facts);
  const first = earliest(cases.map(({ answeredAt }) => answeredAt));
  const byDistrict = [...grouped(cases, ({ district }) => district)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...{ id, title, ownerId, ownerName, publishedAt, ...(chain ? { chain } : {}) },
    month: DateTime.fromISO(publishedAt, { zone: ZONE }).toFormat('yyyy-MM'),
    ...(first ? { firstAnswerHours: Math.max(0, Date.parse(first) - Date.parse(publishedAt)) / HOUR_MS } : {}),
    reached: byDistrict.map(
      ([district, those]): Reached => ({
        district,
        stages: STAGES.map((_, at) => those.filter(({ stage }) => STAGES.indexOf(stage) >= at).length),
        amount: those.reduce((sum, { amount }) => sum + amount, 0),
      }),
    ),
  };
}
