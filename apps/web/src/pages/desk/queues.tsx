import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '#web/api/client';
import { useDecideOrganisation } from '#web/api/people';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Refuse } from '#web/parts/refuse';
import { Tag } from '#web/parts/tag';
import { claimsQuery, organisationsQuery, submittedQuery, useDecideClaim } from './queries';
import { Queue, useTold } from './queue';
import { Review } from './review';
import { deskTexts } from './texts';

function Organisation({ one }: { readonly one: Schemas['OrganisationView'] }) {
  const t = useTexts(deskTexts);
  const w = useTexts(words);
  const { ago } = useFormat();
  const decide = useDecideOrganisation();
  const told = useTold();
  const { id } = one;
  return (
    <li className="card row apart">
      <div>
        <div className="row">
          <h2>{one.name}</h2>
          <Tag tone="accent">{nameOf(w.organisationKind, one.kind)}</Tag>
        </div>
        <p className="soft small">{[one.creditCode, one.region, ago(one.createdAt)].filter(Boolean).join(' · ')}</p>
      </div>
      <div className="row">
        <Button
          type="primary"
          loading={decide.isPending}
          onClick={() => decide.mutate({ id, decision: 'approve' }, told)}
        >
          {t.approve}
        </Button>
        {one.kind === 'leader' && (
          <Button onClick={() => decide.mutate({ id, decision: 'approve', selfPublish: true }, told)}>{t.trust}</Button>
        )}
        <Refuse label={t.reject} send={(reason) => decide.mutate({ id, decision: 'reject', reason }, told)} />
      </div>
    </li>
  );
}

function Claim({ one }: { readonly one: Schemas['ClaimView'] }) {
  const t = useTexts(deskTexts);
  const { ago } = useFormat();
  const decide = useDecideClaim();
  const told = useTold();
  const { id } = one;
  return (
    <li className="card row apart">
      <div>
        <h2>{one.firmName}</h2>
        <p className="soft small">
          {t.applies(one.organisationName)} · {ago(one.createdAt)}
        </p>
      </div>
      <div className="row">
        <Link to={`/firms/${one.profileId}`}>{t.profile}</Link>
        <Button
          type="primary"
          loading={decide.isPending}
          onClick={() => decide.mutate({ id, decision: 'accept' }, told)}
        >
          {t.accept}
        </Button>
        <Refuse label={t.refuse} send={(reason) => decide.mutate({ id, decision: 'refuse', reason }, told)} />
      </div>
    </li>
  );
}

export function Organisations() {
  const t = useTexts(deskTexts);
  return (
    <Queue of={useQuery(organisationsQuery)} none={t.noneOrganisations} feeds>
      {(one) => <Organisation key={one.id} one={one} />}
    </Queue>
  );
}

export function Claims() {
  const t = useTexts(deskTexts);
  return (
    <Queue of={useQuery(claimsQuery)} none={t.noneClaims} feeds>
      {(one) => <Claim key={one.id} one={one} />}
    </Queue>
  );
}

export function Demands() {
  const t = useTexts(deskTexts);
  return (
    <Queue of={useQuery(submittedQuery)} none={t.noneDemands}>
      {(one) => <Review key={one.id} demand={one} />}
    </Queue>
  );
}
