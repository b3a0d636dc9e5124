import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'react-router';
import type { Schemas } from '#web/api/client';
import { eventQuery, type MatchmakingEvent } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { Async, Bones } from '#web/parts/state';
import { fairnessQuery, reportQuery } from './queries';
import { reportTexts } from './texts';

interface Figure {
  readonly name: string;
  readonly value: string;
  /** What is usual in the trade. */
  readonly trade?: string;
}

/** The figures of the event beside those of the trade. */
function useFigures(event: MatchmakingEvent, report: Schemas['EventReportView']): Figure[] {
  const t = useTexts(reportTexts);
  const { number, percent } = useFormat();
  const { planned, met, followUps, approved } = report;
  const busy = event.slots.length === 0 ? 0 : planned / event.slots.length;
  const counts = ['registered', 'approved', 'checkedIn', 'planned', 'cancelled', 'met', 'missed', 'unsaid'] as const;
  return [
    ...counts.map((name) => ({ name: t[name], value: number(report[name]) })),
    { name: t.kept, value: percent(report.kept), trade: t.keptTrade },
    { name: t.second, value: percent(met === 0 ? 0 : followUps / met), trade: t.secondTrade },
    { name: t.mutual, value: number(report.mutualFollowUps) },
    {
      name: t.perParticipant,
      value: number(approved === 0 ? 0 : Math.round((20 * planned) / approved) / 10),
      trade: t.perTrade,
    },
    {
      name: t.tables,
      value: number(event.tables),
      trade: t.tablesTrade(Math.ceil(busy * 1.1), Math.ceil(busy * 1.2)),
    },
  ];
}

function Report({ event, report }: { readonly event: MatchmakingEvent; readonly report: Schemas['EventReportView'] }) {
  const t = useTexts(reportTexts);
  const figures = useFigures(event, report);
  return (
    <section className="card stack">
      <h2>{t.report}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard */}
      <section className="table-wrap" aria-label={t.report} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.figure}</th>
              <th scope="col" className="number">
                {t.value}
              </th>
              <th scope="col">{t.trade}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ name, value, trade }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{value}</td>
                <td className="soft">{trade}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Fairness({ of: { sides, rows } }: { readonly of: Schemas['FairnessView'] }) {
  const t = useTexts(reportTexts);
  const columns = ['meetings', 'promised', 'wishes', 'wishesMet', 'wanted'] as const;
  return (
    <section className="card stack">
      <h2>{t.fairness}</h2>
      <dl className="facts">
        {sides.map(({ side, fewest, median, most, without, belowPromise }) => (
          <div key={side} style={{ display: 'contents' }}>
            <dt>{t.side[side]}</dt>
            <dd>
              {t.counts(fewest, median, most)} · {t.without(without, belowPromise)}
            </dd>
          </div>
        ))}
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard */}
      <section className="table-wrap" aria-label={t.fairness} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.organisation}</th>
              {columns.map((name) => (
                <th scope="col" className="number" key={name}>
                  {t[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.organisationId}>
                <th scope="row">{row.name}</th>
                {columns.map((name) => (
                  <td className="number" key={name}>
                    {row[name]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** What came of an event beside the figures of the trade, and who got how many meetings. */
export default function EventReportPage() {
  const { id = '' } = useParams();
  const t = useTexts(reportTexts);
  const event = useQuery(eventQuery(id));
  const report = useQuery(reportQuery(id));
  const fairness = useQuery(fairnessQuery(id));
  return (
    <Async of={event} bones={<Bones count={3} height={140} />}>
      {(found) => (
        <Page title={t.title(found.title)} actions={<Button onClick={() => window.print()}>{t.print}</Button>}>
          <Async of={report}>{(figures) => <Report event={found} report={figures} />}</Async>
          <Async of={fairness}>{(sheet) => <Fairness of={sheet} />}</Async>
        </Page>
      )}
    </Async>
  );
}
