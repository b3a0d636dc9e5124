import type { Collection, Doc, FindOptions, Page } from '#ports/store/store';

/** All documents by id, page by page: for what reads everything, off the hot path. `limit` is 1 to 1000. */
export async function* pagesOf<T extends Doc>(
  documents: Pick<Collection<T>, 'scan'>,
  limit = 1000,
): AsyncGenerator<T[]> {
  yield* pages((after) => documents.scan({ limit, ...after }));
}

/**
 * What an index finds, page by page, in the order of the index. The next page is read when the one before is done with; whoever
 * leaves the loop reads no more.
 */
export async function* foundPages<T extends Doc>(
  documents: Pick<Collection<T>, 'find'>,
  index: string,
  options: Omit<FindOptions, 'after'>,
): AsyncGenerator<T[]> {
  yield* pages((after) => documents.find(index, { ...options, ...after }));
}

async function* pages<T>(read: (after: { after?: string }) => Promise<Page<T>>): AsyncGenerator<T[]> {
  let next: string | undefined;
  do {
    const page: Page<T> = await read(next === undefined ? {} : { after: next });
    yield page.items;
    next = page.next;
  } while (next !== undefined);
}
