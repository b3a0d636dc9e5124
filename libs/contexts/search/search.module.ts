import { Module } from '@nestjs/common';
import { FeedSearch } from './feed-search.js';
import { SearchController } from './search.controller.js';

/** What people search in. */
@Module({ controllers: [SearchController], providers: [FeedSearch], exports: [FeedSearch] })
export class SearchModule {}
