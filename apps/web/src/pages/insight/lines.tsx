import { Link } from 'react-router';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { type Dimension, type Line, STAGES } from './queries';
import { insightTexts } from './texts';

/** A line for each chain, month, leader or region; its name narrows everything to it. */
export function Lines({
  by,
  lines,
  to,
}: {
  readonly by: Dimension;
  readonly lines: readonly Line[];
  /** Address of the page that is narrowed to a line. */
  readonly to: (line: Line) => string;
}) {
  const t = useTexts(insightTexts);
  const { number, money } = useFormat();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    <section className="card table-wrap" aria-label={t.dimensions[by]} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.dimensions[by]}</th>
            <th scope="col" className="number">
              {t.demands}
            </th>
            {STAGES.map((stage) => (
              <th scope="col" className="number" key={stage}>
                {t.stages[stage]}
              </th>
            ))}
            <th scope="col" className="number">
              {t.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">
                <Link to={to(line)} aria-label={t.only(line.name || t.unknown)}>
                  {line.name || t.unknown}
                </Link>
              </th>
              <td className="number">{number(line.demands)}</td>
              {STAGES.map((stage) => (
                <td className="number" key={stage}>
                  {number(line.reached[stage])}
                </td>
              ))}
              <td className="number">{line.amount > 0 ? money(line.amount) : t.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
