import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Finder, FinderBox, useAsked } from '#web/parts/finder';
import { Marked } from '#web/parts/marked';
import { Page } from '#web/parts/page';
import { Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { organisationsQuery } from './queries';
import { organisationsTexts } from './texts';

function Row({ hit: { id, show, marked } }: { readonly hit: Schemas['OrganisationHitView'] }) {
  const t = useTexts(organisationsTexts);
  const w = useTexts(words);
  const { ago } = useFormat();
  const tone = show.status === 'approved' ? 'good' : show.status === 'pending' ? 'warn' : 'bad';
  return (
    <li className="card row apart">
      <div>
        <div className="row">
          <h2>{marked.name ? <Marked text={marked.name} /> : show.name}</h2>
          <Tag tone="clay">{nameOf(w.organisationKind, show.kind)}</Tag>
          <Tag tone={tone}>{nameOf(w.organisationStatus, show.status)}</Tag>
        </div>
        <p className="soft small">
          {[show.creditCode, show.region, show.createdAt && t.since(ago(show.createdAt))].filter(Boolean).join(' · ')}
        </p>
      </div>
      <Link to={`/organisations/${id}/people`} aria-label={t.peopleOf(show.name)}>
        {t.people}
      </Link>
    </li>
  );
}

/** Every organisation, to search and to narrow, with the way to its people. */
export default function OrganisationsPage() {
  const t = useTexts(organisationsTexts);
  const w = useTexts(words);
  const { number } = useFormat();
  const asking = useAsked();
  const found = useInfiniteQuery(organisationsQuery(asking.asked));
  return (
    <Page title={t.title} lead={t.lead}>
      <FinderBox of={asking} label={t.search} placeholder={t.placeholder} />
      <Finder
        label={t.title}
        asking={asking}
        found={found}
        groups={[
          { key: 'status', title: t.status, nameOf: (value) => nameOf(w.organisationStatus, value) },
          { key: 'kind', title: t.kind, nameOf: (value) => nameOf(w.organisationKind, value) },
          { key: 'region', title: t.region },
        ]}
        count={({ total, capped }) => t.found(number(total), capped)}
        none={<Empty title={t.none} hint={t.noneHint} />}
      >
        {(hit) => <Row key={hit.id} hit={hit} />}
      </Finder>
    </Page>
  );
}
