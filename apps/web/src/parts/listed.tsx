import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '#web/i18n/texts';
import { Async, Bones } from './state';
import { partTexts } from './texts';

interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** Asks for the next page of what is read page by page; nothing when there is none. */
export function More({ of }: { readonly of: Paged }) {
  const t = useTexts(partTexts);
  if (!of.hasNextPage) return null;
  return (
    <Button size="large" loading={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
      {t.more}
    </Button>
  );
}

interface ListedProps<T> {
  readonly of: Paged & {
    readonly data: { readonly pages: readonly { readonly items: readonly T[] }[] } | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  /** Height of a row while it is awaited. */
  readonly height: number;
  /** What is said when there is nothing. */
  readonly none?: ReactNode;
  /** A row, with its key. */
  readonly children: (item: T) => ReactNode;
}

/** A list that is read page by page: its rows, or that there are none, or where they will be. */
export function Listed<T>({ of, height, none, children }: ListedProps<T>) {
  return (
    <>
      <Async of={of} bones={<Bones count={5} height={height} />}>
        {({ pages }) =>
          none && pages[0]?.items.length === 0 ? (
            <div className="card">{none}</div>
          ) : (
            <ul className="stack">{pages.flatMap(({ items }) => items).map(children)}</ul>
          )
        }
      </Async>
      <More of={of} />
    </>
  );
}
