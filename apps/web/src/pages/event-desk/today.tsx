import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type MatchmakingEvent, planQuery } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Pick } from '#web/parts/pick';
import { Async } from '#web/parts/state';
import { useToast } from '#web/parts/toast';
import { Changes } from './changes';
import { planTexts } from './plan-texts';
import { noShowsQuery, useDesk } from './queries';
import { Repair } from './repair';
import { Seats } from './seats';

const numbers = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `${at + 1}`, label: `${at + 1}` }));

/** One table runs late: what that moves is shown first; the rest of the hall stays. */
function Delay({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(planTexts);
  const toast = useToast();
  const { hour } = useFormat();
  const { checkDelay, delay } = useDesk(event.id);
  const next = event.slots.findIndex(({ to }) => Date.parse(to) > Date.now());
  const [asked, setAsked] = useState({ table: 1, from: Math.max(0, next), slots: 1 });
  // What was shown is of the plan as it was: once that changes it is not to be confirmed.
  const version = useQuery(planQuery(event.id)).data?.version;
  const [seen, setSeen] = useState<number>();
  const failed = (error: Error) => toast.failed(error);
  const check = () => {
    setSeen(version);
    checkDelay.mutate(asked, { onError: failed });
  };
  const change = (some: Partial<typeof asked>) => {
    checkDelay.reset();
    setAsked({ ...asked, ...some });
  };
  const confirm = () =>
    delay.mutate(asked, {
      onSuccess: () => {
        checkDelay.reset();
        toast.done(t.delayed);
      },
      onError: failed,
    });
  return (
    <div className="stack tight">
      <h3>{t.delay}</h3>
      <div className="row">
        <Pick
          label={t.tableNumber}
          options={numbers(event.tables).map(({ value }) => ({ value, label: t.table(Number(value)) }))}
          value={`${asked.table}`}
          onChange={(table) => change({ table: Number(table) })}
        />
        <Pick
          label={t.fromSlot}
          options={event.slots.map(({ from }, at) => ({ value: `${at}`, label: hour(from) }))}
          value={`${asked.from}`}
          onChange={(from) => change({ from: Number(from) })}
        />
        <Pick
          label={t.bySlots}
          options={numbers(4).map(({ value }) => ({
            value,
            label: t.late(Number(value), Number(value) * event.slotMinutes),
          }))}
          value={`${asked.slots}`}
          onChange={(slots) => change({ slots: Number(slots) })}
        />
        <Button loading={checkDelay.isPending} onClick={check}>
          {t.check}
        </Button>
      </div>
      {checkDelay.data && seen === version && (
        <section className="notice-line stack tight" aria-label={t.delay}>
          <Changes of={checkDelay.data} />
          {checkDelay.data.cancelled.length > 0 && <p className="small">{t.whyCancelled}</p>}
          <div className="row">
            <Button type="primary" loading={delay.isPending} onClick={confirm}>
              {t.confirm}
            </Button>
            <Button onClick={() => checkDelay.reset()}>{t.cancel}</Button>
          </div>
        </section>
      )}
    </div>
  );
}

/** The day at the desk: who is awaited, with a repair for each, and tables that run late. */
export function Today({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(planTexts);
  const { hour } = useFormat();
  const awaited = useQuery(noShowsQuery(event.id));
  return (
    <section className="card stack">
      <h2>{t.today}</h2>
      <div className="stack tight">
        <h3>{t.awaited}</h3>
        <Async of={awaited}>
          {(rows) =>
            rows.length === 0 ? (
              <p className="soft">{t.noneAwaited}</p>
            ) : (
              <ul className="stack tight">
                {rows.map(({ organisationId, organisationName, since, meetings }) => (
                  <li className="row apart" key={organisationId}>
                    <div>
                      <strong>{organisationName}</strong>
                      <p className="soft small">{t.since(hour(since), meetings)}</p>
                    </div>
                    <Repair event={event} organisationId={organisationId} name={organisationName} />
                  </li>
                ))}
              </ul>
            )
          }
        </Async>
      </div>
      <Seats event={event} />
      <Delay event={event} />
    </section>
  );
}
