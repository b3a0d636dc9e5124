import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Schemas } from '#web/api/client';
import type { MatchmakingEvent } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useLanguage } from '#web/i18n/language';
import { useTexts } from '#web/i18n/texts';
import { Async } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { schedulesQuery, useDesk } from './queries';
import { eventDeskTexts } from './texts';

/** What could still be gained at most, as a share of the bound. */
const gapOf = ({ score, upperBound }: { readonly score: number; readonly upperBound: number }) =>
  upperBound > 0 ? Math.max(0, (upperBound - score) / upperBound) : 0;

function Run({ event, run }: { readonly event: MatchmakingEvent; readonly run: Schemas['ScheduleView'] }) {
  const t = useTexts(eventDeskTexts);
  const toast = useToast();
  const { language } = useLanguage();
  const { number, time, percent } = useFormat();
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
            standing && !standing.proven && t.gap(percent(gapOf(standing))),
            restarts > 0 && t.restarted(restarts),
            problem?.[language],
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {standing && (
          <div className="bar" aria-hidden="true">
            <span style={{ width: percent(1 - gapOf(standing)) }} />
          </div>
        )}
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

const BEFORE: readonly string[] = ['draft', 'registration', 'preferences'];

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
        {(runs) =>
          runs.length === 0 && BEFORE.includes(event.phase) ? (
            <p className="soft">{t.notYet}</p>
          ) : (
            <ul className="stack tight">
              {runs.map((run) => (
                <Run key={run.id} event={event} run={run} />
              ))}
            </ul>
          )
        }
      </Async>
    </section>
  );
}
