import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Proposal } from '#web/api/client';
import { adviceQuery, proposalQuery, useSeen } from '#web/api/proposals';
import { useMe } from '#web/api/session';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Answer, AnswerTag } from '#web/parts/answer';
import { Approach } from '#web/parts/contact';
import { DemandFacts } from '#web/parts/demand-facts';
import { ProposalFit } from '#web/parts/fit';
import { Page } from '#web/parts/page';
import { useCounts } from '#web/parts/proposal-row';
import { Async, Bones } from '#web/parts/state';
import { DueTag, Tag, TypeTag } from '#web/parts/tag';
import { Quote, Verdicts } from '#web/parts/verdicts';
import { proposalTexts } from './texts';

function Advice({ id }: { readonly id: string }) {
  const t = useTexts(proposalTexts);
  const { data } = useQuery(adviceQuery(id));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="card stack tight">
      <h2>{t.missing}</h2>
      <ul className="stack tight">
        {data.items.map(({ requirement, must, name, sentence }) => (
          <li className="stack tight" key={requirement}>
            <div>
              <Tag tone={must ? 'warn' : 'plain'}>{name}</Tag>
            </div>
            <span className="soft">{sentence}</span>
          </li>
        ))}
      </ul>
      <p className="soft">{t.missingHint}</p>
      <div>
        <Link className="enter strong" to="/profile">
          {t.edit}
        </Link>
      </div>
    </section>
  );
}

function Head({ proposal }: { readonly proposal: Proposal }) {
  const t = useTexts(proposalTexts);
  const w = useTexts(words);
  const counts = useCounts();
  const { day } = useFormat();
  const { demand, status, withdrawnBecause, asked } = proposal;
  return (
    <header className="stack tight">
      <div className="row">
        <TypeTag type={demand.type} />
        <DueTag deadline={demand.deadline} />
      </div>
      <h1>{demand.title}</h1>
      <p className="soft">{demand.ownerName ?? w.anonymousOwner}</p>
      <div className="row">
        <ProposalFit proposal={proposal} />
        <span>{counts(proposal.reasons)}</span>
      </div>
      {asked && status === 'released' && (
        <p className="notice-line">{t.asked(day(asked.until ?? demand.deadline ?? ''))}</p>
      )}
      {status === 'withdrawn' && (
        <p className="notice-line warn">
          {[t.withdrawn, nameOf(t.because, withdrawnBecause)].filter(Boolean).join('：')}
        </p>
      )}
    </header>
  );
}

/** What the firm has answered, for the leader and staff. */
function Answered({ answer }: { readonly answer: NonNullable<Proposal['answer']> }) {
  const t = useTexts(proposalTexts);
  const { ago } = useFormat();
  return (
    <section className="card stack tight">
      <h2>{t.answered}</h2>
      <div>
        <AnswerTag proposal={{ answer }} />
      </div>
      {answer.note && <p className="pre">{answer.note}</p>}
      <p className="soft small">{ago(answer.at)}</p>
    </section>
  );
}

function Detail({ proposal }: { readonly proposal: Proposal }) {
  const t = useTexts(proposalTexts);
  const role = useMe()?.role;
  const { demand, reasons, asked } = proposal;
  const own = role === 'sme';
  useSeen(proposal, own);
  return (
    <>
      <Head proposal={proposal} />
      {own && (
        <div className="stack tight no-print">
          {!asked && <Answer proposal={proposal} />}
          {proposal.status === 'released' && (
            <Link className="enter strong wide" to={`/demands/${proposal.demandId}/respond`}>
              {t.respond}
            </Link>
          )}
          {/* A chosen firm is through with a response only. */}
          {asked && <Answer proposal={proposal} />}
        </div>
      )}
      <div className="two">
        <div className="stack">
          <section className="card stack tight">
            <h2>{own ? t.whyFirm : t.whyOthers(proposal.firmName)}</h2>
            <Verdicts reasons={reasons} demand={demand} />
          </section>
          {reasons.shared.length > 0 && (
            <section className="card stack tight">
              <h2>{t.shared}</h2>
              {reasons.shared.map((line) => (
                <Quote key={`${line.field} ${line.text}`} line={line} />
              ))}
            </section>
          )}
          {demand.background && (
            <section className="card stack tight">
              <h2>{t.background}</h2>
              <p className="pre">{demand.background}</p>
            </section>
          )}
        </div>
        <aside className="stack">
          {!own && proposal.answer && <Answered answer={proposal.answer} />}
          {own && proposal.status === 'released' && demand.ownerName && (
            <section className="card no-print">
              <Approach demandId={proposal.demandId} />
            </section>
          )}
          {own && <Advice id={proposal.id} />}
          <section className="card stack tight">
            <h2>{t.facts}</h2>
            <DemandFacts demand={demand} />
            {(!asked || proposal.status === 'released') && <Link to={`/demands/${proposal.demandId}`}>{t.demand}</Link>}
            {!own && <Link to={`/firms/${proposal.firmId}`}>{t.card}</Link>}
          </section>
        </aside>
      </div>
    </>
  );
}

/** One demand for one firm: each condition with its verdict and the words it rests on. */
export default function ProposalPage() {
  const t = useTexts(proposalTexts);
  const { id = '' } = useParams();
  const proposal = useQuery(proposalQuery(id));
  return (
    <Page title={proposal.data?.demand.title ?? t.loading} bare>
      <Async of={proposal} bones={<Bones count={3} height={180} />}>
        {(data) => <Detail proposal={data} />}
      </Async>
    </Page>
  );
}
