import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Proposal } from '#web/api/client';
import { demandQuery } from '#web/api/demands';
import { proposalsOfQuery } from '#web/api/proposals';
import { useTexts } from '#web/i18n/texts';
import { words } from '#web/i18n/words';
import { AnswerTag } from '#web/parts/answer';
import { Fit } from '#web/parts/fit';
import { Page } from '#web/parts/page';
import { Async, Empty } from '#web/parts/state';
import { Tag, VerdictTag } from '#web/parts/tag';
import { Quote } from '#web/parts/verdicts';
import './compare.css';
import { compareTexts } from './texts';

/** Firms that can be seen side by side. */
const MOST = 5;

type Reason = Proposal['reasons']['requirements'][number];

/** Every condition that one of the proposals speaks of, in the order of the first that does. */
function conditionsOf(proposals: readonly Proposal[]): Reason[] {
  const all = proposals.flatMap(({ reasons }) => reasons.requirements);
  return [...new Map(all.reverse().map((reason) => [reason.requirement, reason])).values()].reverse();
}

function Cell({ reason }: { readonly reason: Reason | undefined }) {
  if (!reason) return <td>–</td>;
  return (
    <td>
      <VerdictTag state={reason.state} />
      {reason.line ? <Quote line={reason.line} /> : <p className="soft small">{reason.sentence}</p>}
    </td>
  );
}

function Comparison({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const t = useTexts(compareTexts);
  const w = useTexts(words);
  return (
    // The table is wider than a phone: it can be scrolled with the keyboard as well.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    <section className="card table-wrap" aria-label={t.scroll} tabIndex={0}>
      <table className="table compare">
        <thead>
          <tr>
            <th scope="col">{t.requirement}</th>
            {proposals.map(({ id, firmId, firmName, tier, region }) => (
              <th scope="col" key={id}>
                <Link to={`/firms/${firmId}`}>{firmName}</Link>
                <p className="soft small">{[tier, region].filter(Boolean).join(' · ')}</p>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t.fit}</th>
            {proposals.map(({ id, score }) => (
              <td key={id}>
                <div className="row">
                  <Fit score={score} />
                  <Link to={`/proposals/${id}`}>{t.why}</Link>
                </div>
              </td>
            ))}
          </tr>
          {proposals.some(({ answer, seenAt }) => answer ?? seenAt) && (
            <tr>
              <th scope="row">{t.answer}</th>
              {proposals.map((proposal) => (
                <td key={proposal.id}>
                  {(proposal.answer ?? proposal.seenAt) ? <AnswerTag proposal={proposal} /> : '–'}
                </td>
              ))}
            </tr>
          )}
          {conditionsOf(proposals).map(({ requirement, name, must }) => (
            <tr key={requirement}>
              <th scope="row">
                {name} <Tag tone={must ? 'clay' : 'plain'}>{must ? w.must : w.nice}</Tag>
              </th>
              {proposals.map(({ id, reasons }) => (
                <Cell key={id} reason={reasons.requirements.find((reason) => reason.requirement === requirement)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Up to five firms for one demand, condition by condition, each with its evidence. */
export default function ComparePage() {
  const t = useTexts(compareTexts);
  const { id = '' } = useParams();
  const [asked] = useSearchParams();
  const demand = useQuery(demandQuery(id));
  const proposals = useQuery(proposalsOfQuery(id));
  const chosen = asked.getAll('firm').slice(0, MOST);
  return (
    <Page
      title={t.title}
      lead={demand.data?.title}
      actions={
        <Link className="enter" to={`/my/demands/${id}`}>
          {t.back}
        </Link>
      }
    >
      <Async of={proposals}>
        {(all) => {
          const shown = all.filter((proposal) => chosen.includes(proposal.id));
          if (shown.length > 0) return <Comparison proposals={shown} />;
          return <Empty title={t.none} hint={t.noneHint} />;
        }}
      </Async>
    </Page>
  );
}
