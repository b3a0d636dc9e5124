import type { Evaluation } from '#web/api/evaluations';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { evaluationTexts } from './texts';

type Judgement = NonNullable<Evaluation['results']>[number];
type Spread = Pick<Judgement, 'mean' | 'lowest' | 'highest' | 'deviation'>;

/** From the lowest to the highest, with the mean in it. */
function Band({ mean, lowest, highest }: Spread) {
  const t = useTexts(evaluationTexts);
  const { number } = useFormat();
  return (
    <div className="evaluation-band" role="img" aria-label={t.range(number(lowest), number(highest))}>
      <span style={{ left: `${lowest * 10}%`, width: `${(highest - lowest) * 10}%` }} />
      <i style={{ left: `${mean * 10}%` }} />
    </div>
  );
}

function Line({ name, of }: { readonly name: string; readonly of: Spread }) {
  const { number } = useFormat();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{number(of.mean)}</td>
      <td>
        <Band {...of} />
      </td>
    </tr>
  );
}

interface ResultProps {
  readonly criteria: Evaluation['criteria'];
  readonly result: Judgement;
  readonly place: number;
}

function Result({ criteria, result, place }: ResultProps) {
  const t = useTexts(evaluationTexts);
  const { number } = useFormat();
  const called = (id: string) => criteria.find((one) => one.id === id)?.name ?? nameOf(t.criteria, id);
  const { firmName, mean, lowest, highest, deviation, sheets } = result;
  return (
    <li className="card stack tight">
      <div className="row apart">
        <h3>
          {place}. {firmName}
        </h3>
        <div className="fit">
          <strong>{number(mean)}</strong>
        </div>
      </div>
      <Band {...result} />
      <p className="soft small">
        {t.range(number(lowest), number(highest))} · {t.deviation(number(deviation))}
      </p>
      <details>
        <summary>{t.details}</summary>
        <div className="stack tight">
          <table className="table evaluation-criteria">
            <tbody>
              {result.criteria.map((one) => (
                <Line key={one.id} name={called(one.id)} of={one} />
              ))}
            </tbody>
          </table>
          <ul className="stack tight">
            {sheets.map(({ byName, total, scores, note }) => (
              <li key={byName}>
                <strong>{byName}</strong> {t.scored(number(total))}{' '}
                <span className="soft small">
                  {Object.entries(scores)
                    .map(([id, score]) => `${called(id)} ${number(score)}`)
                    .join(' · ')}
                </span>
                {note && <p className="pre">{note}</p>}
              </li>
            ))}
          </ul>
        </div>
      </details>
    </li>
  );
}

/** What all evaluators say together, the best first. */
export function Results({
  criteria,
  results,
}: {
  readonly criteria: Evaluation['criteria'];
  readonly results: Judgement[];
}) {
  const t = useTexts(evaluationTexts);
  return (
    <section className="stack">
      <div>
        <h2>{t.results}</h2>
        <p className="soft">{t.resultsLead}</p>
      </div>
      <ol className="stack">
        {results.map((result, at) => (
          <Result key={result.responseId} criteria={criteria} result={result} place={at + 1} />
        ))}
      </ol>
    </section>
  );
}
