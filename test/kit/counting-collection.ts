import type { EventDraft } from '#ports/event';
import { Collection, type Doc, type Entry, type FindOptions, type Scalar } from '#ports/store/store';

/** A collection that counts its calls by method and can be made to do something just before a call. */
export class CountingCollection<T extends Doc> extends Collection<T> {
  readonly calls = new Map<string, number>();
  /** Called before each call with the method's name. */
  before: (method: string) => Promise<void> = async () => undefined;

  constructor(private readonly inner: Collection<T>) {
    super();
  }

  get total(): number {
    return [...this.calls.values()].reduce((sum, count) => sum + count, 0);
  }

  async get(id: string) {
    await this.note('get');
    return this.inner.get(id);
  }
  async many(ids: readonly string[]) {
    await this.note('many');
    return this.inner.many(ids);
  }
  async manyBy(index: string, values: readonly Scalar[]) {
    await this.note('manyBy');
    return this.inner.manyBy(index, values);
  }
  async find(index: string, options: FindOptions) {
    await this.note('find');
    return this.inner.find(index, options);
  }
  async count(index: string, eq: readonly Scalar[], cap: number) {
    await this.note('count');
    return this.inner.count(index, eq, cap);
  }
  async scan(options: { after?: string; limit: number }) {
    await this.note('scan');
    return this.inner.scan(options);
  }
  async recall(id: string, cause: string) {
    await this.note('recall');
    return this.inner.recall(id, cause);
  }
  async insert(entries: readonly Entry<T>[], cause?: string) {
    await this.note('insert');
    return this.inner.insert(entries, cause);
  }
  async save(doc: T, events?: readonly EventDraft[], cause?: string) {
    await this.note('save');
    return this.inner.save(doc, events, cause);
  }
  async remove(id: string, version: number, events?: readonly EventDraft[], cause?: string) {
    await this.note('remove');
    return this.inner.remove(id, version, events, cause);
  }

  private async note(method: string): Promise<void> {
    this.calls.set(method, (this.calls.get(method) ?? 0) + 1);
    await this.before(method);
  }
}
