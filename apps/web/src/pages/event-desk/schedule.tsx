import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Schemas } from '#web/api/client';
import type { MatchmakingEvent } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useLanguage } from '#web/i18n/language';
import { useTexts } from '#web/i18n/texts';
import { Async, Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { planQuery, schedulesQuery, useDesk } from './queries';
import { eventDeskTexts } from './texts';

function Run({ event, run }: { readonly event: MatchmakingEvent; readonly run: Schemas['ScheduleView'] }) {
  const t = useTexts(eventDeskTexts);
  const toast = useToast();
  const { language } = useLanguage();
  const { number, time } = useFormat();
  const { stop, move } = useDesk(event.id);
  const failed = { onError: (error: Error) => toast.failed(error) };
  const { id, status, standing, problem, meetings, restarts, startedAt } = run;
  const usable = event.phase === 'scheduling' && (status === 'done' || status === 'stopped');
  return (
    <li className="row apart">
      <div>
        <div className="row">
          <Tag tone={status === 'running' ? 'clay' : status === 'failed' ? 'bad' : 'good'}>{t.run[status]}</Tag>
          {standing?.proven && <Tag tone="accent">{t.proven}</Tag>}
        </div>
        <p className="soft small">
          {[
            time(startedAt),
            status !== 'running' && t.meetings(meetings),
            standing && t.score(number(standing.score), number(standing.upperBound)),
            restarts > 0 && t.restarted(restarts),
            problem?.[language],
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {status === 'running' && <Button onClick={() => stop.mutate(id, failed)}>{t.stop}</Button>}
      {usable && (
        <Button type="primary" onClick={() => move.mutate({ to: 'provisional', scheduleId: id }, failed)}>
          {t.adopt}
        </Button>
      )}
    </li>
  );
}

/** Schedules of an event: begun, watched, stopped, taken. */
export function Schedules({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(eventDeskTexts);
  const toast = useToast();
  const schedules = useQuery(schedulesQuery(event.id));
  const { start } = useDesk(event.id);
  return (
    <section className="card stack">
      <div className="row apart">
        <div>
          <h2>{t.schedule}</h2>
          <p className="soft">{t.scheduleHint}</p>
        </div>
        {event.phase === 'scheduling' && (
          <Button
            type="primary"
            loading={start.isPending}
            onClick={() => start.mutate(undefined, { onError: (error) => toast.failed(error) })}
          >
            {t.start}
          </Button>
        )}
      </div>
      <Async of={schedules}>
        {(runs) => (
          <ul className="stack tight">
            {runs.map((run) => (
              <Run key={run.id} event={event} run={run} />
            ))}
          </ul>
        )}
      </Async>
    </section>
  );
}

/** All meetings of an event by time and table. */
export function Plan({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(eventDeskTexts);
  const toast = useToast();
  const { time } = useFormat();
  const plan = useQuery(planQuery(event.id));
  const { lock } = useDesk(event.id);
  return (
    <section className="card stack">
      <h2>{t.plan}</h2>
      <Async of={plan}>
        {(found) =>
          !found ? (
            <Empty title={t.noPlan} />
          ) : (
            <div className="table-wrap">
              <table className="table">
                <thead>
                  <tr>
                    <th>{t.when}</th>
                    <th>{t.table}</th>
                    <th>{t.leader}</th>
                    <th>{t.firm}</th>
                    <th>{t.locked}</th>
                  </tr>
                </thead>
                <tbody>
                  {found.meetings.map(({ id, from, table, leaderName, smeName, locked, cancelled }) => (
                    <tr key={id}>
                      <td>{time(from)}</td>
                      <td className="number">{table}</td>
                      <td>{leaderName}</td>
                      <td>{smeName}</td>
                      <td>
                        {cancelled ? (
                          <Tag tone="bad">{t.cancelled}</Tag>
                        ) : (
                          <input
                            type="checkbox"
                            aria-label={`${t.locked}: ${leaderName} · ${smeName}`}
                            checked={locked}
                            onChange={() =>
                              lock.mutate(
                                { meetingId: id, locked: !locked },
                                { onError: (error) => toast.failed(error) },
                              )
                            }
                          />
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Async>
    </section>
  );
}
