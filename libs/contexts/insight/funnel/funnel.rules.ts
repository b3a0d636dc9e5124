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

/** Numbers for the names of regions: a million cases lie in a few thousand of them. */
export class Regions {
  private readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  nameOf(number: number): string {
    return this.names[number] ?? '';
  }
}

/** A summary as memory keeps it, to be added up with thousands of others: a few bytes for each region that was reached. */
export interface Counted extends Omit<Made, 'reached'> {
  /** Each region's number. */
  readonly regions: Int32Array;
  /** All {@link STAGES} of the first region, then those of the second, and so on. */
  readonly stages: Int32Array;
  /** CNY, of each region. */
  readonly amounts: Float64Array;
  /** All regions together. */
  readonly total: { readonly stages: readonly number[]; readonly amount: number };
}

export function countedOf({ reached, ...summary }: Made, regions: Regions): Counted {
  const { id, title, ownerId, ownerName, chain, publishedAt, month, firstAnswerHours } = summary;
  const of = {
    regions: Int32Array.from(reached, ({ district }) => regions.numberOf(district)),
    stages: Int32Array.from(reached.flatMap(({ stages }) => STAGES.map((_, at) => stages[at] ?? 0))),
    amounts: Float64Array.from(reached, ({ amount }) => amount),
  };
  return {
    ...{ id, title, ownerId, ownerName, publishedAt, month },
    ...(chain === undefined ? {} : { chain }),
    ...(firstAnswerHours === undefined ? {} : { firstAnswerHours }),
    ...of,
    total: totalOf(of),
  };
}

function totalOf({ stages, amounts }: Pick<Counted, 'stages' | 'amounts'>): Counted['total'] {
  const sums = STAGES.map(() => 0);
  stages.forEach((number, place) => {
    const at = place % STAGES.length;
    sums[at] = (sums[at] ?? 0) + number;
  });
  return { stages: sums, amount: amounts.reduce((sum, amount) => sum + amount, 0) };
}

/** The demands that are counted, each with the regions that are. */
export function narrowed(all: readonly Counted[], wanted: Narrowed, regions: Regions): Counted[] {
  const { chain, leader, district, from = '', to = '9999-12' } = wanted;
  const inPlace = all.filter(
    (one) =>
      (chain === undefined || (one.chain ?? '') === chain) &&
      (leader === undefined || one.ownerId === leader) &&
      one.month >= from &&
      one.month <= to,
  );
  if (district === undefined) return inPlace;
  const number = regions.numberOf(district);
  return inPlace.flatMap((one) => {
    const at = one.regions.indexOf(number);
    return at < 0 ? [] : [regionOf(one, at)];
  });
}

/** As if a demand had reached the region at this place alone. */
function regionOf(one: Counted, at: number): Counted {
  const of = {
    regions: one.regions.subarray(at, at + 1),
    stages: one.stages.subarray(at * STAGES.length, (at + 1) * STAGES.length),
    amounts: one.amounts.subarray(at, at + 1),
  };
  return { ...one, ...of, total: totalOf(of) };
}

/** Adds up demands to a line. */
class Sum {
  private demands = 0;
  private amount = 0;
  private readonly stages: number[] = STAGES.map(() => 0);
  private readonly hours: number[] = [];

  add({ total, firstAnswerHours }: Counted): void {
    this.count(total.stages, 0, total.amount, firstAnswerHours);
  }

  /** What the region at this place has reached, alone. */
  addRegion({ stages, amounts, firstAnswerHours }: Counted, at: number): void {
    this.count(stages, at * STAGES.length, amounts[at] ?? 0, firstAnswerHours);
  }

  line(key: string, name: string): FunnelLine {
    const { demands, stages, amount } = this;
    const median = medianOf(this.hours);
    return { key, name, demands, stages, amount, ...(median === undefined ? {} : { firstAnswerHours: median }) };
  }

  private count(numbers: ArrayLike<number>, from: number, amount: number, hours: number | undefined): void {
    this.demands += 1;
    this.amount += amount;
    for (let at = 0; at < STAGES.length; at += 1) this.stages[at] = (this.stages[at] ?? 0) + (numbers[from + at] ?? 0);
    if (hours !== undefined) this.hours.push(hours);
  }
}

/** Everything in one line. */
export function lineOf(key: string, name: string, all: readonly Counted[]): FunnelLine {
  const sum = new Sum();
  for (const one of all) sum.add(one);
  return sum.line(key, name);
}

/** A line for each chain, month, leader or region: months from the latest, others from the one with most cases. */
export function linesBy(dimension: Dimension, all: readonly Counted[], regions: Regions): FunnelLine[] {
  const lines = dimension === 'district' ? linesByRegion(all, regions) : linesByKey(dimension, all);
  const size = ({ stages: [told = 0], demands }: FunnelLine) => told * 1e6 + demands;
  return lines.sort((a, b) =>
    dimension === 'month' ? (a.key < b.key ? 1 : -1) : size(b) - size(a) || (a.key < b.key ? -1 : 1),
  );
}

function linesByKey(dimension: Exclude<Dimension, 'district'>, all: readonly Counted[]): FunnelLine[] {
  const sums = new Map<string, { readonly name: string; readonly sum: Sum }>();
  for (const one of all) {
    const key = { chain: one.chain ?? '', month: one.month, leader: one.ownerId }[dimension];
    const known = sums.get(key) ?? { name: dimension === 'leader' ? one.ownerName : key, sum: new Sum() };
    sums.set(key, known);
    known.sum.add(one);
  }
  return [...sums].map(([key, { name, sum }]) => sum.line(key, name));
}

function linesByRegion(all: readonly Counted[], regions: Regions): FunnelLine[] {
  // By the number of the region: a million cases are looked up.
  const sums: (Sum | undefined)[] = [];
  for (const one of all)
    one.regions.forEach((region, at) => {
      const sum = sums[region] ?? new Sum();
      sums[region] = sum;
      sum.addRegion(one, at);
    });
  return sums.flatMap((sum, region) => sum?.line(regions.nameOf(region), regions.nameOf(region)) ?? []);
}

function medianOf(numbers: readonly number[]): number | undefined {
  // A typed array is sorted by value without a call for each pair.
  const sorted = Float64Array.from(numbers).sort();
  const at = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
