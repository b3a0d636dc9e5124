import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { type Thread, threadsQuery } from '#web/api/engagements';
import { useMe } from '#web/api/session';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { Async, Bones, Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { partTexts } from '#web/parts/texts';
import { threadsTexts } from './texts';

function Row({ thread }: { readonly thread: Thread }) {
  const t = useTexts(threadsTexts);
  const own = useMe()?.organisation?.id;
  const { ago } = useFormat();
  const { ownerId, organisationId, ownerName, firmName, steps, leader, firm } = thread;
  const others = own === ownerId ? firmName : own === organisationId ? ownerName : `${ownerName} / ${firmName}`;
  const isOrphan = thread.status === 'open' && [leader, firm].some((owner) => !owner || owner.gone);
  const done = steps.filter(({ status }) => status !== 'todo').length;
  return (
    <li className="card lift stack tight">
      <div className="row">
        <Tag tone={thread.status === 'open' ? 'good' : 'plain'}>{t[thread.status]}</Tag>
        {isOrphan && <Tag tone="warn">{t.orphaned}</Tag>}
      </div>
      <h2>
        <Link to={`/threads/${thread.id}`}>{thread.demandTitle}</Link>
      </h2>
      <p className="soft small">{[others, t.done(done, steps.length), t.changed(ago(thread.updatedAt))].join(' · ')}</p>
    </li>
  );
}

/** Threads of the reader's organisation; for staff all, or those that nobody sees to. */
export default function ThreadsPage() {
  const t = useTexts(threadsTexts);
  const p = useTexts(partTexts);
  const staff = useMe()?.role === 'staff';
  const [asked, ask] = useSearchParams();
  const orphaned = staff && asked.has('orphaned');
  const threads = useInfiniteQuery(threadsQuery(orphaned));
  return (
    <Page title={t.title} lead={staff ? t.leadStaff : t.lead}>
      {staff && (
        <fieldset className="plain-set row">
          <legend className="unseen">{t.filter}</legend>
          <button type="button" className="chip" aria-pressed={!orphaned} onClick={() => ask({})}>
            {t.all}
          </button>
          <button type="button" className="chip" aria-pressed={orphaned} onClick={() => ask({ orphaned: '1' })}>
            {t.orphaned}
          </button>
        </fieldset>
      )}
      <Async of={threads} bones={<Bones count={4} height={110} />}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <div className="card">
              <Empty title={t.none} hint={t.noneHint} />
            </div>
          ) : (
            <ul className="stack">
              {pages
                .flatMap(({ items }) => items)
                .map((thread) => (
                  <Row key={thread.id} thread={thread} />
                ))}
            </ul>
          )
        }
      </Async>
      {threads.hasNextPage && (
        <Button size="large" loading={threads.isFetchingNextPage} onClick={() => void threads.fetchNextPage()}>
          {p.more}
        </Button>
      )}
    </Page>
  );
}
