import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config/config';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { ALLOWANCES } from '../matching.store.js';
import { type Allowance, type Ask, grantRoom, roomAt } from './allowance.rules.js';

const TRIES = 16;
const READ = 1000;

type Content = Omit<Allowance, 'id' | 'version'>;

/** How many new proposals each firm is told of in a week. A grant is written before its proposal: nobody gets more than the cap. */
@Injectable()
export class Allowances {
  readonly cap: number;

  constructor(
    @InjectCollection(ALLOWANCES) readonly documents: Collection<Allowance>,
    @Inject(CONFIG) { proposalsPerWeek }: Pick<Config, 'proposalsPerWeek'>,
  ) {
    this.cap = proposalsPerWeek;
  }

  /** Ids of the proposals that may go out now, best first for each firm. Asked again, it says the same. */
  async grant(asks: readonly Ask[], at: string): Promise<ReadonlySet<string>> {
    const byFirm = new Map<string, Ask[]>();
    for (const ask of asks) byFirm.set(ask.organisationId, [...(byFirm.get(ask.organisationId) ?? []), ask]);
    const ids = [...byFirm.keys()];
    const granted = new Set<string>();
    for (let from = 0; from < ids.length; from += READ) {
      const some = ids.slice(from, from + READ);
      const known = new Map((await this.documents.many(some)).map((doc) => [doc.id, doc]));
      const sets = await Promise.all(some.map((id) => this.grantOne(id, byFirm.get(id) ?? [], known.get(id), at)));
      for (const set of sets) for (const id of set) granted.add(id);
    }
    return granted;
  }

  /** Something waits for room at these firms: it is looked at when there is some. Written also when that is known already. */
  async expectRoom(organisationIds: Iterable<string>, at: string): Promise<void> {
    await Promise.all(
      [...new Set(organisationIds)].map((id) =>
        this.change(id, undefined, ({ granted }) => ({ granted, dueAt: roomAt(granted, this.cap, at) })),
      ),
    );
  }

  get(organisationId: string): Promise<Allowance | undefined> {
    return this.documents.get(organisationId);
  }

  /** Undefined when somebody else was faster. */
  async save(doc: Allowance): Promise<Allowance | undefined> {
    const written = await this.documents.save(doc);
    return written.status === 'done' ? written.doc : undefined;
  }

  private async grantOne(
    id: string,
    asks: readonly Ask[],
    known: Allowance | undefined,
    at: string,
  ): Promise<ReadonlySet<string>> {
    let allowed: ReadonlySet<string> = new Set();
    await this.change(id, known, (before) => {
      const room = grantRoom(before.granted, asks, this.cap, at);
      allowed = room.allowed;
      const isNew = room.granted.some((grant) => grant.at === at && !before.granted.includes(grant));
      return isNew ? { ...before, granted: room.granted } : undefined;
    });
    return allowed;
  }

  /** Decides again on the newest when somebody else was faster; an undefined content writes nothing. */
  private async change(
    id: string,
    known: Allowance | undefined,
    decide: (before: Content) => Content | undefined,
  ): Promise<void> {
    let before = known ?? (await this.documents.get(id));
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const content = decide(before ?? { granted: [] });
      if (!content) return;
      const [written] = before
        ? [await this.documents.save({ ...content, id, version: before.version })]
        : await this.documents.insert([{ doc: { ...content, id } }]);
      if (written?.status === 'done') return;
      before = await this.documents.get(id);
    }
    throw new Error(`the allowance of ${id} was changed ${TRIES} times`);
  }
}
