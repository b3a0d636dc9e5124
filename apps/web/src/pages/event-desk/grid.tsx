import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Schemas } from '#web/api/client';
import type { MatchmakingEvent } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { LockIcon } from '#web/parts/icons';
import { useToast } from '#web/parts/toast';
import { Changes } from './changes';
import './grid.css';
import { planTexts } from './plan-texts';
import { type Place, placeCheckQuery, useDesk } from './queries';

type Meeting = Schemas['PlannedMeetingView'];
type Plan = Schemas['PlanView'];

const MOVABLE: readonly string[] = ['provisional', 'final', 'live'];
const key = ({ slot, table }: Place) => `${slot} ${table}`;

/** What it would cost to put the chosen meeting where it is aimed at, said aloud while one looks for a place. */
function Cost({ of, aim }: { readonly of: ReturnType<typeof useCheck>; readonly aim: Place | undefined }) {
  const t = useTexts(planTexts);
  if (!aim) return <p className="soft small">{t.choose}</p>;
  if (of.error) return <p className="small">{of.error.message}</p>;
  return of.data ? <Changes of={of.data} /> : <p className="soft small">{t.checking}</p>;
}

function useCheck(event: MatchmakingEvent, plan: Plan, chosen: Meeting | undefined, aim: Place | undefined) {
  return useQuery({
    ...placeCheckQuery(event.id, plan.version, chosen?.id ?? '', aim ?? { slot: 0, table: 1 }),
    enabled: chosen !== undefined && aim !== undefined,
  });
}

/** The chosen meeting and where it is to go. A place is taken only when what it costs has been shown. */
function useMoving(event: MatchmakingEvent, plan: Plan) {
  const t = useTexts(planTexts);
  const toast = useToast();
  const [chosen, choose] = useState<Meeting>();
  const [aim, aimAt] = useState<Place>();
  const [dragged, drag] = useState(false);
  const check = useCheck(event, plan, chosen, aim);
  const { place } = useDesk(event.id);
  const stop = () => {
    choose(undefined);
    aimAt(undefined);
    drag(false);
  };
  const take = (meeting: Meeting) => {
    aimAt(undefined);
    choose(meeting);
  };
  const drop = (where: Place) => {
    if (!chosen) return;
    if (!aim || key(aim) !== key(where) || !check.data) return aimAt(where);
    place.mutate(
      { meetingId: chosen.id, place: where },
      { onSuccess: () => toast.done(t.done), onError: (error) => toast.failed(error) },
    );
    stop();
  };
  return { chosen, take, aim, aimAt, check, drop, stop, dragged, drag };
}

interface SeatProps {
  readonly event: MatchmakingEvent;
  readonly place: Place;
  readonly meeting: Meeting | undefined;
  readonly moving: ReturnType<typeof useMoving>;
}

/** One table at one time: what is held there, or where a chosen meeting can go. */
function Seat({ event, place, meeting, moving }: SeatProps) {
  const t = useTexts(planTexts);
  const { hour } = useFormat();
  const { chosen, take, aim, aimAt, drop, drag } = moving;
  const slot = event.slots[place.slot];
  const target = chosen !== undefined && chosen.id !== meeting?.id;
  const held = meeting && `${meeting.leaderName} × ${meeting.smeName}${meeting.locked ? `, ${t.locked}` : ''}`;
  const put = target ? t.putHere(slot ? hour(slot.from) : '', place.table) : undefined;
  if (!meeting && !target) return null;
  const shown = meeting && (
    <>
      <span>
        {meeting.locked && <LockIcon />}
        {meeting.leaderName}
      </span>
      <span className="soft">{meeting.smeName}</span>
    </>
  );
  const past = slot !== undefined && Date.parse(slot.to) < Date.now();
  const aimed = target && aim !== undefined && key(aim) === key(place);
  const classes = ['seat', !meeting && 'free', aimed && 'aimed', past && 'past'].filter(Boolean).join(' ');
  if (!MOVABLE.includes(event.phase)) return <div className={`${classes} still`}>{shown}</div>;
  const aimHere = () => target && aimAt(place);
  return (
    <button
      type="button"
      className={classes}
      draggable={meeting !== undefined}
      aria-label={[put, held].filter(Boolean).join(': ')}
      aria-pressed={meeting !== undefined && chosen?.id === meeting.id}
      onClick={() => (target ? drop(place) : meeting && take(meeting))}
      onFocus={aimHere}
      onMouseEnter={aimHere}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.effectAllowed = 'move';
        if (meeting) take(meeting);
        drag(true);
      }}
      onDragEnd={() => drag(false)}
      onDragEnter={aimHere}
      onDragOver={(over) => target && over.preventDefault()}
      onDrop={() => drop(place)}
    >
      {shown ?? <span aria-hidden="true">+</span>}
    </button>
  );
}

/**
 * The hall: a row for each time, a column for each table. A meeting is chosen by a press or by dragging it; then each place
 * says what it would cost to put it there. Escape lets it go.
 */
export function Grid({ event, plan }: { readonly event: MatchmakingEvent; readonly plan: Plan }) {
  const t = useTexts(planTexts);
  const toast = useToast();
  const { hour } = useFormat();
  const moving = useMoving(event, plan);
  const { lock } = useDesk(event.id);
  const held = plan.meetings.filter((meeting) => meeting.cancelled === undefined);
  const at = new Map(held.map((meeting) => [key(meeting), meeting]));
  const most = Math.max(event.tables, ...held.map(({ table }) => table));
  const tables = Array.from({ length: most }, (_, index) => index + 1);
  const { chosen, aim, check, stop, dragged } = moving;
  const turn = (meeting: Meeting) =>
    lock.mutate(
      { meetingId: meeting.id, locked: !meeting.locked },
      { onError: (error) => toast.failed(error), onSuccess: stop },
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape lets go of what a button in it has chosen
    <div className="hall" onKeyDown={({ key: pressed }) => pressed === 'Escape' && stop()}>
      {MOVABLE.includes(event.phase) && <p className="soft small">{t.hint}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard */}
      <section className="table-wrap" aria-label={t.plan} tabIndex={0}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t.when}</th>
              {tables.map((table) => (
                <th scope="col" key={table}>
                  {t.table(table)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {event.slots.map(({ from }, slot) => (
              <tr key={from}>
                <th scope="row">{hour(from)}</th>
                {tables.map((table) => (
                  <td key={table}>
                    <Seat
                      event={event}
                      place={{ slot, table }}
                      meeting={at.get(key({ slot, table }))}
                      moving={moving}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {chosen && (
        <div className={dragged ? 'grid-say through stack tight' : 'grid-say stack tight'}>
          <div className="row apart">
            <strong>
              {hour(chosen.from)} · {t.table(chosen.table)} · {chosen.leaderName} × {chosen.smeName}
            </strong>
            <div className="row">
              <Button onClick={() => turn(chosen)}>{chosen.locked ? t.unlock : t.lock}</Button>
              <Button onClick={stop}>{t.stop}</Button>
            </div>
          </div>
          <div role="status">
            <Cost of={check} aim={aim} />
          </div>
        </div>
      )}
    </div>
  );
}
