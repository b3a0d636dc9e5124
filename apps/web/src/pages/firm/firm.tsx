import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import type { Profile } from '#web/api/client';
import { useMe } from '#web/api/session';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Certificates } from '#web/parts/certificates';
import { useCopy } from '#web/parts/copy-line';
import { Page } from '#web/parts/page';
import { Qr } from '#web/parts/qr';
import { Async, Bones } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import './firm.css';
import { firmQuery } from './queries';
import { firmTexts } from './texts';

const LISTS = ['products', 'processes', 'equipment', 'capacity', 'cases', 'patents'] as const;

function Lists({ firm }: { readonly firm: Profile }) {
  const t = useTexts(firmTexts);
  const w = useTexts(words);
  const filled = LISTS.filter((field) => (firm[field]?.length ?? 0) > 0);
  if (filled.length === 0 && !firm.certificates?.length) return <p className="card soft">{t.nothing}</p>;
  return (
    <>
      {filled.map((field) => (
        <section className="card stack tight" key={field}>
          <h2>{w.field[field]}</h2>
          <ul className="lines">
            {firm[field]?.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      {firm.certificates && firm.certificates.length > 0 && (
        <section className="card stack tight">
          <h2>{w.field.certificates}</h2>
          <Certificates certificates={firm.certificates} />
        </section>
      )}
    </>
  );
}

function Side({ firm }: { readonly firm: Profile }) {
  const t = useTexts(firmTexts);
  const w = useTexts(words);
  const { list } = useFormat();
  const me = useMe();
  const copy = useCopy();
  const address = `${window.location.origin}/firms/${firm.id}`;
  const own = firm.organisationId !== undefined && firm.organisationId === me?.organisation?.id;
  return (
    <aside className="stack">
      <section className="card firm-share">
        <Qr text={address} label={t.scan} />
        <p className="soft small">{t.scan}</p>
        <div className="row no-print">
          {own && <Link to="/profile">{t.edit}</Link>}
          {me?.role === 'staff' && firm.organisationId && (
            <Link to={`/organisations/${firm.organisationId}/people`}>{t.people}</Link>
          )}
          <Button onClick={() => copy(address, t.copied)}>{t.share}</Button>
          <Button onClick={() => window.print()}>{t.print}</Button>
        </div>
      </section>
      {!firm.claimed && me?.role === 'anonymous' && (
        <section className="card stack tight no-print">
          <h2>{t.unclaimedTitle}</h2>
          <p className="soft">{t.unclaimed}</p>
          <div>
            <Link className="enter strong" to={`/sign-up?firm=${encodeURIComponent(firm.name ?? '')}`}>
              {t.join}
            </Link>
          </div>
        </section>
      )}
      {firm.withheld.length > 0 && (
        <p className="soft small">{t.withheld(list(firm.withheld.map((field) => nameOf(w.field, field))))}</p>
      )}
    </aside>
  );
}

function Detail({ firm }: { readonly firm: Profile }) {
  const t = useTexts(firmTexts);
  const w = useTexts(words);
  const { number } = useFormat();
  return (
    <>
      <header className="card firm-head">
        <div className="row">
          {firm.tier && <Tag tone="clay">{firm.tier}</Tag>}
          <Tag tone={firm.claimed ? 'good' : 'plain'}>{firm.claimed ? w.claimed : w.unclaimed}</Tag>
        </div>
        <h1>{firm.name}</h1>
        <p className="soft">
          {[firm.region, typeof firm.employees === 'number' && t.employees(number(firm.employees)), firm.creditCode]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <div className="row">
          {[...(firm.domains ?? []), ...(firm.industries ?? [])].map((name) => (
            <Tag key={name}>{name}</Tag>
          ))}
        </div>
        {firm.text && <p className="pre">{firm.text}</p>}
      </header>
      <div className="two">
        <div className="stack">
          <Lists firm={firm} />
        </div>
        <Side firm={firm} />
      </div>
    </>
  );
}

/** The card of a firm, as far as the firm lets the reader see it. */
export default function FirmPage() {
  const { id = '' } = useParams();
  const t = useTexts(firmTexts);
  const firm = useQuery(firmQuery(id));
  return (
    <Page title={firm.data?.name ?? t.loading} bare>
      <Async of={firm} bones={<Bones count={3} height={180} />}>
        {(data) => <Detail firm={data} />}
      </Async>
    </Page>
  );
}
