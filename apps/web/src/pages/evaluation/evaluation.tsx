import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Demand } from '#web/api/client';
import { demandQuery } from '#web/api/demands';
import { type Evaluation, evaluationQuery, useLeaveOut } from '#web/api/evaluations';
import { useMe } from '#web/api/session';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { Async } from '#web/parts/state';
import { useToast } from '#web/parts/toast';
import './evaluation.css';
import { Results } from './results';
import { SetUp } from './set-up';
import { Sheet } from './sheet';
import { evaluationTexts } from './texts';

interface PartProps {
  readonly demand: Demand;
  readonly evaluation: Evaluation;
}

/** How many sheets of each evaluator are in; whoever does not come is left out. */
function Progress({ demand, evaluation }: PartProps) {
  const t = useTexts(evaluationTexts);
  const toast = useToast();
  const leaveOut = useLeaveOut(demand.id);
  const { evaluators, responses, complete } = evaluation;
  const all = responses.length;
  return (
    <section className="card stack tight">
      <h2>{t.progress}</h2>
      {evaluators.map(({ id, name, sheets }) => (
        <div className="stack tight" key={id}>
          <div className="row apart">
            <span>
              {name} <span className="soft small">{t.sheets(sheets, all)}</span>
            </span>
            {!complete && sheets < all && evaluators.length > 1 && (
              <Button
                size="small"
                aria-label={t.leaveOutOf(name)}
                onClick={() =>
                  leaveOut.mutate(id, {
                    onSuccess: () => toast.done(t.leftOut(name)),
                    onError: (error) => toast.failed(error),
                  })
                }
              >
                {t.leaveOut}
              </Button>
            )}
          </div>
          <div className="bar">
            <span style={{ width: `${all > 0 ? (100 * sheets) / all : 0}%` }} />
          </div>
        </div>
      ))}
    </section>
  );
}

/** What the reader has to judge, or why there is nothing. */
function Mine({ demand, evaluation }: PartProps) {
  const t = useTexts(evaluationTexts);
  const me = useMe()?.person?.id;
  const { evaluators, responses, own } = evaluation;
  if (!evaluators.some(({ id }) => id === me)) return <p className="notice-line">{t.notMine}</p>;
  const judged = new Map(own.map((sheet) => [sheet.responseId, sheet]));
  return (
    <section className="stack">
      <div>
        <h2>{t.mine}</h2>
        <p className="soft">{responses.every(({ id }) => judged.has(id)) ? t.waiting : t.ownLead}</p>
      </div>
      {responses.map(({ id, firmName }) => (
        <Sheet
          key={id}
          demand={demand}
          evaluation={evaluation}
          responseId={id}
          firmName={firmName}
          own={judged.get(id)}
        />
      ))}
    </section>
  );
}

function UnderWay({ demand, evaluation }: PartProps) {
  const t = useTexts(evaluationTexts);
  const [changing, change] = useState(false);
  const { results, criteria, evaluators } = evaluation;
  const untouched = evaluators.every(({ sheets }) => sheets === 0);
  if (changing && untouched) return <SetUp demand={demand} before={evaluation} done={() => change(false)} />;
  return (
    <div className="two">
      {results ? <Results criteria={criteria} results={results} /> : <Mine demand={demand} evaluation={evaluation} />}
      <aside className="stack">
        <Progress demand={demand} evaluation={evaluation} />
        {untouched && <Button onClick={() => change(true)}>{t.change}</Button>}
        {results && (
          <Link className="enter strong wide" to={`/my/demands/${demand.id}/responses`}>
            {t.choose}
          </Link>
        )}
      </aside>
    </div>
  );
}

/** Several people judge the responses to a demand, each without knowing what the others say. */
export default function EvaluationPage() {
  const t = useTexts(evaluationTexts);
  const { id = '' } = useParams();
  const demand = useQuery(demandQuery(id));
  const evaluation = useQuery(evaluationQuery(id));
  return (
    <Page
      title={t.title}
      lead={demand.data?.title}
      actions={
        <Link className="enter" to={`/my/demands/${id}/responses`}>
          {t.back}
        </Link>
      }
    >
      <Async of={demand}>
        {(asked) => (
          <Async of={evaluation}>
            {(data) => (data ? <UnderWay demand={asked} evaluation={data} /> : <SetUp demand={asked} before={null} />)}
          </Async>
        )}
      </Async>
    </Page>
  );
}
