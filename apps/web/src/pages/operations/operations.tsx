import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Listed } from '#web/parts/listed';
import { Page } from '#web/parts/page';
import { Async, Bones, Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { Letter } from './letter';
import './operations.css';
import { lagQuery, lettersQuery } from './queries';
import { operationsTexts } from './texts';

type Lag = Schemas['LagView'];

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

function Figures({ lag }: { readonly lag: Lag }) {
  const t = useTexts(operationsTexts);
  const { number } = useFormat();
  const stopped = lag.groups.filter((group) => group.stopped !== undefined);
  const capped = lag.deadLetters.some((count) => count.capped);
  const figures = [
    { name: t.unsent, value: lag.unsent.count, bad: (lag.unsent.ageSeconds ?? 0) > 60 },
    { name: t.waiting, value: sum(lag.groups.map(({ events }) => events)), bad: false },
    { name: t.letters, value: sum(lag.deadLetters.map(({ letters }) => letters)), bad: lag.deadLetters.length > 0 },
    { name: t.stopped, value: stopped.length, bad: stopped.length > 0 },
  ];
  const calm = figures.every(({ value }) => value === 0);
  return (
    <>
      <dl className="figures">
        {figures.map(({ name, value, bad }) => (
          <div key={name} className={bad ? 'card figure bad' : 'card figure'}>
            <dt>{name}</dt>
            <dd>
              {name === t.letters && capped && <span className="small">{t.more} </span>}
              {number(value)}
            </dd>
            {name === t.unsent && lag.unsent.ageSeconds !== undefined && (
              <dd className="small soft">{t.age(number(lag.unsent.ageSeconds))}</dd>
            )}
          </div>
        ))}
      </dl>
      {calm && <p className="notice-line">{t.calm}</p>}
    </>
  );
}

function Groups({ groups }: { readonly groups: Lag['groups'] }) {
  const t = useTexts(operationsTexts);
  const { number } = useFormat();
  // What stands still first, then what waits longest.
  const rows = [...groups].sort(
    (a, b) =>
      Number(b.stopped !== undefined) - Number(a.stopped !== undefined) ||
      b.events - a.events ||
      a.group.localeCompare(b.group),
  );
  return (
    <section className="card stack tight">
      <h2>{t.groups}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable */}
      <section className="table-wrap" aria-label={t.groups} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.group}</th>
              <th scope="col">{t.topic}</th>
              <th scope="col">{t.events}</th>
              <th scope="col">{t.state}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ group, topic, events, stopped }) => (
              <tr key={`${group} ${topic}`}>
                <td className="whole">{group}</td>
                <td className="whole">{topic}</td>
                <td className="number">{number(events)}</td>
                <td>
                  {stopped === undefined ? (
                    <Tag tone={events === 0 ? 'good' : 'plain'}>{events === 0 ? t.caughtUp : t.running}</Tag>
                  ) : (
                    <Tag tone="bad">{stopped}</Tag>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Letters() {
  const t = useTexts(operationsTexts);
  const letters = useInfiniteQuery(lettersQuery);
  return (
    <section className="stack">
      <div>
        <h2>{t.lettersTitle}</h2>
        <p className="soft">{t.lettersLead}</p>
      </div>
      <Listed of={letters} height={120} none={<Empty title={t.none} />}>
        {(letter) => <Letter key={letter.id} letter={letter} />}
      </Listed>
    </section>
  );
}

/** For those who run the installation: what is under way, and what could not be handled. */
export default function OperationsPage() {
  const t = useTexts(operationsTexts);
  const lag = useQuery(lagQuery);
  return (
    <Page title={t.title} lead={t.lead}>
      <Async of={lag} bones={<Bones count={2} height={96} />}>
        {(data) => (
          <>
            <Figures lag={data} />
            <Groups groups={data.groups} />
          </>
        )}
      </Async>
      <Letters />
    </Page>
  );
}
