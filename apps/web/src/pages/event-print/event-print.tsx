import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { Schemas } from '#web/api/client';
import { eventQuery, type MatchmakingEvent, planQuery, registrationsQuery } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { Qr } from '#web/parts/qr';
import { Async, Bones, Empty } from '#web/parts/state';
import './print.css';
import { printTexts } from './texts';

type Meeting = Schemas['PlannedMeetingView'];
type Registration = Schemas['RegistrationView'];

interface SheetProps {
  readonly title: string;
  readonly note: ReactNode;
  readonly qr: ReactNode;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [key: string, ...cells: string[]])[];
}

/** One sheet of paper: what it is about, its code, its meetings. */
function Sheet({ title, note, qr, columns, rows }: SheetProps) {
  const t = useTexts(printTexts);
  return (
    <section className="card sheet">
      <div className="row apart">
        <div>
          <h2>{title}</h2>
          <p className="soft">{note}</p>
        </div>
        {qr}
      </div>
      {rows.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard
        <section className="table-wrap" aria-label={title} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                {columns.map((name) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([key, ...cells]) => (
                <tr key={key}>
                  {cells.map((cell, at) => (
                    <td key={columns[at]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

interface Printed {
  readonly event: MatchmakingEvent;
  readonly meetings: readonly Meeting[];
}

function Cards({ event, meetings }: Printed) {
  const t = useTexts(printTexts);
  const { hour } = useFormat();
  const tables = [...new Set(meetings.map(({ table }) => table))].sort((a, b) => a - b);
  return tables.map((table) => (
    <Sheet
      key={table}
      title={t.table(table)}
      note={`${event.title} · ${t.hint}`}
      qr={<Qr label={`${t.event}: ${t.table(table)}`} text={`${window.location.origin}/events/${event.id}`} />}
      columns={[t.when, t.leader, t.firm]}
      rows={meetings
        .filter((one) => one.table === table)
        .map(({ id, from, leaderName, smeName }) => [id, hour(from), leaderName, smeName])}
    />
  ));
}

function Agenda({ event, meetings, of }: Printed & { readonly of: Registration }) {
  const t = useTexts(printTexts);
  const { hour } = useFormat();
  const { organisationId: me, organisationName, code, side } = of;
  const own = meetings.filter(({ leaderId, smeId }) => leaderId === me || smeId === me);
  return (
    <Sheet
      title={organisationName}
      note={`${event.title} · ${t.code} ${code}`}
      qr={<Qr label={t.qr(organisationName)} text={`${window.location.origin}/events/${event.id}/check-in/${code}`} />}
      columns={[t.when, t.where, t.whom, t.who]}
      rows={own.map((one) => {
        const [whom, who] = side === 'leader' ? [one.smeName, one.leaderPerson] : [one.leaderName, one.smePerson];
        return [one.id, hour(one.from), t.table(one.table), whom, who];
      })}
    />
  );
}

/** Reads all participants, page after page. */
function useParticipants(id: string): readonly Registration[] {
  const pages = useInfiniteQuery(registrationsQuery(id));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const items = (pages.data?.pages ?? []).flatMap((page) => page.items);
  return items.filter(({ status }) => status === 'approved');
}

/** On paper: an agenda for each organisation, with the code it shows at the door, or a card for each table. */
export default function EventPrintPage() {
  const { id = '' } = useParams();
  const t = useTexts(printTexts);
  const [cards, setCards] = useState(false);
  const event = useQuery(eventQuery(id));
  const plan = useQuery(planQuery(id));
  const there = useParticipants(id);
  return (
    <Async of={event} bones={<Bones count={3} height={140} />}>
      {(found) => (
        <Page title={t.title(found.title)} actions={<Button onClick={() => window.print()}>{t.print}</Button>}>
          <fieldset className="plain-set row no-print">
            <legend className="unseen">{t.show}</legend>
            {[false, true].map((which) => (
              <button
                type="button"
                className="chip"
                key={`${which}`}
                aria-pressed={cards === which}
                onClick={() => setCards(which)}
              >
                {which ? t.cards : t.agendas}
              </button>
            ))}
          </fieldset>
          <Async of={plan}>
            {(known) => {
              if (!known) return <Empty title={t.noPlan} />;
              const meetings = known.meetings.filter(({ cancelled }) => cancelled === undefined);
              if (cards) return <Cards event={found} meetings={meetings} />;
              return there.map((one) => <Agenda key={one.organisationId} event={found} meetings={meetings} of={one} />);
            }}
          </Async>
        </Page>
      )}
    </Async>
  );
}
