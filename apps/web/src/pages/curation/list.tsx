import { Button } from 'antd';
import { Link } from 'react-router';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Fit } from '#web/parts/fit';
import { useCounts } from '#web/parts/proposal-row';
import { Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { type Curation, useCurate } from './queries';
import { Say } from './say';
import { curationTexts } from './texts';

/** What the page says when a step was taken, or could not be. */
export function useTold() {
  const t = useTexts(curationTexts);
  const toast = useToast();
  return { onSuccess: () => toast.done(t.done), onError: (error: Error) => toast.failed(error) };
}

function Firm({ list, firm }: { readonly list: Curation; readonly firm: Curation['firms'][number] }) {
  const t = useTexts(curationTexts);
  const counts = useCounts();
  const told = useTold();
  const { touch, untouch } = useCurate(list.demandId);
  const { firmId, firmName, region, tier, score } = firm;
  return (
    <li className="card curated">
      <Fit score={score} />
      <div className="stack tight">
        <div className="row">
          <h3>
            <Link to={`/firms/${firmId}`}>{firmName}</Link>
          </h3>
          {firm.touch && <Tag tone="accent">{t.kind[firm.touch]}</Tag>}
          {tier && <Tag tone="clay">{tier}</Tag>}
          <Tag tone={firm.told ? 'good' : 'plain'}>
            {firm.told ? t.told : firm.reachable ? t.untold : t.unreachable}
          </Tag>
        </div>
        <p className="small">{counts(firm.reasons)}</p>
        <p className="soft small">{region}</p>
      </div>
      {list.open && (
        <div className="row">
          {firm.touch ? (
            <Button aria-label={t.undoFirm(firmName)} onClick={() => untouch.mutate(firmId, told)}>
              {t.undo}
            </Button>
          ) : (
            <>
              <Button onClick={() => touch.mutate({ firmId, kind: 'pin' }, told)}>{t.pin}</Button>
              <Button onClick={() => touch.mutate({ firmId, kind: 'boost' }, told)}>{t.boost}</Button>
            </>
          )}
          <Say
            button={t.veto}
            label={t.vetoFirm(firmName)}
            field={t.reason}
            needed
            send={(reason) => touch.mutate({ firmId, kind: 'veto', reason }, told)}
          />
        </div>
      )}
    </li>
  );
}

/** The firms of a list, best first, with what staff may do to each. */
export function Firms({ list }: { readonly list: Curation }) {
  const t = useTexts(curationTexts);
  return (
    <section className="stack tight" aria-label={t.list}>
      <h2>{t.list}</h2>
      {list.firms.length === 0 && (
        <div className="card">
          <Empty title={t.none} hint={t.noneHint} />
        </div>
      )}
      <ul className="stack tight">
        {list.firms.map((firm) => (
          <Firm key={firm.firmId} list={list} firm={firm} />
        ))}
      </ul>
    </section>
  );
}

/** Firms that staff keep out, and such as contradict a must. */
export function LeftOut({ list }: { readonly list: Curation }) {
  const t = useTexts(curationTexts);
  const { ago } = useFormat();
  const told = useTold();
  const { untouch } = useCurate(list.demandId);
  const vetoed = list.touches.filter(({ kind }) => kind === 'veto');
  return (
    <>
      {vetoed.length > 0 && (
        <section className="card stack tight" aria-label={t.vetoed}>
          <h2>{t.vetoed}</h2>
          <ul className="stack tight">
            {vetoed.map(({ firmId, firmName, reason, byName, at }) => (
              <li key={firmId} className="row apart">
                <div>
                  <Link to={`/firms/${firmId}`}>{firmName}</Link>
                  <p className="small">{reason}</p>
                  <p className="soft small">{t.by(byName, ago(at))}</p>
                </div>
                {list.open && (
                  <Button aria-label={t.undoFirm(firmName)} onClick={() => untouch.mutate(firmId, told)}>
                    {t.undo}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {list.excluded.length > 0 && (
        <section className="card stack tight" aria-label={t.excluded}>
          <h2>{t.excluded}</h2>
          <ul className="stack tight">
            {list.excluded.map((firm) => (
              <li key={firm.firmId}>
                <Link to={`/firms/${firm.firmId}`}>{firm.firmName}</Link>
                <p className="soft small">{firm.sentence}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
