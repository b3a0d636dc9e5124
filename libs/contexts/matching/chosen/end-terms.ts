import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '#platform/time/clock';
import { HandlesDue } from '#platform/time/due-work';
import { passTime } from './chosen.rules.js';
import type { ChosenList } from './chosen.store.js';
import { ChosenLists } from './chosen-lists.js';

/** Ends the terms of chosen firms and asks the next; a term that was ended is not due any more. */
@Injectable()
export class EndTerms extends HandlesDue<ChosenList> {
  constructor(
    private readonly lists: ChosenLists,
    clock: Clock,
  ) {
    super({ collection: lists.documents, index: 'due', clock, logger: new Logger('matching.terms') });
  }

  /** On the version that was found due: who is late writes nothing. */
  protected async handle(list: ChosenList, at: string): Promise<number> {
    const change = passTime(list, at);
    if (!change) return 0;
    return (await this.lists.documents.save(change.doc, change.events)).status === 'done' ? 1 : 0;
  }
}
