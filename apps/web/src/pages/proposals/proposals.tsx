import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { proposalsQuery } from '#web/api/proposals';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { ProposalRow } from '#web/parts/proposal-row';
import { Async, Bones, Empty } from '#web/parts/state';
import { partTexts } from '#web/parts/texts';
import { proposalsTexts } from './texts';

/** Every demand that was proposed to the reader's firm. */
export default function ProposalsPage() {
  const t = useTexts(proposalsTexts);
  const p = useTexts(partTexts);
  const proposals = useInfiniteQuery(proposalsQuery);
  return (
    <Page title={t.title} lead={t.lead}>
      <Async of={proposals} bones={<Bones count={5} height={132} />}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <div className="card">
              <Empty title={t.none} hint={t.noneHint}>
                <Link to="/profile">{t.profile}</Link>
              </Empty>
            </div>
          ) : (
            <ul className="stack">
              {pages
                .flatMap(({ items }) => items)
                .map((proposal) => (
                  <ProposalRow key={proposal.id} proposal={proposal} />
                ))}
            </ul>
          )
        }
      </Async>
      {proposals.hasNextPage && (
        <Button size="large" loading={proposals.isFetchingNextPage} onClick={() => void proposals.fetchNextPage()}>
          {p.more}
        </Button>
      )}
    </Page>
  );
}
