import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { eventQuery, type MatchmakingEvent } from '#web/api/events';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { PhaseTag } from '#web/parts/phase-tag';
import { Qr } from '#web/parts/qr';
import { Async, Bones } from '#web/parts/state';
import { useToast } from '#web/parts/toast';
import { WhenAndWhere } from '#web/parts/when-and-where';
import { Agenda } from './agenda';
import { People } from './people';
import { Programme } from './programme';
import { registrationQuery, useParticipant } from './queries';
import { eventTexts } from './texts';
import { Wishes } from './wishes';

/** From then on people come to see whom they meet next. */
const isPlanned = ({ phase }: MatchmakingEvent): boolean => ['final', 'live', 'closed', 'reported'].includes(phase);

function Mine({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(eventTexts);
  const toast = useToast();
  const mine = useQuery(registrationQuery(event.id));
  const { apply, withdraw } = useParticipant(event.id);
  const failed = { onError: (error: Error) => toast.failed(error) };
  const open = event.phase === 'registration' || event.phase === 'preferences';
  return (
    <Async of={mine}>
      {(registration) => {
        const status = registration?.status;
        const comes = status === 'approved';
        const mayApply = open && (!status || ['invited', 'declined', 'withdrawn'].includes(status));
        const agenda = comes && <Agenda id={event.id} phase={event.phase} />;
        const mayLeave = status && ['invited', 'applied', 'approved'].includes(status);
        return (
          <>
            {isPlanned(event) && agenda}
            <section className="card stack tight">
              <h2>{t.mine}</h2>
              {status && <p>{t.status[status]}</p>}
              {registration?.reason && <p className="soft">{registration.reason}</p>}
              {registration && comes && (
                <div className="row">
                  <Qr
                    label={t.qr}
                    text={`${window.location.origin}/events/${event.id}/check-in/${registration.code}`}
                  />
                  <p>
                    {t.code} <strong className="code">{registration.code}</strong>
                    <br />
                    <span className="soft small">{registration.checkedInAt ? t.checkedIn : t.codeHint}</span>
                  </p>
                </div>
              )}
              <div className="row">
                {mayApply && (
                  <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate(undefined, failed)}>
                    {status === 'invited' ? t.accept : t.apply}
                  </Button>
                )}
                {mayLeave && open && (
                  <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined, failed)}>
                    {status === 'invited' ? t.decline : t.withdraw}
                  </Button>
                )}
              </div>
            </section>
            {registration && comes && ['registration', 'preferences', 'scheduling'].includes(event.phase) && (
              <People key={registration.version} event={event} registration={registration} />
            )}
            {comes && event.phase === 'preferences' && <Wishes id={event.id} />}
            {!isPlanned(event) && agenda}
          </>
        );
      }}
    </Async>
  );
}

/** A matchmaking event as its participants see it. */
export default function EventPage() {
  const { id = '' } = useParams();
  const event = useQuery(eventQuery(id));
  return (
    <Async of={event} bones={<Bones count={3} height={140} />}>
      {(found) => (
        <Page title={found.title} lead={<WhenAndWhere event={found} />} actions={<PhaseTag phase={found.phase} />}>
          {found.about && <p className="card pre">{found.about}</p>}
          {!isPlanned(found) && <Programme event={found} />}
          <Mine event={found} />
          {isPlanned(found) && <Programme event={found} />}
        </Page>
      )}
    </Async>
  );
}
