import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Schemas } from '#web/api/client';
import { agendaQuery } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useNow } from '#web/format/now';
import { useTexts } from '#web/i18n/texts';
import { CopyLine } from '#web/parts/copy-line';
import { Async, Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { Asked } from './asked';
import { outcomesQuery, useParticipant } from './queries';
import { eventTexts } from './texts';

interface MeetingProps {
  readonly meeting: Schemas['AgendaMeetingView'];
  readonly said: Schemas['OutcomeView'] | undefined;
  /** When the day has come, what a tap says of the meeting. */
  readonly say: ((outcome: Schemas['OutcomeInput']) => void) | undefined;
  readonly begun: boolean;
  /** The first that has not begun. */
  readonly next: boolean;
}

function Meeting({ meeting, said, say, begun, next }: MeetingProps) {
  const t = useTexts(eventTexts);
  const { time } = useFormat();
  const { organisationName, from, table, myPerson, theirPerson, cancelled } = meeting;
  const taps = [
    { label: t.met, outcome: { met: true, next: 'follow-up' as const } },
    { label: t.metOnly, outcome: { met: true } },
    { label: t.absent, outcome: { met: false } },
  ];
  return (
    <li className="stack tight">
      <div className="row">
        <strong>{time(from)}</strong>
        {cancelled ? <Tag tone="bad">{t.cancelled}</Tag> : <Tag tone="accent">{t.table(table)}</Tag>}
        {next && <Tag tone="good">{t.next}</Tag>}
      </div>
      <h3>{organisationName}</h3>
      <p className="soft small">{t.people(myPerson, theirPerson)}</p>
      {say && !cancelled && (
        <div className="row">
          {taps.map(({ label, outcome }) => (
            <button
              type="button"
              className="chip"
              key={label}
              disabled={!begun}
              aria-pressed={said?.met === outcome.met && said?.next === outcome.next}
              onClick={() => say(outcome)}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

/** The meetings of the reader's organisation, and on the day what came of them. */
export function Agenda({ id, phase }: { readonly id: string; readonly phase: string }) {
  const t = useTexts(eventTexts);
  const toast = useToast();
  const agenda = useQuery(agendaQuery(id));
  const outcomes = useQuery(outcomesQuery(id));
  const { say, subscribe } = useParticipant(id);
  const tell = (meetingId: string, outcome: Schemas['OutcomeInput']) =>
    say.mutate(
      { meetingId, ...outcome },
      { onSuccess: () => toast.done(t.said), onError: (error) => toast.failed(error) },
    );
  const onDay = phase === 'live' || phase === 'closed';
  const now = useNow(30_000);
  const nextOf = (meetings: readonly Schemas['AgendaMeetingView'][]) =>
    phase === 'live' ? meetings.find(({ from, cancelled }) => !cancelled && Date.parse(from) > now)?.id : undefined;
  return (
    <section className="card stack">
      <h2>{t.agenda}</h2>
      <Async of={agenda}>
        {({ published, meetings, asked }) => (
          <>
            <Asked id={id} asked={asked} />
            {meetings.length === 0 ? (
              <Empty title={published ? t.agendaEmpty : t.agendaNone} />
            ) : (
              <ul className="stack">
                {meetings.map((meeting) => (
                  <Meeting
                    key={meeting.id}
                    meeting={meeting}
                    said={outcomes.data?.find((one) => one.id === meeting.id)}
                    begun={Date.parse(meeting.from) <= now}
                    next={meeting.id === nextOf(meetings)}
                    say={onDay ? (outcome) => tell(meeting.id, outcome) : undefined}
                  />
                ))}
              </ul>
            )}
          </>
        )}
      </Async>
      {subscribe.data ? (
        <>
          <p className="soft small">{t.subscribeHint}</p>
          <a className="enter strong wide" href={subscribe.data.url.replace(/^https?:/, 'webcal:')}>
            {t.addToCalendar}
          </a>
          <CopyLine label={t.address} text={subscribe.data.url} said={t.copied} />
        </>
      ) : (
        <Button loading={subscribe.isPending} onClick={() => subscribe.mutate()}>
          {t.subscribe}
        </Button>
      )}
    </section>
  );
}
