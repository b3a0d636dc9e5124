import { type Made, STAGES } from './funnel.rules.js';

export const DIMENSIONS = ['chain', 'month', 'leader', 'district'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Numbers for names, in the order in which they come. */
export class Names {
  private readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  get all(): readonly string[] {
    return this.names;
  }

  known(name: string): number | undefined {
    return this.numbers.get(name);
  }

  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/** A region's number and its cases in each stage: the numbers of a row. */
export const ROW = 1 + STAGES.length;
/** In place of a region: all together. In place of a row: not counted. */
export const NONE = -1;
/** A summary in the form in which a table takes it. */
export interface Counted {
  readonly demand: Omit<Made, 'reached'>;
  /** Rows of a region's number and all {@link STAGES}: all regions together first, then each that was reached. */
  readonly rows: Int32Array;
  /** CNY, of each row. */
  readonly amounts: Float64Array;
}

/** What is added up, of all demands. */
export interface Columns {
  readonly chain: Int32Array;
  readonly month: Int32Array;
  readonly leader: Int32Array;
  /** Not a number where it was not answered. */
  readonly hours: Float64Array;
  /** The first row of each demand, and the end. */
  readonly start: Int32Array;
  readonly rows: Int32Array;
  readonly amounts: Float64Array;
  /** The answered demands, from the quickest answer. */
  readonly quickest: Int32Array;
}

export type TableNames = Readonly<Record<Dimension, Names>>;
