import { useInfiniteQuery, usePrefetchInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Schemas } from '#web/api/client';
import { useMe } from '#web/api/session';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Finder, FinderBox, useAsked } from '#web/parts/finder';
import { Marked } from '#web/parts/marked';
import { Page } from '#web/parts/page';
import { Empty } from '#web/parts/state';
import { DueTag, Tag, TypeTag } from '#web/parts/tag';
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
  const w = useTexts(words);
  const { number } = useFormat();
  const asking = useAsked();
  const query = demandsQuery(asking.asked);
  // Asked while the page is being made, not once it stands.
  usePrefetchInfiniteQuery(query);
  const found = useInfiniteQuery(query);
  return (
    <Page title={t.title} bare>
      <header className="hall-head">
        <h1>{t.slogan}</h1>
        <p>{t.lead}</p>
        <FinderBox of={asking} label={t.search} placeholder={t.placeholder} />
      </header>
      <Finder
        label={t.title}
        asking={asking}
        found={found}
        groups={[
          { key: 'type', title: t.type, nameOf: (value) => nameOf(w.demandType, value) },
          { key: 'chain', title: t.chain },
          { key: 'region', title: t.region },
          { key: 'owner', title: t.owner },
          { key: 'status', title: t.status, nameOf: (value) => nameOf(w.demandStatus, value) },
        ]}
        count={({ total, capped }) => t.found(number(total), capped) + (asking.q && ` · ${t.foundOf(asking.q)}`)}
        none={<Nothing />}
      >
        {(hit) => <Row key={hit.id} hit={hit} />}
      </Finder>
    </Page>
  );
}
