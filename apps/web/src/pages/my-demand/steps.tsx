import { Button } from 'antd';
import { Link } from 'react-router';
import type { Demand } from '#web/api/client';
import { type DemandStep, useDemandStep } from '#web/api/demands';
import { useMe } from '#web/api/session';
import { useTexts } from '#web/i18n/texts';
import { Panel } from '#web/parts/panel';
import { useToast } from '#web/parts/toast';
import { myDemandTexts } from './texts';

const DAY_MS = 86_400_000;

/** What can be done with the demand now. */
export function Steps({ demand }: { readonly demand: Demand }) {
  const t = useTexts(myDemandTexts);
  const toast = useToast();
  const me = useMe();
  const step = useDemandStep(demand);
  const { status, deadline = '' } = demand;
  const own = demand.ownerId === me?.organisation?.id;
  const take = (asked: DemandStep) =>
    step.mutate(asked, { onSuccess: () => toast.done(t.done), onError: (error) => toast.failed(error) });
  const later = new Date(Math.max(Date.parse(deadline), Date.now()) + 30 * DAY_MS).toISOString();
  const writable = status === 'draft' || status === 'returned';
  return (
    <div className="row">
      {status === 'published' && !demand.chosen && <Link to={`/demands/${demand.id}`}>{t.publicPage}</Link>}
      {(status === 'published' || status === 'closed') && (
        <Link className="enter" to={`/my/demands/${demand.id}/responses`}>
          {t.responses}
        </Link>
      )}
      {own && status !== 'closed' && status !== 'submitted' && (
        <Link className="enter" to={`/my/demands/${demand.id}/edit`}>
          {t.edit}
        </Link>
      )}
      {own && (status === 'published' || demand.closeReason === 'expired') && (
        <Button loading={step.isPending} onClick={() => take({ step: 'renew', deadline: later })}>
          {t.renew}
        </Button>
      )}
      {own && writable && (
        <Button type="primary" loading={step.isPending} onClick={() => take({ step: 'submit' })}>
          {t.submit}
        </Button>
      )}
      {own && status === 'submitted' && (
        <Button loading={step.isPending} onClick={() => take({ step: 'take-back' })}>
          {t.takeBack}
        </Button>
      )}
      {own && (writable || status === 'submitted') && !demand.sensitive && (
        <Button loading={step.isPending} onClick={() => take({ step: 'mark', sensitive: true })}>
          {t.mark}
        </Button>
      )}
      {own && writable && demand.sensitive === 'owner' && (
        <Button loading={step.isPending} onClick={() => take({ step: 'mark', sensitive: false })}>
          {t.unmark}
        </Button>
      )}
      {me?.role === 'staff' && status === 'published' && !demand.chosen && (
        <Link className="enter" to={`/my/demands/${demand.id}/curation`}>
          {t.curate}
        </Link>
      )}
      {me?.role === 'staff' && status === 'submitted' && (
        <Link className="enter strong" to="/desk/demands">
          {t.review}
        </Link>
      )}
      {status === 'published' && (
        <Panel label={t.close} wide button={t.close}>
          {(close) => (
            <div className="stack tight">
              {(['fulfilled', 'withdrawn'] as const).map((reason) => (
                <Button
                  key={reason}
                  block
                  onClick={() => {
                    close();
                    take({ step: 'close', reason });
                  }}
                >
                  {t[reason]}
                </Button>
              ))}
            </div>
          )}
        </Panel>
      )}
    </div>
  );
}
