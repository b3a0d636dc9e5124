import { Link } from 'react-router';
import type { MatchmakingEvent } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Qr } from '#web/parts/qr';
import { eventTexts } from './texts';

/** Publishing sessions: when who presents what, each with the way to the demand's page for those who listen. */
export function Programme({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(eventTexts);
  const { hour } = useFormat();
  const programme = event.programme ?? [];
  if (programme.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{t.programme}</h2>
      <ul className="stack">
        {programme.map(({ from, to, title, demandId }) => (
          <li className="row apart" key={`${from} ${title}`}>
            <div>
              <strong>
                {hour(from)}–{hour(to)}
              </strong>
              <p>{title}</p>
              {demandId && <Link to={`/demands/${demandId}`}>{t.demand}</Link>}
            </div>
            {demandId && <Qr label={`${t.scan}: ${title}`} text={`${window.location.origin}/demands/${demandId}`} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
