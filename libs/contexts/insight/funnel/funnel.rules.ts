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

/** What the figures keep of a demand. */
export function summaryOf(facts: DemandFacts): Omit<Summary, 'version'> {
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

export const DIMENSIONS = ['chain', 'month', 'leader', 'district'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Which cases are counted; what is left out is not narrowed. `from` and `to` are months. */
export interface Narrowed {
  readonly chain?: string | undefined;
  readonly leader?: string | undefined;
  readonly district?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A line of the funnel. */
export interface FunnelLine {
  /** Empty where it is not known. */
  readonly key: string;
  readonly name: string;
  /** Demands that were published; of a district those with a firm of it. */
  readonly demands: number;
  /** Cases that have reached each of {@link STAGES}. */
  readonly stages: readonly number[];
  /** CNY. */
  readonly amount: number;
  /** The median over the demands that were answered. */
  readonly firstAnswerHours?: number;
}

/** The demands that are counted, each with the districts that are. */
export function narrowed(summaries: readonly Summary[], wanted: Narrowed): Summary[] {
  const { chain, leader, district, from = '', to = '9999-12' } = wanted;
  const inPlace = summaries.filter(
    (one) =>
      (chain === undefined || (one.chain ?? '') === chain) &&
      (leader === undefined || one.ownerId === leader) &&
      one.month >= from &&
      one.month <= to,
  );
  if (district === undefined) return inPlace;
  return inPlace.flatMap((one) => {
    const reached = one.reached.filter((each) => each.district === district);
    return reached.length > 0 ? [{ ...one, reached }] : [];
  });
}

/** Everything in one line. */
export const lineOf = (key: string, name: string, summaries: readonly Summary[]): FunnelLine => {
  const reached = summaries.flatMap((one) => one.reached);
  const median = medianOf(summaries.flatMap(({ firstAnswerHours }) => firstAnswerHours ?? []));
  return {
    ...{ key, name, demands: summaries.length },
    stages: STAGES.map((_, at) => reached.reduce((sum, { stages }) => sum + (stages[at] ?? 0), 0)),
    amount: reached.reduce((sum, { amount }) => sum + amount, 0),
    ...(median === undefined ? {} : { firstAnswerHours: median }),
  };
};

/** A line for each chain, month, leader or district: months from the latest, others from the one with most cases. */
export function linesBy(dimension: Dimension, summaries: readonly Summary[]): FunnelLine[] {
  const parts: { readonly key: string; readonly name: string; readonly summary: Summary }[] = summaries.flatMap(
    (summary) => {
      if (dimension === 'district')
        return summary.reached.map((each) => ({
          ...{ key: each.district, name: each.district },
          summary: { ...summary, reached: [each] },
        }));
      const key = { chain: summary.chain ?? '', month: summary.month, leader: summary.ownerId }[dimension];
      return [{ key, name: dimension === 'leader' ? summary.ownerName : key, summary }];
    },
  );
  const lines = [...grouped(parts, ({ key }) => key)].map(([key, those]) =>
    lineOf(
      key,
      those.at(-1)?.name ?? key,
      those.map(({ summary }) => summary),
    ),
  );
  const size = ({ stages: [told = 0], demands }: FunnelLine) => told * 1e6 + demands;
  return lines.sort((a, b) =>
    dimension === 'month' ? (a.key < b.key ? 1 : -1) : size(b) - size(a) || (a.key < b.key ? -1 : 1),
  );
}

function medianOf(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
