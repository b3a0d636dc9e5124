import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { Page } from '#web/parts/page';
import { Async, Bones } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { ByHand } from './by-hand';
import './curation.css';
import { Firms, LeftOut, useTold } from './list';
import { type Curation, curationQuery, stepsQuery, useCurate } from './queries';
import { Say } from './say';
import { curationTexts } from './texts';
import { WeightsCard } from './weights';

function Head({ list }: { readonly list: Curation }) {
  const t = useTexts(curationTexts);
  const told = useTold();
  const { send } = useCurate(list.demandId);
  const step = list.held ? 'release' : 'hold';
  return (
    <header className="stack tight">
      <div className="row">
        <Tag tone={list.held ? 'warn' : 'good'}>{list.held ? t.held : t.sent}</Tag>
        <Link to={`/my/demands/${list.demandId}`}>{t.demand}</Link>
      </div>
      <div className="row apart">
        <h1>{list.title}</h1>
        {list.open && (
          <Say
            button={t[step]}
            label={t[step]}
            field={t.note}
            needed={false}
            send={(note) => send.mutate({ step, note }, told)}
          />
        )}
      </div>
      <p className="soft">{list.open ? (list.held ? t.heldHint : t.sentHint) : t.closed}</p>
    </header>
  );
}

/** Who did what to the list, and why. */
function Steps({ list }: { readonly list: Curation }) {
  const t = useTexts(curationTexts);
  const { time } = useFormat();
  const steps = useQuery(stepsQuery(list.demandId, list.version));
  return (
    <section className="card stack tight" aria-label={t.steps}>
      <h2>{t.steps}</h2>
      <Async of={steps} bones={<Bones count={1} height={48} />}>
        {(items) =>
          items.length === 0 ? (
            <p className="soft small">{t.noSteps}</p>
          ) : (
            <ol className="stack tight">
              {items.map(({ at, byName, action, firmName, note, contradicts, weights }) => (
                <li key={`${at} ${action} ${firmName ?? ''}`}>
                  <p>
                    <strong>{nameOf(t.action, action)}</strong> {firmName}
                  </p>
                  {note && <p className="small">{note}</p>}
                  {contradicts && <p className="small">{t.confirmed(contradicts.join('、'))}</p>}
                  {weights && (
                    <p className="small">
                      {Object.entries(weights)
                        .map(([part, times]) => `${nameOf(t.part, part)} ×${times}`)
                        .join(' · ')}
                    </p>
                  )}
                  <p className="soft small">{t.by(byName, time(at))}</p>
                </li>
              ))}
            </ol>
          )
        }
      </Async>
    </section>
  );
}

function List({ list }: { readonly list: Curation }) {
  return (
    <>
      <Head list={list} />
      <div className="two">
        <div className="stack">
          <Firms list={list} />
          {list.open && <ByHand id={list.demandId} />}
        </div>
        <aside className="stack">
          <LeftOut list={list} />
          {list.open && <WeightsCard list={list} />}
          <Steps list={list} />
        </aside>
      </div>
    </>
  );
}

/** Staff look through the firms of a demand before, or after, they hear of it. */
export default function CurationPage() {
  const t = useTexts(curationTexts);
  const { id = '' } = useParams();
  const list = useQuery(curationQuery(id));
  return (
    <Page title={list.data?.title ?? t.loading} bare>
      <Async of={list} bones={<Bones count={3} height={180} />}>
        {(data) => <List list={data} />}
      </Async>
    </Page>
  );
}
