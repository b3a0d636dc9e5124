import type { Collection, Doc } from '#ports/store/store';

/** All documents by id, page by page: for what reads everything, off the hot path. `limit` is 1 to 1000. */
export async function* pagesOf<T extends Doc>(
  documents: Pick<Collection<T>, 'scan'>,
  limit = 1000,
): AsyncGenerator<T[]> {
  let after: string | undefined;
  do {
    const page = await documents.scan({ limit, ...(after === undefined ? {} : { after }) });
    yield page.items;
    after = page.next;
  } while (after !== undefined);
}
