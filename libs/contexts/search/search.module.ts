import { Module } from '@nestjs/common';
import { Readiness } from '#platform/health/readiness';
import { FeedSearch } from './feed-search.js';
import { SearchController } from './search.controller.js';

/** What people search in. */
@Module({ controllers: [SearchController], providers: [FeedSearch], exports: [FeedSearch] })
export class SearchModule {
  constructor(readiness: Readiness, feed: FeedSearch) {
    readiness.add('search', async () => {
      const behind = feed.behind();
      return behind.length > 0 ? `being filled: ${behind.join(', ')}` : undefined;
    });
  }
}
