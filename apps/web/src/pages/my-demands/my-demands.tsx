import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Demand } from '#web/api/client';
import { demandsQuery } from '#web/api/demands';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { words } from '#web/i18n/words';
import { Page } from '#web/parts/page';
import { Async, Bones, Empty } from '#web/parts/state';
import { DemandStatusTag, TypeTag } from '#web/parts/tag';
import { partTexts } from '#web/parts/texts';
import { myDemandsTexts } from './texts';

const STATES = ['draft', 'submitted', 'returned', 'published', 'closed'] as const;

function Row({ demand }: { readonly demand: Demand }) {
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
    </li>
  );
}

function Filter({ status, choose }: { readonly status: string | null; readonly choose: (status?: string) => void }) {
  const t = useTexts(myDemandsTexts);
  const w = useTexts(words);
  return (
    <fieldset className="plain-set row">
      <legend className="unseen">{t.filter}</legend>
      <button type="button" className="chip" aria-pressed={!status} onClick={() => choose()}>
        {t.all}
      </button>
      {STATES.map((each) => (
        <button type="button" className="chip" key={each} aria-pressed={status === each} onClick={() => choose(each)}>
          {w.demandStatus[each]}
        </button>
      ))}
    </fieldset>
  );
}

/** Demands of the reader's organisation. */
export default function MyDemandsPage() {
  const t = useTexts(myDemandsTexts);
  const p = useTexts(partTexts);
  const [asked, ask] = useSearchParams();
  const status = STATES.find((each) => each === asked.get('status'));
  const demands = useInfiniteQuery(demandsQuery(status));
  const write = (
    <Link className="enter strong" to="/my/demands/new">
      {t.write}
    </Link>
  );
  return (
    <Page title={t.title} lead={t.lead} actions={write}>
      <Filter status={status ?? null} choose={(next) => ask(next ? { status: next } : {})} />
      <Async of={demands} bones={<Bones count={4} height={120} />}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <div className="card">
              {status ? <Empty title={t.noneOf} /> : <Empty title={t.none} hint={t.noneHint} />}
            </div>
          ) : (
            <ul className="stack">
              {pages
                .flatMap(({ items }) => items)
                .map((demand) => (
                  <Row key={demand.id} demand={demand} />
                ))}
            </ul>
          )
        }
      </Async>
      {demands.hasNextPage && (
        <Button size="large" loading={demands.isFetchingNextPage} onClick={() => void demands.fetchNextPage()}>
          {p.more}
        </Button>
      )}
    </Page>
  );
}
