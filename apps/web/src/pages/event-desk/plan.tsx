import { useQuery } from '@tanstack/react-query';
import { type MatchmakingEvent, planQuery } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Async, Empty } from '#web/parts/state';
import { Grid } from './grid';
import { planTexts } from './plan-texts';

/** All meetings of an event: the hall by time and table, and what does not take place. */
export function Plan({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(planTexts);
  const { hour } = useFormat();
  const plan = useQuery(planQuery(event.id));
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{t.plan}</h2>
        {plan.data && (
          <a
            href={`/api/v1/matchmaking-events/${event.id}/plan/export?ahead=${-new Date().getTimezoneOffset()}`}
            download
          >
            {t.sheet}
          </a>
        )}
      </div>
      <Async of={plan}>
        {(found) => {
          if (!found) return <Empty title={t.noPlan} />;
          const cancelled = found.meetings.filter((meeting) => meeting.cancelled !== undefined);
          return (
            <>
              <Grid event={event} plan={found} />
              {cancelled.length > 0 && (
                <details>
                  <summary>
                    {t.cancelled} ({cancelled.length})
                  </summary>
                  <ul className="small">
                    {cancelled.map(({ id, from, table, leaderName, smeName }) => (
                      <li key={id}>
                        {hour(from)} · {t.table(table)} · {leaderName} × {smeName}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </>
          );
        }}
      </Async>
    </section>
  );
}
