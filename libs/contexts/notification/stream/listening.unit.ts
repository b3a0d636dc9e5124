import { describe, expect, it } from '@jest/globals';
import type { NoticeState } from '#contracts/notice';
import { Ear } from '#test/kit/ear';
import { NOW } from '#test/kit/makers';
import { NO_ORDER, orderText } from '../notify/order.js';
import { Listening } from './listening.js';

const notice = (number: number): NoticeState => ({
  id: `n${number}`,
  personId: 'p',
  kind: 'demand.submitted',
  about: { type: 'demand', id: `${number}` },
  params: {},
  order: orderText(number),
  at: NOW,
});
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** The notices of a person in a store that answers a page when it is let. */
class Shelf {
  private readonly numbers = new Set<number>();
  reads = 0;
  private held: (() => void)[] | undefined;

  put(...numbers: number[]): void {
    for (const number of numbers) this.numbers.add(number);
  }

  /** From now on pages wait for {@link letGo}. */
  hold(): void {
    this.held = [];
  }

  letGo(): void {
    const held = this.held ?? [];
    this.held = undefined;
    for (const go of held) go();
  }

  /** What is there when it is asked, not when it answers. */
  readonly read = async (after: string) => {
    this.reads += 1;
    const found = [...this.numbers].sort((a, b) => a - b).filter((number) => orderText(number) > after);
    if (this.held) await new Promise<void>((resolve) => this.held?.push(resolve));
    return { items: found.slice(0, 10).map(notice), ...(found.length > 10 ? { next: 'more' } : {}) };
  };
}

async function listening(after = NO_ORDER, ...there: number[]) {
  const [shelf, ear, errors] = [new Shelf(), new Ear(), [] as unknown[]];
  shelf.put(...there);
  const listener = new Listening(after, ear.sink, shelf.read, (error) => errors.push(error));
  await listener.start();
  /** Written to the store, and heard in this order. */
  const written = (...numbers: number[]) => {
    shelf.put(...numbers);
    for (const number of numbers) listener.hear(notice(number));
  };
  return { shelf, ear, errors, listener, written };
}

describe('a listening', () => {
  it('begins with what is in the store after the order it is given', async () => {
    const { ear } = await listening(orderText(2), ...range(1, 25));
    expect(ear.numbers).toEqual(range(3, 25));
  });

  it('passes on what follows without reading', async () => {
    const { ear, shelf, written } = await listening(orderText(2), 1, 2);
    const reads = shelf.reads;
    written(3, 4, 5);
    expect(ear.numbers).toEqual([3, 4, 5]);
    expect(shelf.reads).toBe(reads);
  });

  it('ignores what it has sent and what was there before it began', async () => {
    const { ear, written } = await listening(orderText(2), 1, 2, 3);
    written(2, 1, 3, 4, 4);
    expect(ear.numbers).toEqual([3, 4]);
  });

  it('reads what is between when another process’s notices have not come yet, and sends all in order', async () => {
    const { ear, shelf, written } = await listening();
    shelf.put(1, 2, 3);
    written(4);
    await ear.hasHeard(4);
    written(2, 1, 3, 5);
    await ear.hasHeard(5);
    expect(ear.numbers).toEqual([1, 2, 3, 4, 5]);
  });

  it('keeps what is heard while it reads for after, in whatever order it comes', async () => {
    const { ear, shelf, written } = await listening();
    shelf.hold();
    written(2, 1);
    written(5, 4, 3);
    shelf.letGo();
    await ear.hasHeard(5);
    expect(ear.numbers).toEqual([1, 2, 3, 4, 5]);
  });

  it('keeps few of many that are heard while it reads, and reads those beyond', async () => {
    const { ear, shelf, written } = await listening();
    shelf.hold();
    written(...range(2, 3000), 1);
    shelf.letGo();
    await ear.hasHeard(3000);
    expect(ear.numbers).toEqual(range(1, 3000));
  });

  it('sends a number that was passed over when it comes after all, once, and stays where it is', async () => {
    const { ear, written } = await listening();
    written(1);
    written(4);
    await ear.hasHeard(2);
    written(2, 2);
    await ear.hasHeard(3);
    expect(ear.numbers).toEqual([1, 4, 2]);
    expect(ear.cursor).toBe(orderText(4));
    written(5);
    await ear.hasHeard(4);
    expect(ear.numbers).toEqual([1, 4, 2, 5]);
  });

  it('sends a number that came while the page without it was on its way', async () => {
    const { ear, shelf, written } = await listening(NO_ORDER, 1);
    shelf.put(3);
    shelf.hold();
    written(4);
    written(2);
    shelf.letGo();
    await ear.hasHeard(4);
    expect([...ear.numbers].sort()).toEqual([1, 2, 3, 4]);
  });

  it('goes over from marks of time to numbers above them', async () => {
    const { ear, written } = await listening('001795312800000.000003');
    written(1_795_312_800_001, 1_795_312_800_002);
    expect(ear.numbers).toEqual([1_795_312_800_001, 1_795_312_800_002]);
  });

  it('is not asked on once it takes no more', async () => {
    const { ear, shelf, written } = await listening();
    shelf.put(...range(1, 50));
    ear.open = false;
    const reads = shelf.reads;
    written(60);
    await new Promise((resolve) => setImmediate(resolve));
    written(61, 70);
    await new Promise((resolve) => setImmediate(resolve));
    expect(shelf.reads).toBe(reads + 1);
    expect(ear.numbers).toEqual([]);
  });

  it('sends nothing after its end, also of a page that was on its way', async () => {
    const { ear, shelf, listener, written } = await listening();
    shelf.hold();
    written(2);
    listener.end();
    shelf.letGo();
    await new Promise((resolve) => setImmediate(resolve));
    expect(ear.numbers).toEqual([]);
    expect(ear.open).toBe(true);
  });

  it('closes when it cannot read', async () => {
    const [ear, errors] = [new Ear(), [] as unknown[]];
    const refuse = async () => {
      throw new Error('no store');
    };
    await new Listening(NO_ORDER, ear.sink, refuse, (error) => errors.push(error)).start();
    expect(ear.open).toBe(false);
    expect(errors).toEqual([new Error('no store')]);
  });
});
