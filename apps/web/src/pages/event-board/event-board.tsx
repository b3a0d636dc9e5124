import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Schemas } from '#web/api/client';
import { eventQuery, type MatchmakingEvent, planQuery } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useNow } from '#web/format/now';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { Async, Bones, Empty } from '#web/parts/state';
import './board.css';
import { boardTexts } from './texts';

type Meeting = Schemas['PlannedMeetingView'];

const LOOK_MS = 10_000;

function Slot({
  title,
  from,
  meetings,
}: {
  readonly title: string;
  readonly from: string;
  readonly meetings: readonly Meeting[];
}) {
  const t = useTexts(boardTexts);
  const { hour } = useFormat();
  return (
    <section className="stack tight">
      <h2>
        {title} <span className="soft">{t.begins(hour(from))}</span>
      </h2>
      {meetings.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        <ul className="board-list">
          {meetings.map(({ id, table, leaderName, smeName }) => (
            <li key={id}>
              <span className="number">
                <span className="unseen">{t.table} </span>
                {table}
              </span>
              <strong>{leaderName}</strong>
              <span>{smeName}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What does not take place as it was told: cancelled ones that were still to come. */
function Gone({ meetings, now }: { readonly meetings: readonly Meeting[]; readonly now: number }) {
  const t = useTexts(boardTexts);
  const { hour } = useFormat();
  const gone = meetings.filter(({ cancelled, to }) => cancelled !== undefined && Date.parse(to) > now);
  if (gone.length === 0) return null;
  return (
    <section className="stack tight">
      <h2>{t.changed}</h2>
      <ul className="board-list">
        {gone.map(({ id, table, from, leaderName, smeName }) => (
          <li key={id}>
            <span className="number">{table}</span>
            <span>
              {hour(from)} {t.cancelled}
            </span>
            <span className="soft">
              {leaderName} × {smeName}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Board({ event, meetings }: { readonly event: MatchmakingEvent; readonly meetings: readonly Meeting[] }) {
  const t = useTexts(boardTexts);
  const { hour } = useFormat();
  const now = useNow();
  const running = event.slots.findIndex(({ from, to }) => Date.parse(from) <= now && now < Date.parse(to));
  const next = event.slots.findIndex(({ from }) => Date.parse(from) > now);
  const inSlot = (slot: number) => meetings.filter((one) => one.slot === slot && one.cancelled === undefined);
  const shown = [
    { title: t.now, slot: running },
    { title: t.next, slot: next },
  ].filter(({ slot }) => slot >= 0);
  return (
    <div className="board">
      <header className="row apart">
        <h1>{event.title}</h1>
        <time className="board-clock">{hour(new Date(now).toISOString())}</time>
      </header>
      {shown.length === 0 && <p className="soft">{t.over}</p>}
      {shown.map(({ title, slot }) => (
        <Slot key={title} title={title} from={event.slots[slot]?.from ?? ''} meetings={inSlot(slot)} />
      ))}
      <Gone meetings={meetings} now={now} />
    </div>
  );
}

/** The wall screen of the hall: who sits where now and next, in large type, kept up to date. */
export default function EventBoardPage() {
  const { id = '' } = useParams();
  const t = useTexts(boardTexts);
  const event = useQuery({ ...eventQuery(id), refetchInterval: 6 * LOOK_MS });
  const plan = useQuery({ ...planQuery(id), refetchInterval: LOOK_MS });
  return (
    <Async of={event} bones={<Bones count={3} height={140} />}>
      {(found) => (
        <Page title={found.title} bare>
          <Async of={plan} bones={<Bones count={3} height={140} />}>
            {(known) => (known ? <Board event={found} meetings={known.meetings} /> : <Empty whole title={t.noPlan} />)}
          </Async>
        </Page>
      )}
    </Async>
  );
}
