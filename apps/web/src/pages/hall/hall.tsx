import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Schemas } from '#web/api/client';
import { useMe } from '#web/api/session';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Facets } from '#web/parts/facets';
import { Marked } from '#web/parts/marked';
import { Page } from '#web/parts/page';
import { SearchBox } from '#web/parts/search-box';
import { Async, Bones, Empty } from '#web/parts/state';
import { DueTag, Tag, TypeTag } from '#web/parts/tag';
import { partTexts } from '#web/parts/texts';
import './hall.css';
import { demandsQuery } from './queries';
import { hallTexts } from './texts';

type Hit = Schemas['DemandHitView'];

function Row({ hit: { id, show, marked } }: { readonly hit: Hit }) {
  const t = useTexts(hallTexts);
  const w = useTexts(words);
  const { ago } = useFormat();
  const excerpt = marked.requirements ?? marked.background ?? marked.process;
  return (
    <li className="card lift demand-row">
      <div className="row">
        <TypeTag type={show.type} />
        {show.chain && <Tag>{[show.chain, show.link].filter(Boolean).join(' / ')}</Tag>}
        {show.status === 'closed' ? <Tag>{w.demandStatus.closed}</Tag> : <DueTag deadline={show.deadline} />}
      </div>
      <h2>
        <Link to={`/demands/${id}`}>{marked.title ? <Marked text={marked.title} /> : show.title}</Link>
      </h2>
      {excerpt && (
        <p className="small excerpt">
          <Marked text={excerpt} />
        </p>
      )}
      <p className="soft small">
        {show.ownerName ?? w.anonymousOwner}
        {show.publishedAt && ` · ${t.published(ago(show.publishedAt))}`}
      </p>
    </li>
  );
}

function Nothing() {
  const t = useTexts(hallTexts);
  const me = useMe();
  return (
    <Empty title={t.none} hint={t.noneHint}>
      {me?.role === 'anonymous' && <Link to="/sign-up">{t.join}</Link>}
    </Empty>
  );
}

/** The demand hall: everything that is published, to search and to narrow. */
export default function Hall() {
  const t = useTexts(hallTexts);
  const p = useTexts(partTexts);
  const w = useTexts(words);
  const { number } = useFormat();
  const [asked, ask] = useSearchParams();
  const found = useInfiniteQuery(demandsQuery(asked));
  const q = asked.get('q') ?? '';
  const search = (text: string) => {
    const next = new URLSearchParams(asked);
    if (text) next.set('q', text);
    else next.delete('q');
    ask(next);
  };
  const [first] = found.data?.pages ?? [];
  return (
    <Page title={t.title} bare>
      <header className="hall-head">
        <h1>{t.slogan}</h1>
        <p>{t.lead}</p>
        <SearchBox value={q} label={t.search} placeholder={t.placeholder} go={search} />
      </header>
      <div className="finder">
        <aside>
          {first ? (
            <Facets
              groups={[
                { key: 'type', title: t.type, nameOf: (value) => nameOf(w.demandType, value) },
                { key: 'chain', title: t.chain },
                { key: 'region', title: t.region },
                { key: 'owner', title: t.owner },
                { key: 'status', title: t.status, nameOf: (value) => nameOf(w.demandStatus, value) },
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
                  {q && ` · ${t.foundOf(q)}`}
                </p>
                {first?.hits.length === 0 && <Nothing />}
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
