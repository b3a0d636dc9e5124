import { useInfiniteQuery, usePrefetchInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { CopyLine } from '#web/parts/copy-line';
import { Listed } from '#web/parts/listed';
import { Page } from '#web/parts/page';
import { Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { firmsToInviteQuery, useInvite } from './queries';
import { invitesTexts } from './texts';

function Row({ firm }: { readonly firm: Schemas['FirmToInviteView'] }) {
  const t = useTexts(invitesTexts);
  const { day } = useFormat();
  const toast = useToast();
  const invite = useInvite();
  const { firmId, firmName, demands } = firm;
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
          <CopyLine label={t.link(firmName)} text={invite.data.url ?? ''} said={t.copied} />
          <p className="soft small">{t.until(day(invite.data.expiresAt))}</p>
        </>
      )}
    </li>
  );
}

/** Firms with proposals and no account, each with its invitation. */
export default function InvitesPage() {
  const t = useTexts(invitesTexts);
  // Asked while the page is being made, not once it stands.
  usePrefetchInfiniteQuery(firmsToInviteQuery);
  const firms = useInfiniteQuery(firmsToInviteQuery);
  return (
    <Page title={t.title} lead={t.lead}>
      <Listed of={firms} height={120} none={<Empty title={t.none} hint={t.noneHint} />}>
        {(firm) => <Row key={firm.firmId} firm={firm} />}
      </Listed>
    </Page>
  );
}
