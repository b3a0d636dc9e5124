import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Demand, Problem, Proposal, Schemas } from '#web/api/client';
import { proposalsOfQuery } from '#web/api/proposals';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { AnswerTag } from '#web/parts/answer';
import { Contact } from '#web/parts/contact';
import { Fit } from '#web/parts/fit';
import { useCounts } from '#web/parts/proposal-row';
import { Async, Bones, Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { decisionQuery, isDecided } from './queries';
import { myDemandTexts } from './texts';

/** Firms that can be seen side by side. */
const MOST = 5;

interface RowProps {
  readonly proposal: Proposal;
  readonly picked: boolean;
  readonly full: boolean;
  readonly pick: () => void;
}

function Row({ proposal, picked, full, pick }: RowProps) {
  const t = useTexts(myDemandTexts);
  const told = proposal.waiting ? t.waiting : proposal.reachable ? t.reachable : t.unreachable;
  const counts = useCounts();
  const { firmName, region, tier } = proposal;
  return (
    <li className="card firm-row">
      <input
        type="checkbox"
        aria-label={t.pick(firmName)}
        checked={picked}
        disabled={!picked && full}
        onChange={pick}
      />
      <Fit score={proposal.score} />
      <div className="stack tight">
        <div className="row">
          <h3>
            <Link to={`/firms/${proposal.firmId}`}>{firmName}</Link>
          </h3>
          {tier && <Tag tone="clay">{tier}</Tag>}
          <Tag tone={proposal.reachable && !proposal.waiting ? 'good' : 'plain'}>{told}</Tag>
          <AnswerTag proposal={proposal} />
        </div>
        <p className="small">{counts(proposal.reasons)}</p>
        <p className="soft small">{region}</p>
      </div>
      <div className="stack tight">
        <Link to={`/proposals/${proposal.id}`}>{t.why}</Link>
        <Link className="small" to={`/my/demands/${proposal.demandId}/why/${proposal.firmId}`}>
          {t.parts}
        </Link>
        {proposal.reachable && <Contact demandId={proposal.demandId} firmId={proposal.firmId} />}
      </div>
    </li>
  );
}

function Excluded({ decision: data }: { readonly decision: Schemas['DecisionView'] }) {
  const t = useTexts(myDemandTexts);
  const { number } = useFormat();
  return (
    <>
      <p className="soft">{t.decision(number(data.proposed), number(data.excluded.length))}</p>
      {data.excluded.length > 0 && (
        <details className="card">
          <summary>{t.excluded}</summary>
          <ul className="stack tight">
            {data.excluded.map((firm) => (
              <li key={firm.firmId}>
                <Link to={`/firms/${firm.firmId}`}>{firm.firmName}</Link> <span className="soft">{firm.sentence}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function List({ id, proposals }: { readonly id: string; readonly proposals: readonly Proposal[] }) {
  const t = useTexts(myDemandTexts);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const open = proposals.filter(({ status }) => status !== 'withdrawn' && status !== 'expired');
  if (open.length === 0)
    return (
      <div className="card">
        <Empty title={t.none} hint={t.noneHint} />
      </div>
    );
  const toggle = (one: string) =>
    setPicked(picked.includes(one) ? picked.filter((other) => other !== one) : [...picked, one]);
  return (
    <>
      <div className="row apart">
        <p className="soft small">{t.compareHint}</p>
        {picked.length > 1 && (
          <Link
            className="enter strong"
            to={`/my/demands/${id}/compare?${picked.map((one) => `firm=${one}`).join('&')}`}
          >
            {t.compare(picked.length)}
          </Link>
        )}
      </div>
      <ul className="stack tight">
        {open.map((proposal) => (
          <Row
            key={proposal.id}
            proposal={proposal}
            picked={picked.includes(proposal.id)}
            full={picked.length >= MOST}
            pick={() => toggle(proposal.id)}
          />
        ))}
      </ul>
    </>
  );
}

/** The firms proposed for a demand, best first; they follow by themselves when firms change. */
export function FittingFirms({ demand }: { readonly demand: Demand }) {
  const t = useTexts(myDemandTexts);
  const { data: decision } = useQuery(decisionQuery(demand));
  const proposals = useQuery(proposalsOfQuery(demand.id));
  // Decided, and the proposals are being written: they are there in a moment.
  const held = decision?.held === true;
  const coming = decision !== undefined && !held && decision.proposed > 0 && proposals.data?.length === 0;
  const undecided = demand.status === 'published' && !isDecided(demand, decision);
  const waiting =
    (proposals.error as Problem | null)?.status === 404 || coming || (undecided && !proposals.data?.length);
  return (
    <section className="stack" aria-label={t.proposals}>
      <div>
        <h2>{t.proposals}</h2>
        <p className="soft">{t.proposalsHint}</p>
      </div>
      {undecided && (
        <p className="soft" role="status">
          {t.deciding}
        </p>
      )}
      {held && !undecided && (
        <p className="notice-line" role="status">
          {t.held}
        </p>
      )}
      {decision && !undecided && <Excluded decision={decision} />}
      {waiting ? (
        <Bones count={4} height={96} />
      ) : (
        <Async of={proposals} bones={<Bones count={4} height={96} />}>
          {(data) => (held && data.length === 0 ? null : <List id={demand.id} proposals={data} />)}
        </Async>
      )}
    </section>
  );
}
