import type { ChosenListState } from '#contracts/match';
import type { CollectionSpec, Doc } from '#ports/store/store';

/** The firms that one demand is shown to; the id is the demand's. */
export interface ChosenList extends ChosenListState, Doc {
  readonly version: number;
  /** When the next term runs out; there while one can. */
  readonly dueKey?: string;
}

export const CHOSEN_LISTS: CollectionSpec<ChosenList> = {
  name: 'chosen_list',
  indexes: { due: { fields: ['dueKey'] } },
};
