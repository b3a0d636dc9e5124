import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { Async, Bones, Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { partTexts } from '#web/parts/texts';
import { useToast } from '#web/parts/toast';
import { firmsToInviteQuery, useInvite } from './queries';
import { invitesTexts } from './texts';

function Row({ firm }: { readonly firm: Schemas['FirmToInviteView'] }) {
  const t = useTexts(invitesTexts);
  const { day } = useFormat();
  const toast = useToast();
  const invite = useInvite();
  const { firmId, firmName, demands } = firm;
  const url = invite.data?.url ?? '';
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => toast.done(t.copied),
      (error: Error) => toast.failed(error),
    );
  return (
    <li className="card stack tight">
      <div className="row apart">
        <div>
          <div className="row">
            <h2>
              <Link to={`/firms/${firmId}`}>{firmName}</Link>
            </h2>
            {firm.tier && <Tag tone="clay">{firm.tier}</Tag>}
            <Tag tone="accent">{t.demands(demands.length)}</Tag>
          </div>
          <p className="soft small">{firm.region}</p>
        </div>
        {!invite.data && (
          <Button
            type="primary"
            loading={invite.isPending}
            onClick={() => invite.mutate(firmId, { onError: (error) => toast.failed(error) })}
          >
            {t.invite}
          </Button>
        )}
      </div>
      <ul>
        {demands.slice(0, 3).map(({ demandId, title }) => (
          <li className="small" key={demandId}>
            {title}
          </li>
        ))}
      </ul>
      {invite.data && (
        <>
          <div className="search">
            <Input readOnly aria-label={t.link(firmName)} value={url} onFocus={(event) => event.target.select()} />
            <Button onClick={() => void copy()}>{t.copy}</Button>
          </div>
          <p className="soft small">{t.until(day(invite.data.expiresAt))}</p>
        </>
      )}
    </li>
  );
}

/** Firms with proposals and no account, each with its invitation. */
export default function InvitesPage() {
  const t = useTexts(invitesTexts);
  const p = useTexts(partTexts);
  const firms = useInfiniteQuery(firmsToInviteQuery);
  return (
    <Page title={t.title} lead={t.lead}>
      <Async of={firms} bones={<Bones count={5} height={120} />}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <div className="card">
              <Empty title={t.none} hint={t.noneHint} />
            </div>
          ) : (
            <ul className="stack">
              {pages
                .flatMap(({ items }) => items)
                .map((firm) => (
                  <Row key={firm.firmId} firm={firm} />
                ))}
            </ul>
          )
        }
      </Async>
      {firms.hasNextPage && (
        <Button size="large" loading={firms.isFetchingNextPage} onClick={() => void firms.fetchNextPage()}>
          {p.more}
        </Button>
      )}
    </Page>
  );
}
