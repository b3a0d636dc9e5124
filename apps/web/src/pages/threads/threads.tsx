import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { type Thread, threadsQuery } from '#web/api/engagements';
import { USUAL_MS } from '#web/api/proposals';
import { useMe } from '#web/api/session';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Listed } from '#web/parts/listed';
import { Page } from '#web/parts/page';
import { Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
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
  const staff = useMe()?.role === 'staff';
  const [asked, ask] = useSearchParams();
  const orphaned = staff && asked.has('orphaned');
  // A thread begins a moment after a firm is chosen, which its leader is not told of.
  const threads = useInfiniteQuery({ ...threadsQuery(orphaned), refetchInterval: USUAL_MS });
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
      <Listed of={threads} height={110} none={<Empty title={t.none} hint={t.noneHint} />}>
        {(thread) => <Row key={thread.id} thread={thread} />}
      </Listed>
    </Page>
  );
}
