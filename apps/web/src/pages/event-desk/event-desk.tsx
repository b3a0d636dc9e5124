import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { eventQuery, type MatchmakingEvent } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { type Phase, PhaseTag, phaseTexts } from '#web/parts/phase-tag';
import { Async, Bones } from '#web/parts/state';
import { useToast } from '#web/parts/toast';
import { Participants } from './participants';
import { Plan } from './plan';
import { DeskProgramme } from './programme';
import { useDesk } from './queries';
import { Schedules } from './schedule';
import { eventDeskTexts } from './texts';
import { Today } from './today';
import { Unmet } from './unmet';
import { WhatIf } from './what-if';

const AFTER: Readonly<Record<string, Phase>> = {
  draft: 'registration',
  registration: 'preferences',
  preferences: 'scheduling',
  provisional: 'final',
  final: 'live',
  live: 'closed',
  closed: 'reported',
};
const BEFORE: Readonly<Record<string, Phase>> = {
  registration: 'draft',
  preferences: 'registration',
  scheduling: 'preferences',
  provisional: 'scheduling',
};

/** Phases in which there is a plan to work on. */
const PLANNED: readonly string[] = ['provisional', 'final', 'live', 'closed', 'reported'];

function Moves({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(eventDeskTexts);
  const names = useTexts(phaseTexts);
  const toast = useToast();
  const { move } = useDesk(event.id);
  const to = (phase: Phase) => move.mutate({ to: phase }, { onError: (error) => toast.failed(error) });
  const [next, back] = [AFTER[event.phase], BEFORE[event.phase]];
  return (
    <>
      <PhaseTag phase={event.phase} />
      {PLANNED.includes(event.phase) && (
        <>
          <Link to={`/events/${event.id}/board`}>{t.board}</Link>
          <Link to={`/events/${event.id}/print`}>{t.print}</Link>
          <Link to={`/events/${event.id}/report`}>{t.report}</Link>
        </>
      )}
      {back && <Button onClick={() => to(back)}>{t.back(names[back])}</Button>}
      {next && (
        <Button type="primary" loading={move.isPending} onClick={() => to(next)}>
          {t.next(names[next])}
        </Button>
      )}
    </>
  );
}

/** An event as staff run it: phases, who comes, schedules, all meetings. */
export default function EventDeskPage() {
  const { id = '' } = useParams();
  const event = useQuery(eventQuery(id));
  const { time } = useFormat();
  return (
    <Async of={event} bones={<Bones count={3} height={140} />}>
      {(found) => (
        <Page
          title={found.title}
          lead={[found.slots[0] && time(found.slots[0].from), found.place].filter(Boolean).join(' · ')}
          actions={<Moves event={found} />}
        >
          {found.phase === 'live' && <Today event={found} />}
          {PLANNED.includes(found.phase) ? (
            <>
              <Plan event={found} />
              <Unmet event={found} />
              <Participants event={found} />
              <Schedules event={found} />
            </>
          ) : (
            <>
              <Participants event={found} />
              <Schedules event={found} />
            </>
          )}
          <DeskProgramme event={found} />
          {['scheduling', 'provisional'].includes(found.phase) && <WhatIf event={found} />}
        </Page>
      )}
    </Async>
  );
}
