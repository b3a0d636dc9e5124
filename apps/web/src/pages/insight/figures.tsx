import type { Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { type Line, STAGES } from './queries';
import { insightTexts } from './texts';

const LONG_HOURS = 72;

/** How long until the first answer, in hours or days. */
function useWaited(): (hours: number | undefined) => string {
  const t = useTexts(insightTexts);
  const { number } = useFormat();
  const tenth = (value: number) => number(Math.round(value * 10) / 10);
  return (hours) => {
    if (hours === undefined) return t.none;
    if (hours < 1) return t.soon;
    return hours < LONG_HOURS ? t.hours(tenth(hours)) : t.days(tenth(hours / 24));
  };
}

/** The figures that a director asks for first. */
export function Figures({ total, reach }: { readonly total: Line; readonly reach?: Schemas['ReachView'] | undefined }) {
  const t = useTexts(insightTexts);
  const { number, percent, money } = useFormat();
  const waited = useWaited();
  const { answered, accepted } = total.reached;
  const figures = [
    { name: t.demands, value: number(total.demands) },
    { name: t.acceptance, value: answered > 0 ? percent(accepted / answered) : t.none, more: t.trade },
    { name: t.firstAnswer, value: waited(total.firstAnswerHours) },
    { name: t.amount, value: total.amount > 0 ? money(total.amount) : t.none },
    ...(reach
      ? [{ name: t.reach, value: number(reach.told), more: t.reachOf(number(reach.registered), number(reach.firms)) }]
      : []),
  ];
  return (
    <dl className="figures">
      {figures.map(({ name, value, more }) => (
        <div key={name} className="card figure">
          <dt>{name}</dt>
          <dd>{value}</dd>
          {more && <dd className="small soft">{more}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Bars from told to contract. */
export function Funnel({ total }: { readonly total: Line }) {
  const t = useTexts(insightTexts);
  const { number, percent } = useFormat();
  const { told } = total.reached;
  return (
    <section className="card stack">
      <div>
        <h2>{t.funnel}</h2>
        <p className="soft small">{t.funnelHint}</p>
      </div>
      <ol className="funnel">
        {STAGES.map((stage, at) => {
          const count = total.reached[stage];
          const before = total.reached[STAGES[at - 1] ?? stage];
          return (
            <li key={stage}>
              <span>{t.stages[stage]}</span>
              <span className="measure">
                {count > 0 && <i style={{ width: `${(count / told) * 70}%` }} aria-hidden="true" />}
                <b>{number(count)}</b>
                {at > 0 && before > 0 && <span className="soft small">{t.ofBefore(percent(count / before))}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
