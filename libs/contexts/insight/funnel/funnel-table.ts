import { type Columns, type Counted, Names, NONE, ROW, type TableNames } from './columns.js';
import { Figures } from './figures.js';
import type { Made } from './funnel.rules.js';

/** Which cases are counted; what is left out is not narrowed. `from` and `to` are months. */
export interface Narrowed {
  readonly chain?: string | undefined;
  readonly leader?: string | undefined;
  readonly district?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A name that no demand has. */
const UNKNOWN = -2;

/**
 * What the figures keep of all demands, the one published last first, in columns: a million cases are added up in
 * milliseconds where they lie side by side; where each is an object to be found, it takes ten times as long.
 */
export class FunnelTable {
  private constructor(
    private readonly names: TableNames,
    private readonly demands: readonly Counted['demand'][],
    private readonly columns: Columns,
  ) {}

  static empty(): FunnelTable {
    const names = { chain: new Names(), month: new Names(), leader: new Names(), district: new Names() };
    return new FunnelTable(names, [], columnsOf(names, [], new Int32Array(1), new Int32Array(), new Float64Array()));
  }

  /** A summary as the table takes it. */
  counted({ reached, ...summary }: Made): Counted {
    const { id, title, ownerId, ownerName, chain = '', publishedAt, month, firstAnswerHours } = summary;
    const rows = new Int32Array((1 + reached.length) * ROW);
    rows[0] = NONE;
    for (const [place, { district, stages }] of reached.entries()) {
      const from = (1 + place) * ROW;
      rows[from] = this.names.district.numberOf(district);
      for (let at = 1; at < ROW; at += 1) {
        const number = stages[at - 1] ?? 0;
        rows[from + at] = number;
        rows[at] = (rows[at] as number) + number;
      }
    }
    const amount = reached.reduce((sum, one) => sum + one.amount, 0);
    return {
      demand: {
        id,
        title,
        ownerId,
        ownerName,
        chain,
        publishedAt,
        month,
        ...(firstAnswerHours === undefined ? {} : { firstAnswerHours }),
      },
      rows,
      amounts: Float64Array.of(amount, ...reached.map((one) => one.amount)),
    };
  }

  /** This table with some demands as they are now and without those that are gone. */
  with(news: readonly Counted[], gone: ReadonlySet<string>): FunnelTable {
    const { start, rows, amounts } = this.columns;
    const fresh = new Set(news.map(({ demand }) => demand.id));
    const stay = this.demands.flatMap((demand, place): Counted | [] => {
      if (fresh.has(demand.id) || gone.has(demand.id)) return [];
      const [from, to] = [start[place] as number, start[place + 1] as number];
      return { demand, rows: rows.subarray(from * ROW, to * ROW), amounts: amounts.subarray(from, to) };
    });
    const all = [...stay, ...news].sort((a, b) => (a.demand.publishedAt < b.demand.publishedAt ? 1 : -1));
    const length = all.reduce((sum, one) => sum + one.amounts.length, 0);
    const into = {
      start: new Int32Array(all.length + 1),
      rows: new Int32Array(length * ROW),
      amounts: new Float64Array(length),
    };
    let at = 0;
    for (const [place, one] of all.entries()) {
      into.start[place] = at;
      into.rows.set(one.rows, at * ROW);
      into.amounts.set(one.amounts, at);
      at += one.amounts.length;
    }
    into.start[all.length] = at;
    const demands = all.map(({ demand }) => demand);
    return new FunnelTable(this.names, demands, columnsOf(this.names, demands, into.start, into.rows, into.amounts));
  }

  /** The figures of the demands that are wanted, each with the regions that are. */
  choose({ chain, leader, district, from = '', to = '9999-12' }: Narrowed): Figures {
    const { columns, names } = this;
    const number = (of: Names, name: string | undefined) => (name === undefined ? NONE : (of.known(name) ?? UNKNOWN));
    const wanted = { chain: number(names.chain, chain), leader: number(names.leader, leader) };
    const region = number(names.district, district);
    const inSpan = names.month.all.map((month) => month >= from && month <= to);
    const chosen = new Int32Array(this.demands.length).fill(NONE);
    for (let place = 0; place < chosen.length; place += 1) {
      if (wanted.chain !== NONE && columns.chain[place] !== wanted.chain) continue;
      if (wanted.leader !== NONE && columns.leader[place] !== wanted.leader) continue;
      if (!inSpan[columns.month[place] as number]) continue;
      chosen[place] = region === NONE ? (columns.start[place] as number) : this.rowOf(place, region);
    }
    return new Figures(names, this.demands, columns, chosen, region);
  }

  private rowOf(place: number, region: number): number {
    const { start, rows } = this.columns;
    const end = start[place + 1] as number;
    for (let row = (start[place] as number) + 1; row < end; row += 1) if (rows[row * ROW] === region) return row;
    return NONE;
  }
}

function columnsOf(
  names: TableNames,
  demands: readonly Counted['demand'][],
  start: Int32Array,
  rows: Int32Array,
  amounts: Float64Array,
): Columns {
  const hours = Float64Array.from(demands, ({ firstAnswerHours = Number.NaN }) => firstAnswerHours);
  const answered = Int32Array.from(demands.keys()).filter((place) => !Number.isNaN(hours[place] as number));
  return {
    chain: Int32Array.from(demands, ({ chain = '' }) => names.chain.numberOf(chain)),
    month: Int32Array.from(demands, ({ month }) => names.month.numberOf(month)),
    leader: Int32Array.from(demands, ({ ownerId }) => names.leader.numberOf(ownerId)),
    ...{ hours, start, rows, amounts },
    quickest: answered.sort((a, b) => (hours[a] as number) - (hours[b] as number)),
  };
}
