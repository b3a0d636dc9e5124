import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import type { Demand } from '#web/api/client';
import { demandQuery } from '#web/api/demands';
import { useMe } from '#web/api/session';
import { useTexts } from '#web/i18n/texts';
import { DemandFacts, Requirements } from '#web/parts/demand-facts';
import { DemandFiles } from '#web/parts/demand-files';
import { DemandHistory } from '#web/parts/demand-history';
import { Page } from '#web/parts/page';
import { Async, Bones } from '#web/parts/state';
import { DemandStatusTag, DueTag, Tag, TypeTag } from '#web/parts/tag';
import { AccessLog } from './access-log';
import { Changes } from './changes';
import { ChosenFirms } from './chosen';
import { FittingFirms } from './firms';
import './my-demand.css';
import { Steps } from './steps';
import { myDemandTexts } from './texts';

function Detail({ demand }: { readonly demand: Demand }) {
  const t = useTexts(myDemandTexts);
  const own = useMe()?.organisation?.id;
  const matched = demand.status === 'published' || demand.status === 'closed';
  return (
    <>
      <header className="stack tight">
        <div className="row">
          <DemandStatusTag status={demand.status} />
          <TypeTag type={demand.type} />
          {demand.chosen && <Tag tone="clay">{t.chosen}</Tag>}
          {demand.sensitive && <Tag tone="warn">{t.sensitive}</Tag>}
          {demand.status === 'published' && <DueTag deadline={demand.deadline} />}
        </div>
        <div className="row apart">
          <h1>{demand.title}</h1>
          <Steps demand={demand} />
        </div>
      </header>
      {demand.status === 'returned' && demand.returnReason && (
        <p className="notice-line warn">{t.returned(demand.returnReason)}</p>
      )}
      {demand.status === 'submitted' && demand.ownerId === own && !demand.approval && (
        <p className="notice-line">{t.inReview}</p>
      )}
      {demand.approval && <p className="notice-line">{t.firstLook(demand.approval.byName)}</p>}
      <div className="two">
        <div className="stack">
          {demand.chosen && <ChosenFirms demand={demand} chosen={demand.chosen} />}
          {matched && !demand.chosen && <FittingFirms demand={demand} />}
          {!matched && !demand.chosen && <p className="card soft">{t.notYet}</p>}
          {matched && !demand.chosen && <Changes demand={demand} />}
        </div>
        <aside className="stack">
          <section className="card stack tight">
            <h2>{t.detail}</h2>
            <DemandFacts demand={demand} />
            <Requirements demand={demand} />
          </section>
          <DemandFiles demandId={demand.id} own={demand.ownerId === own} />
          <DemandHistory demand={demand} />
          <AccessLog demand={demand} />
        </aside>
      </div>
    </>
  );
}

/** One of the reader's own demands: where it stands, who can do it, what happened to it. */
export default function MyDemandPage() {
  const t = useTexts(myDemandTexts);
  const { id = '' } = useParams();
  const demand = useQuery(demandQuery(id));
  // Of another organisation: what is public of it has a page of its own.
  if (demand.data && demand.data.ownerId === undefined) return <Navigate to={`/demands/${id}`} replace />;
  return (
    <Page title={demand.data?.title ?? t.loading} bare>
      <Async of={demand} bones={<Bones count={3} height={180} />}>
        {(data) => <Detail demand={data} />}
      </Async>
    </Page>
  );
}
