import { VectorTable } from './rank/vector-table.js';

/** Firms to which a demand's likeness is compared. */
const SAMPLE = 1_000;
/** Standard deviations above the sample's mean at which a firm is worth 1. */
const BEST = 4;
/** Demands' texts held. */
const MOST_TEXTS = 20_000;

interface Asked {
  readonly vector: Float32Array;
  /** Likeness of firms at large, as it was when there were so many. */
  usual?: { readonly mean: number; readonly deviation: number; readonly firms: number };
}

/**
 * How much nearer a firm lies to what is asked than firms at large do, by vectors of a model outside. Likeness itself says little: each
 * model has another range of it, and so has each text.
 */
export class MeaningTable {
  private table: VectorTable | undefined;
  private readonly rows = new Map<string, number>();
  private readonly free: number[] = [];
  private readonly asked = new Map<string, Asked>();

  get isEmpty(): boolean {
    return this.rows.size === 0;
  }

  /** Vectors have length 1; one with other dimensions than the first is an error. */
  putFirm(id: string, vector: Float32Array): void {
    this.table ??= new VectorTable(vector.length);
    this.check(vector);
    const row = this.rows.get(id) ?? this.free.pop() ?? this.rows.size;
    this.rows.set(id, row);
    this.table.set(row, vector);
  }

  removeFirm(id: string): void {
    const row = this.rows.get(id);
    if (row === undefined) return;
    this.rows.delete(id);
    this.free.push(row);
  }

  /** What a demand asks for, by its text. The oldest are forgotten. */
  putText(text: string, vector: Float32Array): void {
    this.table ??= new VectorTable(vector.length);
    this.check(vector);
    this.asked.delete(text);
    this.asked.set(text, { vector });
    const [oldest] = this.asked.keys();
    if (this.asked.size > MOST_TEXTS && oldest !== undefined) this.asked.delete(oldest);
  }

  /** 0, as firms at large or less, to 1; also 0 where the vector of one of them is not known. */
  value(text: string, firmId: string): number {
    const [asked, row] = [this.asked.get(text), this.rows.get(firmId)];
    if (!asked || row === undefined || !this.table) return 0;
    const { mean, deviation } = this.usual(asked, this.table);
    const [like = 0] = likes(this.table, asked.vector, [row]);
    return deviation === 0 ? 0 : Math.min(Math.max((like - mean) / (BEST * deviation), 0), 1);
  }

  private usual(asked: Asked, table: VectorTable) {
    const firms = this.rows.size;
    // Twice as many firms, or half: firms at large may be others now.
    if (!asked.usual || firms > 2 * asked.usual.firms || 2 * firms < asked.usual.firms) {
      const step = Math.max(1, Math.floor(firms / SAMPLE));
      const sample = [...this.rows.values()].filter((_, at) => at % step === 0);
      const all = likes(table, asked.vector, sample);
      const mean = all.reduce((sum, like) => sum + like, 0) / all.length;
      const variance = all.reduce((sum, like) => sum + (like - mean) ** 2, 0) / all.length;
      asked.usual = { mean, deviation: Math.sqrt(variance), firms };
    }
    return asked.usual;
  }

  private check({ length }: Float32Array): void {
    const { dimensions } = this.table as VectorTable;
    if (length !== dimensions) throw new Error(`a vector has ${length} dimensions where others have ${dimensions}`);
  }
}

function likes(table: VectorTable, vector: Float32Array, rows: readonly number[]): Float32Array {
  const into = new Float32Array(rows.length);
  table.likes(vector, rows, rows.length, into);
  return into;
}
