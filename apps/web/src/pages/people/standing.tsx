import { Button } from 'antd';
import type { Schemas } from '#web/api/client';
import { useDecideOrganisation } from '#web/api/people';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Refuse } from '#web/parts/refuse';
import { Tag } from '#web/parts/tag';
import { Tick } from '#web/parts/tick';
import { useToast } from '#web/parts/toast';
import { useTrust } from './queries';
import { peopleTexts } from './texts';

/** What an organisation may do here; for staff, who change it. */
export function Standing({ of }: { readonly of: Schemas['OrganisationView'] }) {
  const t = useTexts(peopleTexts);
  const w = useTexts(words);
  const toast = useToast();
  const [decide, trust] = [useDecideOrganisation(), useTrust(of.id)];
  const told = { onSuccess: () => toast.done(t.changed(of.name)), onError: (error: Error) => toast.failed(error) };
  const { status, kind, creditCode, region, reason } = of;
  return (
    <section className="card stack tight" aria-label={t.standing}>
      <h2>{t.standing}</h2>
      <div className="row">
        <Tag tone="clay">{nameOf(w.organisationKind, kind)}</Tag>
        <Tag tone={status === 'approved' ? 'good' : status === 'pending' ? 'warn' : 'bad'}>
          {nameOf(w.organisationStatus, status)}
        </Tag>
      </div>
      <p className="soft small">{[creditCode, region].filter(Boolean).join(' · ')}</p>
      {reason && <p className="notice-line bad">{reason}</p>}
      {status === 'approved' && kind !== 'staff' && (
        <>
          <Tick checked={of.selfPublish} send={(selfPublish) => trust.mutateAsync(selfPublish, told)}>
            {t.trusted}
          </Tick>
          <Refuse
            label={t.suspend}
            send={(why) => decide.mutate({ id: of.id, decision: 'suspend', reason: why }, told)}
          />
        </>
      )}
      {status === 'suspended' && (
        <Button loading={decide.isPending} onClick={() => decide.mutate({ id: of.id, decision: 'reinstate' }, told)}>
          {t.reinstate}
        </Button>
      )}
    </section>
  );
}
