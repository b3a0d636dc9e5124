import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Demand } from '#web/api/client';
import { demandQuery } from '#web/api/demands';
import type { Response } from '#web/api/engagements';
import { useMe } from '#web/api/session';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { Listed } from '#web/parts/listed';
import { Page } from '#web/parts/page';
import { ResponseContent } from '#web/parts/response-content';
import { ResponseTag, useRejectReasons } from '#web/parts/response-tag';
import { Empty } from '#web/parts/state';
import { Decide } from './decide';
import { type ResponseState, responsesQuery } from './queries';
import { responsesTexts } from './texts';

const STATES: readonly ResponseState[] = ['submitted', 'shortlisted', 'chosen', 'rejected', 'withdrawn'];

interface CardProps {
  readonly response: Response;
  readonly demand: Demand | undefined;
  readonly own: boolean;
}

function Card({ response, demand, own }: CardProps) {
  const t = useTexts(responsesTexts);
  const { ago } = useFormat();
  const reasons = useRejectReasons();
  const { rejection, questions } = response;
  return (
    <li className="card stack">
      <div className="row apart">
        <h2>{response.firmName}</h2>
        <div className="row">
          <ResponseTag status={response.status} />
          {response.submittedAt && <span className="soft small">{ago(response.submittedAt)}</span>}
          {response.firmId && <Link to={`/firms/${response.firmId}`}>{t.card}</Link>}
        </div>
      </div>
      <ResponseContent response={response} demand={demand} />
      {questions.map(({ id, text, answer }) => (
        <div key={id}>
          <strong>{text}</strong>
          <p className={answer ? 'pre' : 'soft'}>{answer?.text ?? t.waiting}</p>
        </div>
      ))}
      {rejection && (
        <p className="notice-line">{[nameOf(reasons, rejection.reason), rejection.note].filter(Boolean).join('：')}</p>
      )}
      {response.threadId && (
        <div>
          <Link className="enter strong" to={`/threads/${response.threadId}`}>
            {t.thread}
          </Link>
        </div>
      )}
      {own && <Decide response={response} />}
    </li>
  );
}

/** What firms have answered to one of the reader's demands. */
export default function ResponsesPage() {
  const t = useTexts(responsesTexts);
  const { id = '' } = useParams();
  const me = useMe();
  const [asked, ask] = useSearchParams();
  const status = STATES.find((each) => each === asked.get('status'));
  const demand = useQuery(demandQuery(id));
  const responses = useInfiniteQuery(responsesQuery(id, status));
  const own = demand.data?.ownerId !== undefined && demand.data.ownerId === me?.organisation?.id;
  const title = demand.data?.title;
  return (
    <Page
      title={t.title}
      lead={title && <Link to={`/my/demands/${id}`}>{t.lead(title)}</Link>}
      actions={
        <Link className="enter" to={`/my/demands/${id}/evaluation`}>
          {t.evaluation}
        </Link>
      }
    >
      <fieldset className="plain-set row">
        <legend className="unseen">{t.filter}</legend>
        <button type="button" className="chip" aria-pressed={!status} onClick={() => ask({})}>
          {t.all}
        </button>
        {STATES.map((each) => (
          <button
            type="button"
            className="chip"
            key={each}
            aria-pressed={status === each}
            onClick={() => ask({ status: each })}
          >
            <ResponseTag status={each} />
          </button>
        ))}
      </fieldset>
      <Listed
        of={responses}
        height={260}
        none={status ? <Empty title={t.noneOf} /> : <Empty title={t.none} hint={t.noneHint} />}
      >
        {(response) => <Card key={response.id} response={response} demand={demand.data} own={own} />}
      </Listed>
    </Page>
  );
}
