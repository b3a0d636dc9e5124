import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Page } from '#ports/store/store';
import { Text, Whole } from './fields.js';

/** Query of every list: `limit` 1 to 100, `cursor` from the page before. */
export class PageQuery {
  @Whole({ optional: true, query: true, min: 1, max: 100, description: 'Items a page, default 20' })
  limit?: number;

  @Text({ optional: true, max: 2000, description: '`next` of the page before' })
  cursor?: string;
}

export const pageOptions = (query: PageQuery) => ({
  limit: query.limit ?? 20,
  ...(query.cursor === undefined ? {} : { after: query.cursor }),
});

/** Answer of every list. */
export interface PageView<T> {
  readonly items: T[];
  readonly next?: string;
}

export const pageView = <T, V>(page: Page<T>, view: (item: T) => V): PageView<V> => ({
  items: page.items.map(view),
  ...(page.next === undefined ? {} : { next: page.next }),
});

/** The OpenAPI class of a page of `item`. */
export function PageOf<T>(item: Type<T>): Type<PageView<T>> {
  class PageDocument {
    @ApiProperty({ type: [item] })
    items!: T[];
    @ApiProperty({ required: false, description: 'Cursor of the next page; absent at the end' })
    next?: string;
  }
  Object.defineProperty(PageDocument, 'name', { value: `${item.name}Page` });
  return PageDocument;
}
