import { Random } from './random.js';

/**
 * Kinds of goods no two of which share a character: a firm of one kind is proposed for the demands of that kind and for no
 * other, whatever the statistics of the index say at the moment of a decision.
 */
export const KINDS = [
  '精密齿轮',
  '注塑模具',
  '超声探头',
  '锂电隔膜',
  '碳纤预浸',
  '液压油缸',
  '激光振镜',
  '伺服驱动',
  '陶瓷基板',
  '紫外杀菌',
  '无畏航标',
  '钛金锻件',
  '视觉检测',
  '瓦楞纸箱',
  '氢能储罐',
  '硅胶垫圈',
  '永磁转子',
  '铝型挤材',
  '香料萃取',
  '羊绒纺纱',
] as const;

/** Firms of a kind: fewer than a demand's longest list, so that none is crowded out. */
const CLAIMABLE = 4;
const IMPORTED = 4;

/** A firm that may be there. Half of them are for SMEs to claim, half change with imports. */
export interface Slot {
  /** Unique; the firm's id in the imported files. */
  readonly key: string;
  readonly name: string;
  readonly kind: number;
}

/** What a firm sells: its kind's goods, or something nobody asks for. */
export const productsOf = (slot: Slot, on: boolean): string[] => [on ? (KINDS[slot.kind] as string) : `OFF${slot.key}`];

const slots = (from: number, count: number): Slot[] =>
  KINDS.flatMap((_, kind) =>
    Array.from({ length: count }, (_unused, i) => {
      const key = `R${String(kind).padStart(2, '0')}${String(from + i).padStart(2, '0')}`;
      return { key, kind, name: `${key}号试制厂` };
    }),
  );

/** Where the slots of one run stand, shared by its clients. */
export class World {
  readonly claimable = slots(0, CLAIMABLE);
  readonly imported = slots(CLAIMABLE, IMPORTED);
  private readonly free: Slot[];
  private readonly held = new Set<string>();
  private serials = 0;

  constructor(readonly random: Random) {
    this.free = random.shuffled(this.claimable);
  }

  /** A slot for an SME to claim, which no import under way names. */
  take(): Slot | undefined {
    const place = this.free.findIndex((slot) => !this.held.has(slot.key));
    return place < 0 ? undefined : this.free.splice(place, 1)[0];
  }

  /** Keeps some unclaimed slots from being claimed until `release`. */
  hold(count: number): Slot[] {
    const some = this.free.slice(0, count);
    for (const { key } of some) this.held.add(key);
    return some;
  }

  release(some: readonly Slot[]): void {
    for (const { key } of some) this.held.delete(key);
  }

  /** A word that stands in one document only. */
  serial(): string {
    this.serials += 1;
    return `SN${String(this.serials).padStart(6, '0')}`;
  }
}
