import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Listed } from '#web/parts/listed';
import { Page } from '#web/parts/page';
import { Empty } from '#web/parts/state';
import { StatusFilter } from '#web/parts/status-filter';
import { Tag } from '#web/parts/tag';
import { organisationsQuery, STATES } from './queries';
import { organisationsTexts } from './texts';

function Row({ one }: { readonly one: Schemas['OrganisationView'] }) {
  const t = useTexts(organisationsTexts);
  const w = useTexts(words);
  const { ago } = useFormat();
  const tone = one.status === 'approved' ? 'good' : one.status === 'pending' ? 'warn' : 'bad';
  return (
    <li className="card row apart">
      <div>
        <div className="row">
          <h2>{one.name}</h2>
          <Tag tone="clay">{nameOf(w.organisationKind, one.kind)}</Tag>
          <Tag tone={tone}>{nameOf(w.organisationStatus, one.status)}</Tag>
        </div>
        <p className="soft small">
          {[one.creditCode, one.region, t.since(ago(one.createdAt))].filter(Boolean).join(' · ')}
        </p>
      </div>
      <Link to={`/organisations/${one.id}/people`} aria-label={t.peopleOf(one.name)}>
        {t.people}
      </Link>
    </li>
  );
}

/** Every organisation, with the way to its people. */
export default function OrganisationsPage() {
  const t = useTexts(organisationsTexts);
  const w = useTexts(words);
  const [asked, ask] = useSearchParams();
  const status = STATES.find((each) => each === asked.get('status'));
  const organisations = useInfiniteQuery(organisationsQuery(status));
  return (
    <Page title={t.title} lead={t.lead}>
      <StatusFilter
        label={t.filter}
        all={t.all}
        states={STATES}
        names={w.organisationStatus}
        status={status}
        choose={(next) => ask(next ? { status: next } : {})}
      />
      <Listed of={organisations} height={96} none={<Empty title={t.none} />}>
        {(one) => <Row key={one.id} one={one} />}
      </Listed>
    </Page>
  );
}
