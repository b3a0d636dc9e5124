import { type Columns, type Counted, type Dimension, NONE, ROW, type TableNames } from './columns.js';
import { STAGES } from './funnel.rules.js';

const WIDTH = STAGES.length;

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

/** The line of one demand. */
export interface DemandLine extends FunnelLine {
  readonly demand: Counted['demand'];
}

/** Tells of each group in which a demand counts, and with which row. */
type Groups = (visit: (group: number, row: number) => void, place: number) => void;

/** Sums of some groups side by side. */
class Sums {
  private readonly demands: Int32Array;
  private readonly amount: Float64Array;
  private readonly stages: Float64Array;
  private readonly answered: Int32Array;
  /** Of the answered demands, how many have come by in the order of their hours. */
  private readonly past: Int32Array;
  private readonly medians: Float64Array;
  /** The first demand of each. */
  readonly first: Int32Array;

  constructor(readonly count: number) {
    [this.demands, this.answered, this.past] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
    [this.amount, this.medians] = [new Float64Array(count), new Float64Array(count)];
    this.stages = new Float64Array(count * WIDTH);
    this.first = new Int32Array(count);
  }

  add(group: number, demand: number, rows: Int32Array, row: number, amount: number, isAnswered: boolean): void {
    if (this.demands[group] === 0) this.first[group] = demand;
    this.demands[group] = (this.demands[group] as number) + 1;
    this.amount[group] = (this.amount[group] as number) + amount;
    if (isAnswered) this.answered[group] = (this.answered[group] as number) + 1;
    for (let at = 0, from = row * ROW + 1, to = group * WIDTH; at < WIDTH; at += 1, from += 1, to += 1)
      this.stages[to] = (this.stages[to] as number) + (rows[from] as number);
  }

  /** Takes the hours of every answered demand that was added, from the fewest: the median is in the middle. */
  pass(group: number, hours: number): void {
    const at = this.past[group] as number;
    this.past[group] = at + 1;
    const twice = (this.answered[group] as number) - 1;
    // Of an even number the two in the middle, each by half.
    if (at === twice >> 1) this.medians[group] = hours / 2;
    if (at === (twice + 1) >> 1) this.medians[group] = (this.medians[group] as number) + hours / 2;
  }

  line(group: number, key: string, name: string): FunnelLine {
    return {
      ...{ key, name, demands: this.demands[group] ?? 0, amount: this.amount[group] ?? 0 },
      stages: [...this.stages.subarray(group * WIDTH, (group + 1) * WIDTH)],
      ...((this.answered[group] ?? 0) === 0 ? {} : { firstAnswerHours: this.medians[group] as number }),
    };
  }

  /** Groups with a demand. */
  get some(): number[] {
    return [...this.demands.keys()].filter((group) => this.demands[group] !== 0);
  }
}

/** The demands of a table that are counted, and which of their cases. */
export class Figures {
  constructor(
    private readonly names: TableNames,
    private readonly demands: readonly Counted['demand'][],
    private readonly columns: Columns,
    /** The row to be added of each demand; {@link NONE} where it is not counted. */
    private readonly chosen: Int32Array,
    /** The only region whose cases count, or {@link NONE}. */
    private readonly region: number,
  ) {}

  /** Everything in one line. */
  total(): FunnelLine {
    return this.sums(1, (visit, place) => visit(0, this.chosen[place] as number)).line(0, '', '');
  }

  /** A line for each chain, month, leader or region: months from the latest, others from the one with most cases. */
  lines(dimension: Dimension): FunnelLine[] {
    const { all } = this.names[dimension];
    const sums = this.sums(all.length, this.groups(dimension));
    const lines = sums.some.map((group) => {
      const key = all[group] ?? '';
      // A leader is called what its latest demand says.
      const name = dimension === 'leader' ? (this.demands[sums.first[group] as number]?.ownerName ?? '') : key;
      return sums.line(group, key, name);
    });
    const size = ({ stages: [told = 0], demands }: FunnelLine) => told * 1e6 + demands;
    return lines.sort((a, b) =>
      dimension === 'month' ? (a.key < b.key ? 1 : -1) : size(b) - size(a) || (a.key < b.key ? -1 : 1),
    );
  }

  /** Some of the demands with a case that has reached a stage, by its place in {@link STAGES}: each with a line of its own. All have the first. */
  page(stage: number, offset: number, limit: number): { total: number; items: DemandLine[] } {
    const { rows, hours, amounts } = this.columns;
    const reached = (row: number, at: number) => rows[row * ROW + 1 + at] as number;
    const places = [...this.chosen.keys()].filter((place) => {
      const row = this.chosen[place] as number;
      return row !== NONE && (stage === 0 || reached(row, stage) > 0);
    });
    const items = places.slice(offset, offset + limit).map((place): DemandLine => {
      const [demand, row] = [this.demands[place] as Counted['demand'], this.chosen[place] as number];
      const answer = hours[place] as number;
      return {
        ...{ demand, key: demand.id, name: demand.title, demands: 1, amount: amounts[row] as number },
        stages: STAGES.map((_, at) => reached(row, at)),
        ...(Number.isNaN(answer) ? {} : { firstAnswerHours: answer }),
      };
    });
    return { total: places.length, items };
  }

  /** Which groups a demand counts in, and with which row. */
  private groups(dimension: Dimension): Groups {
    const { chosen, region } = this;
    const { start, rows, ...columns } = this.columns;
    if (dimension !== 'district') {
      const column = columns[dimension];
      return (visit, place) => visit(column[place] as number, chosen[place] as number);
    }
    if (region !== NONE) return (visit, place) => visit(region, chosen[place] as number);
    return (visit, place) => {
      const end = start[place + 1] as number;
      for (let row = (start[place] as number) + 1; row < end; row += 1) visit(rows[row * ROW] as number, row);
    };
  }

  private sums(count: number, groups: Groups): Sums {
    const { rows, amounts, hours, quickest } = this.columns;
    const sums = new Sums(count);
    let [place, isAnswered, answer] = [0, false, 0];
    const add = (group: number, row: number) => sums.add(group, place, rows, row, amounts[row] as number, isAnswered);
    for (; place < this.chosen.length; place += 1) {
      if (this.chosen[place] === NONE) continue;
      isAnswered = !Number.isNaN(hours[place] as number);
      groups(add, place);
    }
    const pass = (group: number) => sums.pass(group, answer);
    for (const one of quickest) {
      if (this.chosen[one] === NONE) continue;
      answer = hours[one] as number;
      groups(pass, one);
    }
    return sums;
  }
}
