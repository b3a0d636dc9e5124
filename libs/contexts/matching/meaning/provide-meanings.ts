import type { Provider } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config/config';
import { collectionToken } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { OpenAiVectors } from '#ports/vectors/openai-vectors';
import { MEANING_VECTORS, type MeaningVector } from '../matching.store.js';
import { Meanings } from './meanings.js';

/** {@link Meanings} where an operator has named a model of vectors; else nothing. */
export const provideMeanings: Provider = {
  provide: Meanings,
  useFactory: ({ vectors }: Config, kept: Collection<MeaningVector>) =>
    vectors ? new Meanings(new OpenAiVectors(vectors), kept) : undefined,
  inject: [CONFIG, collectionToken(MEANING_VECTORS)],
};
