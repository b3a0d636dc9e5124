import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Facets } from '#web/parts/facets';
import { Marked } from '#web/parts/marked';
import { Page } from '#web/parts/page';
import { SearchBox } from '#web/parts/search-box';
import { Async, Bones, Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { partTexts } from '#web/parts/texts';
import { firmsQuery } from './queries';
import { firmsTexts } from './texts';

type Hit = Schemas['FirmHitView'];

function Row({ hit: { id, show, marked } }: { readonly hit: Hit }) {
  const w = useTexts(words);
  const { list } = useFormat();
  const excerpt = marked.products ?? marked.processes ?? marked.patents ?? marked.other;
  return (
    <li className="card lift stack tight">
      <div className="row">
        {show.tier && <Tag tone="clay">{show.tier}</Tag>}
        <Tag tone={show.claimed ? 'good' : 'plain'}>{show.claimed ? w.claimed : w.unclaimed}</Tag>
        <span className="soft small">{show.region}</span>
      </div>
      <h2>
        <Link to={`/firms/${id}`}>{marked.name ? <Marked text={marked.name} /> : show.name}</Link>
      </h2>
      <p className="small">{excerpt ? <Marked text={excerpt} /> : list(show.products.slice(0, 3))}</p>
    </li>
  );
}

/** Every firm by its card, to search and to narrow. */
export default function FirmsPage() {
  const t = useTexts(firmsTexts);
  const p = useTexts(partTexts);
  const { number } = useFormat();
  const [asked, ask] = useSearchParams();
  const found = useInfiniteQuery(firmsQuery(asked));
  const search = (text: string) => {
    const next = new URLSearchParams(asked);
    if (text) next.set('q', text);
    else next.delete('q');
    ask(next);
  };
  const [first] = found.data?.pages ?? [];
  return (
    <Page title={t.title} lead={t.lead}>
      <SearchBox value={asked.get('q') ?? ''} label={t.search} placeholder={t.placeholder} go={search} />
      <div className="finder">
        <aside>
          {first ? (
            <Facets
              groups={[
                { key: 'region', title: t.region },
                { key: 'tier', title: t.tier },
                { key: 'industry', title: t.industry },
                { key: 'claimed', title: t.claimed, nameOf: (value) => nameOf(t.yesNo, value) },
              ]}
              facets={first.facets}
              chosen={asked}
              choose={ask}
            />
          ) : (
            <Bones count={3} height={72} />
          )}
        </aside>
        <section className="stack" aria-label={t.title}>
          <Async of={found} bones={<Bones count={5} height={132} />}>
            {({ pages }) => (
              <>
                <p className="soft" role="status">
                  {t.found(number(first?.total ?? 0), first?.capped ?? false)}
                </p>
                {first?.hits.length === 0 && <Empty title={t.none} hint={t.noneHint} />}
                <ul className="stack">
                  {pages.flatMap(({ hits }) => hits.map((hit) => <Row key={hit.id} hit={hit} />))}
                </ul>
                {found.hasNextPage && (
                  <Button size="large" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                    {p.more}
                  </Button>
                )}
              </>
            )}
          </Async>
        </section>
      </div>
    </Page>
  );
}
