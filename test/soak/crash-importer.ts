import type { Counts, ImportBook, ImportDoc, Ledger } from './crash-ledger.js';
import type { Command, Product } from './crash-product.js';
import { productsOf, type Slot, type World } from './crash-world.js';
import type { Disagreements } from './disagreements.js';
import { sleep } from './measure.js';
import type { Random } from './random.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly products: readonly string[];
}

const BALLAST = 1200;

/** Imports files one after the other and knows what each must report. */
export class ImporterClient {
  private files = 0;

  constructor(
    private readonly product: Product,
    private readonly ledger: Ledger,
    private readonly world: World,
    private readonly random: Random,
  ) {}

  /** The firms that can be claimed. */
  base(): Promise<void> {
    return this.bringIn(
      this.world.claimable.map((slot) => row(slot, true)),
      { created: this.world.claimable.length },
    );
  }

  async step(): Promise<void> {
    const unclaimed = this.world.hold(2);
    const claimed = this.random.shuffled(this.ledger.firms).slice(0, 2);
    const fixed = new Map(this.world.claimable.map((slot) => [slot.name, slot]));
    const rows = [
      ...unclaimed.map((slot) => row(slot, true)),
      ...claimed.flatMap((firm) => fixed.get(firm.name) ?? []).map((slot) => row(slot, true)),
    ];
    const counts = { created: 0, updated: 0, unchanged: unclaimed.length, kept: claimed.length };
    const named = new Set<string>();
    for (const fresh of this.changes()) {
      counts[this.fate(fresh, named.has(fresh.id))] += 1;
      named.add(fresh.id);
      rows.push(fresh);
    }
    await this.bringIn(rows, counts);
    this.world.release(unclaimed);
  }

  /** Rows of firms that only imports write; now and then a long file, or the same firm twice in one, which joins them. */
  private changes(): Row[] {
    const some = this.random.shuffled(this.world.imported).slice(0, 3 + this.random.below(6));
    const rows = some.map((slot) => row(slot, this.random.chance(0.6)));
    const [first] = some;
    if (first && this.random.chance(0.2)) rows.push(row(first, rows[0]?.products[0]?.startsWith('OFF') ?? false));
    if (this.random.chance(0.2)) rows.push(...this.ballast());
    return rows;
  }

  private ballast(): Row[] {
    const from = this.random.below(3) * BALLAST;
    const turn = this.random.below(3);
    return Array.from({ length: BALLAST }, (_, i) => {
      const id = `B${String(from + i).padStart(5, '0')}`;
      return { id, name: `${id}号仓`, products: [`BX${from + i} T${turn}`] };
    });
  }

  /** What the import does with the row, after all rows before it. */
  private fate({ id, name, products: said }: Row, further: boolean): 'created' | 'updated' | 'unchanged' {
    const known = this.ledger.imported.get(id);
    if (!known) {
      this.ledger.imported.set(id, { name, products: said, said, version: 1 });
      return 'created';
    }
    if (!further && known.said.join() === said.join()) return 'unchanged';
    const products = further ? [...new Set([...known.products, ...said])] : said;
    if (known.products.join() === products.join()) return 'unchanged';
    known.products = products;
    if (!further) known.said = said;
    known.version += 1;
    return 'updated';
  }

  private async bringIn(rows: readonly Row[], counts: Partial<Counts>): Promise<void> {
    this.files += 1;
    const fileName = `crash-${this.files}.jsonl`;
    const expected = { rows: rows.length, created: 0, updated: 0, unchanged: 0, kept: 0, ...counts };
    const command: Command = {
      who: 'operator',
      method: 'POST',
      path: `/imports?fileName=${fileName}`,
      file: rows.map((one) => JSON.stringify(one)).join('\n'),
      ...(this.random.chance(0.5) ? { key: `import-${this.files}` } : {}),
    };
    const id = await this.accepted(command, fileName);
    this.ledger.imports.push({ id, fileName, expected });
    while ((await this.product.read<ImportDoc>('operator', `/imports/${id}`)).status !== 'done') await sleep(20);
  }

  /** Sends it until it is there: answered, or found among the imports after an unknown end. */
  private async accepted(command: Command, fileName: string): Promise<string> {
    for (;;) {
      const answer = await this.product.perform<ImportDoc>(command, this.random);
      if (answer.kind === 'answered') {
        this.ledger.note(command, answer.body);
        return answer.body.id;
      }
      if (answer.kind === 'refused') throw new Error(`import ${fileName} was refused: ${answer.code}`);
      const { items } = await this.product.read<{ items: ImportDoc[] }>('operator', '/imports?limit=5');
      const found = items.find((job) => job.fileName === fileName);
      if (found) return found.id;
    }
  }
}

const row = (slot: Slot, on: boolean): Row => ({ id: slot.key, name: slot.name, products: productsOf(slot, on) });

/** Every accepted import is done with the counts it must have, and none is there twice. */
export function checkImports(jobs: readonly ImportDoc[], books: readonly ImportBook[], wrong: Disagreements): void {
  const byName = new Map<string, ImportDoc[]>();
  for (const job of jobs) byName.set(job.fileName, [...(byName.get(job.fileName) ?? []), job]);
  for (const { id, fileName, expected } of books) {
    const found = byName.get(fileName) ?? [];
    wrong.check(found.length === 1 && found[0]?.id === id, () => `import ${fileName} is there ${found.length} times`);
    const [job] = found;
    if (!job) continue;
    const { rows, created, updated, unchanged, kept, handled, status, problemCount } = job;
    const wanted = { status: 'done', problemCount: 0, handled: expected.rows, ...expected };
    const is = { status, problemCount, handled, rows, created, updated, unchanged, kept };
    const agrees = Object.entries(wanted).every(([name, value]) => is[name as keyof typeof is] === value);
    wrong.check(agrees, () => `import ${fileName} says ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`);
  }
}
