import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Fit } from '#web/parts/fit';
import { Page } from '#web/parts/page';
import { Async, Bones } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { breakdownQuery } from './queries';
import { whyTexts } from './texts';
import './why.css';

type Breakdown = Schemas['BreakdownView'];
type Part = Breakdown['parts'][number];

/** A share as a bar to the right of the middle, or to the left where it takes away. `most` is the longest. */
function Bar({ share, most }: { readonly share: number; readonly most: number }) {
  const width = `${(50 * Math.abs(share)) / most}%`;
  return (
    <span className="why-bar" aria-hidden="true">
      <span className={share < 0 ? 'less' : 'more'} style={{ width }} />
    </span>
  );
}

function Features({ part }: { readonly part: Part }) {
  const t = useTexts(whyTexts);
  const { signed } = useShares();
  const most = Math.max(...part.features.map(({ share }) => Math.abs(share)), 0.001);
  return (
    <details>
      <summary>{t.features(part.features.length)}</summary>
      <ul className="stack tight">
        {part.features.map(({ feature, value, share }) => (
          <li className="why-row" key={feature}>
            <code>{feature}</code>
            <Bar share={share} most={most} />
            <span className="soft small">
              {signed(share)} · {t.value(value)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function useShares() {
  const { number } = useFormat();
  return { signed: (share: number) => `${share < 0 ? '−' : '+'}${number(Math.abs(Math.round(share * 100) / 100))}` };
}

function Detail({ breakdown }: { readonly breakdown: Breakdown }) {
  const t = useTexts(whyTexts);
  const { signed } = useShares();
  const { percent } = useFormat();
  const most = Math.max(...breakdown.parts.map(({ share }) => Math.abs(share)), 0.001);
  return (
    <>
      <section className="card stack tight">
        <div className="row">
          <Fit score={breakdown.score} />
          <span>{t.of(percent(breakdown.score))}</span>
        </div>
        {breakdown.excluded && <p className="notice-line warn">{t.excluded(breakdown.excluded)}</p>}
        <p className="soft">{t.read(breakdown.text)}</p>
        <p className="soft small">{t.sum(signed(breakdown.base), signed(breakdown.odds))}</p>
      </section>
      <section className="card stack" aria-label={t.parts}>
        <h2>{t.parts}</h2>
        <ul className="stack">
          {breakdown.parts.map((part) => (
            <li className="stack tight" key={part.part}>
              <div className="why-row">
                <span>
                  {part.name} {!part.learned && <Tag tone="plain">{t.byHand}</Tag>}
                </span>
                <Bar share={part.share} most={most} />
                <span className="soft small">{signed(part.share)}</span>
              </div>
              {part.features.length > 0 && <Features part={part} />}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** Every part of a firm's score for a demand, as bars; staff see the features behind them. */
export default function WhyPage() {
  const t = useTexts(whyTexts);
  const { id = '', firm = '' } = useParams();
  const breakdown = useQuery(breakdownQuery(id, firm));
  return (
    <Page
      title={breakdown.data ? t.title(breakdown.data.firmName) : t.loading}
      lead={t.lead}
      actions={<Link to={`/my/demands/${id}`}>{t.back}</Link>}
    >
      <Async of={breakdown} bones={<Bones count={2} height={180} />}>
        {(data) => <Detail breakdown={data} />}
      </Async>
    </Page>
  );
}
