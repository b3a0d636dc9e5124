import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { proposalsQuery } from '#web/api/proposals';
import { useTexts } from '#web/i18n/texts';
import { Listed } from '#web/parts/listed';
import { Page } from '#web/parts/page';
import { ProposalRow } from '#web/parts/proposal-row';
import { Empty } from '#web/parts/state';
import { proposalsTexts } from './texts';

/** Every demand that was proposed to the reader's firm. */
export default function ProposalsPage() {
  const t = useTexts(proposalsTexts);
  const proposals = useInfiniteQuery(proposalsQuery);
  return (
    <Page title={t.title} lead={t.lead}>
      <Listed
        of={proposals}
        height={132}
        none={
          <Empty title={t.none} hint={t.noneHint}>
            <Link to="/profile">{t.profile}</Link>
          </Empty>
        }
      >
        {(proposal) => <ProposalRow key={proposal.id} proposal={proposal} />}
      </Listed>
    </Page>
  );
}
