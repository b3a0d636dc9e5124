import { Injectable } from '@nestjs/common';
import type { DemandState } from '#contracts/demand';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { beginList, type Change, followDemand } from './chosen.rules.js';
import { CHOSEN_LISTS, type ChosenList } from './chosen.store.js';

const TRIES = 8;

/** Writes the lists of demands that are shown to chosen firms: each change with its event, decided again on the newest. */
@Injectable()
export class ChosenLists {
  constructor(
    @InjectCollection(CHOSEN_LISTS) readonly documents: Collection<ChosenList>,
    private readonly clock: Clock,
  ) {}

  async of(demandIds: readonly string[]): Promise<Map<string, ChosenList>> {
    return new Map((await this.documents.many([...demandIds])).map((list) => [list.id, list]));
  }

  /** Brings the list of a demand in line with it; the first time makes it. */
  async follow(demand: DemandState): Promise<void> {
    const at = this.clock.iso();
    const done = await this.change(demand.id, (before) =>
      before ? followDemand(before, demand, at) : beginList(demand, at),
    );
    if (!done) throw new Error(`the chosen firms of ${demand.id} were changed ${TRIES} times`);
  }

  /** False when others were faster each time; true also where there was nothing to change, or it was for the same cause. */
  async change(
    id: string,
    decide: (before: ChosenList | undefined) => Change | undefined,
    cause?: string,
  ): Promise<boolean> {
    if (cause !== undefined && (await this.documents.recall(id, cause))) return true;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const before = await this.documents.get(id);
      const change = decide(before);
      if (!change) return true;
      const { version: _v, ...fresh } = change.doc;
      const [result] = before
        ? [await this.documents.save(change.doc, change.events, cause)]
        : await this.documents.insert([{ doc: fresh, events: change.events }], cause);
      if (result?.status === 'done' || result?.status === 'already') return true;
    }
    return false;
  }
}
