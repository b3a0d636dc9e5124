import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { eventsQuery, type MatchmakingEvent } from '#web/api/events';
import { useMe } from '#web/api/session';
import { useTexts } from '#web/i18n/texts';
import { Listed } from '#web/parts/listed';
import { Page } from '#web/parts/page';
import { PhaseTag } from '#web/parts/phase-tag';
import { Empty } from '#web/parts/state';
import { WhenAndWhere } from '#web/parts/when-and-where';
import { AddEvent } from './add-event';
import { eventsTexts } from './texts';

function Row({ event, desk }: { readonly event: MatchmakingEvent; readonly desk: boolean }) {
  const t = useTexts(eventsTexts);
  return (
    <li className="card lift stack tight">
      <div className="row">
        <PhaseTag phase={event.phase} />
      </div>
      <h2>
        <Link to={desk ? `/events/${event.id}/desk` : `/events/${event.id}`}>{event.title}</Link>
      </h2>
      <p className="soft small">
        <WhenAndWhere event={event} more={t.slots(event.slots.length, event.slotMinutes)} />
      </p>
    </li>
  );
}

/** Matchmaking events; staff plan new ones. */
export default function EventsPage() {
  const t = useTexts(eventsTexts);
  const staff = useMe()?.role === 'staff';
  const events = useInfiniteQuery(eventsQuery);
  return (
    <Page title={t.title} lead={t.lead}>
      <Listed of={events} height={120} none={<Empty title={t.none} hint={t.noneHint} />}>
        {(event) => <Row key={event.id} event={event} desk={staff} />}
      </Listed>
      {staff && <AddEvent />}
    </Page>
  );
}
