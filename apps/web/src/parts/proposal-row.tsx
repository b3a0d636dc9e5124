import { Link } from 'react-router';
import type { Proposal } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { texts, useTexts } from '#web/i18n/texts';
import { words } from '#web/i18n/words';
import { Answer } from './answer';
import { ProposalFit } from './fit';
import { DueTag, Tag, TypeTag } from './tag';

const rowTexts = texts({
  zh: {
    counts: (met: number, likely: number, unknown: number) =>
      `${met} 项符合 · ${likely} 项可能符合 · ${unknown} 项未知`,
    not: (count: number) => ` · ${count} 项不符`,
    withdrawn: '已结束',
    asked: (day: string) => `定向邀请 · ${day} 前答复`,
  },
  en: {
    counts: (met, likely, unknown) => `${met} met · ${likely} likely · ${unknown} not known`,
    not: (count) => ` · ${count} not met`,
    withdrawn: 'Over',
    asked: (day) => `Chosen firms only · by ${day}`,
  },
});

/** How the conditions of a proposal stand, counted. */
export function useCounts() {
  const t = useTexts(rowTexts);
  return ({ requirements }: Proposal['reasons']): string => {
    const count = (state: string) => requirements.filter((reason) => reason.state === state).length;
    const not = count('not-met');
    return t.counts(count('met'), count('likely'), count('unknown')) + (not > 0 ? t.not(not) : '');
  };
}

/** A demand that was proposed to the reader. */
export function ProposalRow({ proposal }: { readonly proposal: Proposal }) {
  const t = useTexts(rowTexts);
  const w = useTexts(words);
  const { ago, day } = useFormat();
  const counts = useCounts();
  const { demand, asked } = proposal;
  return (
    <li className="card lift proposal-row">
      <ProposalFit proposal={proposal} />
      <div className="stack tight">
        <div className="row">
          <TypeTag type={demand.type} />
          {asked && proposal.status === 'released' && (
            <Tag tone="clay">{t.asked(day(asked.until ?? demand.deadline ?? ''))}</Tag>
          )}
          {proposal.status === 'withdrawn' ? <Tag>{t.withdrawn}</Tag> : <DueTag deadline={demand.deadline} />}
        </div>
        <h2>
          <Link to={`/proposals/${proposal.id}`}>{demand.title}</Link>
        </h2>
        <p className="small">{counts(proposal.reasons)}</p>
        <p className="soft small">
          {demand.ownerName ?? w.anonymousOwner} · {ago(proposal.releasedAt ?? proposal.createdAt)}
        </p>
        <div className="above">
          <Answer proposal={proposal} />
        </div>
      </div>
    </li>
  );
}
