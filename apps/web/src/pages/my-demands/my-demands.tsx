import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { Demand } from '#web/api/client';
import { demandsQuery } from '#web/api/demands';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { words } from '#web/i18n/words';
import { Listed } from '#web/parts/listed';
import { Page } from '#web/parts/page';
import { Empty } from '#web/parts/state';
import { StatusFilter } from '#web/parts/status-filter';
import { DemandStatusTag, TypeTag } from '#web/parts/tag';
import { waitingQuery } from './queries';
import { myDemandsTexts } from './texts';

const STATES = ['draft', 'submitted', 'returned', 'published', 'closed'] as const;

function Row({ demand, waiting }: { readonly demand: Demand; readonly waiting: number | undefined }) {
  const t = useTexts(myDemandsTexts);
  const { day, ago } = useFormat();
  return (
    <li className="card lift stack tight">
      <div className="row">
        <DemandStatusTag status={demand.status} />
        <TypeTag type={demand.type} />
      </div>
      <h2>
        <Link to={`/my/demands/${demand.id}`}>{demand.title}</Link>
      </h2>
      {demand.returnReason && demand.status === 'returned' && <p className="notice-line warn">{demand.returnReason}</p>}
      <p className="soft small">
        {[
          t.requirements(demand.requirements?.length ?? 0),
          demand.deadline && t.until(day(demand.deadline)),
          demand.updatedAt && t.changed(ago(demand.updatedAt)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {waiting !== undefined && (
        <div className="above">
          <Link className="enter" to={`/my/demands/${demand.id}/responses`}>
            {t.waiting(waiting)}
          </Link>
        </div>
      )}
    </li>
  );
}

/** Demands of the reader's organisation. */
export default function MyDemandsPage() {
  const t = useTexts(myDemandsTexts);
  const w = useTexts(words);
  const [asked, ask] = useSearchParams();
  const status = STATES.find((each) => each === asked.get('status'));
  const demands = useInfiniteQuery(demandsQuery(status));
  const { data: waiting } = useQuery(waitingQuery);
  const write = (
    <Link className="enter strong" to="/my/demands/new">
      {t.write}
    </Link>
  );
  return (
    <Page title={t.title} lead={t.lead} actions={write}>
      <StatusFilter
        label={t.filter}
        all={t.all}
        states={STATES}
        names={w.demandStatus}
        status={status}
        choose={(next) => ask(next ? { status: next } : {})}
      />
      <Listed
        of={demands}
        height={120}
        none={status ? <Empty title={t.noneOf} /> : <Empty title={t.none} hint={t.noneHint} />}
      >
        {(demand) => <Row key={demand.id} demand={demand} waiting={waiting?.get(demand.id)} />}
      </Listed>
    </Page>
  );
}
