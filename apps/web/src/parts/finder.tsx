import type { ComponentProps, ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Found } from '#web/api/search';
import { Facets } from './facets';
import { More } from './listed';
import { SearchBox } from './search-box';
import { Async, Bones } from './state';

/** What the address asks of a search, and how to ask for something else. */
export function useAsked() {
  const [asked, ask] = useSearchParams();
  const search = (text: string) => {
    const next = new URLSearchParams(asked);
    if (text) next.set('q', text);
    else next.delete('q');
    ask(next);
  };
  return { asked, ask, search, q: asked.get('q') ?? '' };
}

type Asking = ReturnType<typeof useAsked>;

/** The words that are searched for. */
export const FinderBox = ({
  of,
  ...texts
}: { readonly of: Asking } & Pick<ComponentProps<typeof SearchBox>, 'label' | 'placeholder'>) => (
  <SearchBox value={of.q} go={of.search} {...texts} />
);

interface FinderProps<H> {
  /** Name of the list. */
  readonly label: string;
  readonly asking: Asking;
  readonly found: ComponentProps<typeof More>['of'] & {
    readonly data: { readonly pages: readonly Found<H>[] } | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly groups: ComponentProps<typeof Facets>['groups'];
  /** How many were found, in words. */
  readonly count: (first: Found<H>) => ReactNode;
  readonly none: ReactNode;
  /** A row, with its key. */
  readonly children: (hit: H) => ReactNode;
}

/** What was found beside what it can be narrowed to. */
export function Finder<H>({ label, asking, found, groups, count, none, children }: FinderProps<H>) {
  return (
    <Async of={found} bones={<Awaited />}>
      {({ pages }) => (
        <div className="finder">
          <aside>
            {pages[0] && <Facets groups={groups} facets={pages[0].facets} chosen={asking.asked} choose={asking.ask} />}
          </aside>
          <section className="stack" aria-label={label}>
            <p className="soft" role="status">
              {pages[0] && count(pages[0])}
            </p>
            {pages[0]?.hits.length === 0 && none}
            <ul className="stack">{pages.flatMap(({ hits }) => hits).map(children)}</ul>
            <More of={found} />
          </section>
        </div>
      )}
    </Async>
  );
}

/** Replaced as a whole: how high the filters will be is not known, and nothing shall move for them. */
const Awaited = () => (
  <div className="finder">
    <Bones count={3} height={72} />
    <Bones count={5} height={132} />
  </div>
);
