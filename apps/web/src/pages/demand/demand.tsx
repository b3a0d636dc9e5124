import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { Demand } from '#web/api/client';
import { demandQuery } from '#web/api/demands';
import { ownProposalQuery } from '#web/api/proposals';
import { useMe } from '#web/api/session';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { useCopy } from '#web/parts/copy-line';
import { DemandFacts, Requirements } from '#web/parts/demand-facts';
import { DemandFiles } from '#web/parts/demand-files';
import { Page } from '#web/parts/page';
import { Qr } from '#web/parts/qr';
import { Async, Bones } from '#web/parts/state';
import { DemandStatusTag, DueTag, TypeTag } from '#web/parts/tag';
import { demandTexts } from './texts';

/** What a firm does next. */
function NextStep({ demand }: { readonly demand: Demand }) {
  const t = useTexts(demandTexts);
  const me = useMe();
  const sme = me?.role === 'sme';
  const own = useQuery({ ...ownProposalQuery(demand.id), enabled: sme });
  if (!me || (sme && own.isPending)) return null;
  const open = demand.status === 'published' && (sme || me.role === 'leader') && demand.ownerId === undefined;
  const respond = open && (
    <Link className="enter strong wide no-print" to={`/demands/${demand.id}/respond`}>
      {t.respond}
    </Link>
  );
  if (own.data) {
    return (
      <>
        {respond}
        <Link className="enter wide no-print" to={`/proposals/${own.data.id}`}>
          {t.myProposal}
        </Link>
      </>
    );
  }
  if (respond) return respond;
  if (sme) return <Invitation title={t.improve} hint={t.improveHint} to="/profile" action={t.profile} />;
  if (me.role !== 'anonymous') return null;
  return (
    <Invitation title={t.wantTitle} hint={t.want} to="/sign-up" action={t.join}>
      <Link to="/sign-in" state={{ from: `/demands/${demand.id}` }}>
        {t.signIn}
      </Link>
    </Invitation>
  );
}

interface InvitationProps {
  readonly title: string;
  readonly hint: string;
  readonly to: string;
  readonly action: string;
  readonly children?: ReactNode;
}

const Invitation = ({ title, hint, to, action, children }: InvitationProps) => (
  <section className="card stack tight no-print">
    <h2>{title}</h2>
    <p className="soft">{hint}</p>
    <div className="row">
      <Link className="enter strong" to={to}>
        {action}
      </Link>
      {children}
    </div>
  </section>
);

function Actions({ demand }: { readonly demand: Demand }) {
  const t = useTexts(demandTexts);
  const copy = useCopy();
  const me = useMe();
  const manages = me?.role === 'staff' || (demand.ownerId !== undefined && demand.ownerId === me?.organisation?.id);
  return (
    <div className="row no-print">
      {manages && <Link to={`/my/demands/${demand.id}`}>{t.mine}</Link>}
      <Button onClick={() => copy(window.location.href, t.copied)}>{t.share}</Button>
      <Button onClick={() => window.print()}>{t.print}</Button>
    </div>
  );
}

/** What is not public yet, and where more of it is to be seen. */
function Withheld({ demand }: { readonly demand: Demand }) {
  const t = useTexts(demandTexts);
  const w = useTexts(words);
  const { list } = useFormat();
  const sme = useMe()?.role === 'sme';
  const { data: proposal } = useQuery({ ...ownProposalQuery(demand.id), enabled: sme });
  const fields = list(demand.withheld.map((field) => nameOf(w.field, field)));
  const more = proposal && proposal.demand.withheld.length < demand.withheld.length;
  return (
    <p className="soft small">
      {t.withheld(fields)} {!proposal && t.matchedSeeMore}
      {more && <Link to={`/proposals/${proposal.id}`}>{t.more}</Link>}
    </p>
  );
}

function Detail({ demand }: { readonly demand: Demand }) {
  const t = useTexts(demandTexts);
  const w = useTexts(words);
  const { ago, day } = useFormat();
  const address = `${window.location.origin}/demands/${demand.id}`;
  return (
    <>
      <header className="stack tight print-head">
        <div className="row">
          <TypeTag type={demand.type} />
          <DemandStatusTag status={demand.status} />
          {demand.status === 'published' && <DueTag deadline={demand.deadline} />}
        </div>
        <h1>{demand.title}</h1>
        <div className="print-code print-only">
          <Qr text={address} label={t.scan} />
          <p className="soft small">{address}</p>
        </div>
        <div className="row apart">
          <p className="soft">
            {demand.ownerName ?? w.anonymousOwner}
            {demand.publishedAt && (
              <>
                <span className="no-print"> · {t.published(ago(demand.publishedAt))}</span>
                <span className="print-only inline"> · {t.published(day(demand.publishedAt))}</span>
              </>
            )}
          </p>
          <Actions demand={demand} />
        </div>
      </header>
      {demand.closeReason && (
        <p className="notice-line warn">{t.closedBecause(nameOf(w.closeReason, demand.closeReason))}</p>
      )}
      <div className="two">
        <div className="stack">
          <section className="card stack tight">
            <h2>{t.requirements}</h2>
            {demand.requirements?.length ? (
              <Requirements demand={demand} />
            ) : (
              <p className="soft">{t.noRequirements}</p>
            )}
          </section>
          {demand.background && (
            <section className="card stack tight">
              <h2>{t.background}</h2>
              <p className="pre">{demand.background}</p>
            </section>
          )}
        </div>
        <aside className="stack">
          <NextStep demand={demand} />
          <section className="card stack tight">
            <h2>{t.facts}</h2>
            <DemandFacts demand={demand} />
          </section>
          <DemandFiles demandId={demand.id} />
          {demand.withheld.length > 0 && <Withheld demand={demand} />}
        </aside>
      </div>
    </>
  );
}

/** A demand as the reader may see it; fit to be shared and printed. */
export default function DemandPage() {
  const { id = '' } = useParams();
  const t = useTexts(demandTexts);
  const demand = useQuery(demandQuery(id));
  return (
    <Page title={demand.data?.title ?? t.loading} bare>
      <Async of={demand} bones={<Bones count={3} height={180} />}>
        {(data) => <Detail demand={data} />}
      </Async>
    </Page>
  );
}
