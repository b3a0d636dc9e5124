import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Profile, Proposal } from '#web/api/client';
import { ownProfileQuery } from '#web/api/profiles';
import { proposalsQuery } from '#web/api/proposals';
import { noticesQuery } from '#web/api/queries';
import { useMe } from '#web/api/session';
import { daysUntil, useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { runningOut } from '#web/parts/certificates';
import { NoticeLine } from '#web/parts/notice-line';
import { Page } from '#web/parts/page';
import { ProposalRow } from '#web/parts/proposal-row';
import { Async, Bones, Empty } from '#web/parts/state';
import { DueTag } from '#web/parts/tag';
import { Events } from './events';
import { todayTexts } from './texts';

/** Days before its deadline from which a demand is due. */
const DUE_DAYS = 14;

const isOpen = ({ status }: Proposal): boolean => status === 'released' || status === 'proposed';

function Fresh() {
  const t = useTexts(todayTexts);
  const proposals = useInfiniteQuery(proposalsQuery);
  return (
    <section className="stack" aria-label={t.fresh}>
      <div className="row apart">
        <h2>{t.fresh}</h2>
        <Link to="/proposals">{t.all}</Link>
      </div>
      <Async of={proposals} bones={<Bones count={3} height={132} />}>
        {({ pages }) => {
          const open = pages
            .flatMap(({ items }) => items)
            .filter((proposal) => isOpen(proposal) && !proposal.answer)
            .sort((a, b) => b.score - a.score);
          if (open.length > 0)
            return (
              <ul className="stack">
                {open.slice(0, 4).map((proposal) => (
                  <ProposalRow key={proposal.id} proposal={proposal} />
                ))}
              </ul>
            );
          return (
            <div className="card">
              <Empty title={t.none} hint={t.noneHint}>
                <Link to="/demands">{t.hall}</Link>
              </Empty>
            </div>
          );
        }}
      </Async>
    </section>
  );
}

const Box = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="card stack tight">
    <h2>{title}</h2>
    {children}
  </section>
);

function Due() {
  const t = useTexts(todayTexts);
  const { data } = useInfiniteQuery(proposalsQuery);
  const due = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(
      (proposal) => isOpen(proposal) && proposal.demand.deadline && daysUntil(proposal.demand.deadline) <= DUE_DAYS,
    )
    .slice(0, 3);
  if (due.length === 0) return null;
  return (
    <Box title={t.due}>
      <ul className="stack tight">
        {due.map(({ id, demand }) => (
          <li key={id}>
            <Link to={`/proposals/${id}`}>{demand.title}</Link> <DueTag deadline={demand.deadline} />
          </li>
        ))}
      </ul>
    </Box>
  );
}

function Standing({ profile }: { readonly profile: Profile | null }) {
  const t = useTexts(todayTexts);
  const w = useTexts(words);
  const { list } = useFormat();
  if (!profile)
    return (
      <Box title={t.noProfile}>
        <p className="soft">{t.noProfileHint}</p>
        <div>
          <Link className="enter strong" to="/profile">
            {t.start}
          </Link>
        </div>
      </Box>
    );
  const { completeness, toAdd = [] } = profile;
  const ending = runningOut(profile.certificates);
  const empty = toAdd.filter((field) => !field.includes('.')).slice(0, 3);
  return (
    <Box title={t.profile}>
      <div className="row apart">
        <strong>{t.complete(completeness)}</strong>
        <Link to="/profile">{t.edit}</Link>
      </div>
      <div className="bar" aria-hidden="true">
        <span style={{ width: `${completeness}%` }} />
      </div>
      {toAdd.includes('certificates.expired') && <p className="notice-line warn">{t.expired}</p>}
      {ending.length > 0 && (
        <p className="notice-line warn">
          {t.ending(list(ending))} <Link to="/profile#proofs">{t.mend}</Link>
        </p>
      )}
      <p className="soft">{empty.length > 0 ? t.add(list(empty.map((field) => nameOf(w.field, field)))) : t.full}</p>
    </Box>
  );
}

function News() {
  const t = useTexts(todayTexts);
  const notices = useQuery(noticesQuery);
  return (
    <Box title={t.news}>
      <Async of={notices} bones={<Bones height={56} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{t.noNews}</p>
          ) : (
            <ul>
              {items.slice(0, 4).map((notice) => (
                <NoticeLine key={notice.id} notice={notice} />
              ))}
            </ul>
          )
        }
      </Async>
      <Link to="/notices">{t.allNews}</Link>
    </Box>
  );
}

/** What is new for an SME and what is due. */
export default function TodayPage() {
  const t = useTexts(todayTexts);
  const me = useMe();
  const profile = useQuery(ownProfileQuery);
  return (
    <Page title={t.title} bare>
      <h1>{t.hello(me?.person?.name ?? '')}</h1>
      <div className="two">
        <Fresh />
        <aside className="stack">
          <Async of={profile} bones={<Bones count={1} height={160} />}>
            {(data) => <Standing profile={data} />}
          </Async>
          <Events />
          <Due />
          <News />
        </aside>
      </div>
    </Page>
  );
}
