import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { beginsAt, eventQuery, type MatchmakingEvent, planQuery } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { type Phase, PhaseTag, phaseTexts } from '#web/parts/phase-tag';
import { Async, Bones } from '#web/parts/state';
import { useToast } from '#web/parts/toast';
import { WhenAndWhere } from '#web/parts/when-and-where';
import { Participants } from './participants';
import { Plan } from './plan';
import { DeskProgramme } from './programme';
import { useDesk } from './queries';
import { Schedules } from './schedule';
import { EventSettings } from './settings';
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

/** What a step would do that is not taken back; undefined where there is nothing to ask. */
function useConsequence(event: MatchmakingEvent, to: Phase | undefined): string | undefined {
  const t = useTexts(eventDeskTexts);
  const { day } = useFormat();
  const plan = useQuery({ ...planQuery(event.id), enabled: PLANNED.includes(event.phase) });
  const held = (plan.data?.meetings ?? []).filter(({ cancelled }) => cancelled === undefined);
  const begins = beginsAt(event);
  if (to === 'final') return t.willTell(new Set(held.flatMap(({ leaderId, smeId }) => [leaderId, smeId])).size);
  if (to === 'live' && begins && day(begins) !== day(new Date().toISOString())) return t.startNow(day(begins));
  const toCome = held.filter(({ from }) => Date.parse(from) > Date.now()).length;
  return to === 'closed' && toCome > 0 ? t.endNow(toCome) : undefined;
}

function Moves({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(eventDeskTexts);
  const names = useTexts(phaseTexts);
  const toast = useToast();
  const { move } = useDesk(event.id);
  const to = (phase: Phase) => move.mutate({ to: phase }, { onError: (error) => toast.failed(error) });
  const [next, back] = [AFTER[event.phase], BEFORE[event.phase]];
  const consequence = useConsequence(event, next);
  const [asking, ask] = useState<Phase>();
  if (next && consequence && asking === next)
    return (
      <section className="notice-line warn row" aria-label={t.next(names[next])}>
        <p role="alert">{consequence}</p>
        <div className="row">
          <Button type="primary" loading={move.isPending} onClick={() => to(next)}>
            {t.sure}
          </Button>
          <Button onClick={() => ask(undefined)}>{t.leave}</Button>
        </div>
      </section>
    );
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
        <Button type="primary" loading={move.isPending} onClick={() => (consequence ? ask(next) : to(next))}>
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
  return (
    <Async of={event} bones={<Bones count={3} height={140} />}>
      {(found) => (
        <Page title={found.title} lead={<WhenAndWhere event={found} />} actions={<Moves event={found} />}>
          {found.phase === 'live' && <Today event={found} />}
          {PLANNED.includes(found.phase) ? (
            <>
              <Plan event={found} />
              <Unmet event={found} />
              <Participants event={found} />
              <EventSettings event={found} />
              <Schedules event={found} />
            </>
          ) : (
            <>
              <EventSettings event={found} />
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
