import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useMe } from '#web/api/session';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { Async, Bones } from '#web/parts/state';
import { Demands } from './demands';
import { Figures, Funnel } from './figures';
import './insight.css';
import { Lines } from './lines';
import { DIMENSIONS, type Dimension, funnelQuery, type Line, type Narrowed, sheetOf } from './queries';
import { insightTexts } from './texts';

const PARTS = ['chain', 'leader', 'district', 'from', 'to'] as const;

/** What the address narrows the figures to, and the names of what has an id. */
function useNarrowed() {
  const [asked, ask] = useSearchParams();
  const wanted: Narrowed = Object.fromEntries(
    PARTS.flatMap((part) => (asked.has(part) ? [[part, asked.get(part) ?? '']] : [])),
  );
  const changed = (parts: Readonly<Record<string, string | undefined>>): string => {
    const next = new URLSearchParams(asked);
    for (const [part, value] of Object.entries(parts)) {
      if (value === undefined) next.delete(part);
      else next.set(part, value);
    }
    return next.toString();
  };
  return { asked, wanted, changed, change: (parts: Parameters<typeof changed>[0]) => ask(changed(parts)) };
}

/** How far demands have come: for staff all, for a leader its own. */
export default function InsightPage() {
  const t = useTexts(insightTexts);
  const staff = useMe()?.role === 'staff';
  const { asked, wanted, changed, change } = useNarrowed();
  const dimensions = staff ? DIMENSIONS : DIMENSIONS.filter((each) => each !== 'leader');
  const by: Dimension = dimensions.find((each) => each === asked.get('by')) ?? 'chain';
  const funnel = useQuery(funnelQuery(by, wanted));
  const to = ({ key, name }: Line) =>
    `?${changed(by === 'month' ? { from: key, to: key } : { [by]: key, ...(by === 'leader' ? { leaderName: name } : {}) })}`;
  const chosen = (['chain', 'leader', 'district'] as const).filter((part) => wanted[part] !== undefined);
  return (
    <Page title={t.title} lead={staff ? t.lead : t.leadOwn}>
      <div className="row apart no-print">
        <div className="row">
          {(['from', 'to'] as const).map((part) => (
            <label key={part} className="row">
              {t[part]}
              <input
                type="month"
                className="months"
                value={wanted[part] ?? ''}
                onChange={(event) => change({ [part]: event.target.value || undefined })}
              />
            </label>
          ))}
          {chosen.map((part) => (
            <button
              type="button"
              className="chip"
              aria-pressed="true"
              key={part}
              onClick={() => change({ [part]: undefined, ...(part === 'leader' ? { leaderName: undefined } : {}) })}
            >
              {t.dimensions[part]}：{(part === 'leader' ? asked.get('leaderName') : wanted[part]) || t.unknown} ✕
            </button>
          ))}
        </div>
        <a className="enter" href={sheetOf(wanted)} download>
          {t.sheet}
        </a>
      </div>
      <Async of={funnel} bones={<Bones count={3} height={140} />}>
        {({ total, lines, reach }) => (
          <>
            <Figures total={total} reach={reach} />
            <Funnel total={total} />
            <fieldset className="plain-set row no-print">
              <legend className="unseen">{t.by}</legend>
              {dimensions.map((each) => (
                <button
                  type="button"
                  className="chip"
                  key={each}
                  aria-pressed={each === by}
                  onClick={() => change({ by: each })}
                >
                  {t.dimensions[each]}
                </button>
              ))}
            </fieldset>
            <Lines by={by} lines={lines} to={to} />
          </>
        )}
      </Async>
      <Demands wanted={wanted} />
    </Page>
  );
}
