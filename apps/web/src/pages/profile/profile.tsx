import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Profile } from '#web/api/client';
import { ownProfileQuery } from '#web/api/profiles';
import { useMe } from '#web/api/session';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { runningOut } from '#web/parts/certificates';
import { Page } from '#web/parts/page';
import { Async, Bones } from '#web/parts/state';
import { ClaimOrWrite } from './claim';
import { Editor } from './editor';
import './profile.css';
import { profileTexts } from './texts';

const PLACE: Readonly<Record<string, string>> = {
  products: 'abilities',
  processes: 'abilities',
  equipment: 'abilities',
  capacity: 'abilities',
  certificates: 'proofs',
  cases: 'proofs',
  patents: 'proofs',
  text: 'about',
};

/** How complete the profile is, and what to add next. */
function Standing({ profile }: { readonly profile: Profile }) {
  const t = useTexts(profileTexts);
  const w = useTexts(words);
  const { list } = useFormat();
  const { completeness, toAdd = [] } = profile;
  const ending = runningOut(profile.certificates);
  const empty = toAdd.filter((field) => !field.includes('.'));
  return (
    <section className="card standing">
      <div className="row apart">
        <strong>{t.complete(completeness)}</strong>
        <Link to={`/firms/${profile.id}`}>{t.card}</Link>
      </div>
      <div className="bar" aria-hidden="true">
        <span style={{ width: `${completeness}%` }} />
      </div>
      {toAdd.includes('certificates.expired') && <p className="notice-line warn">{t.expired}</p>}
      {ending.length > 0 && <p className="notice-line warn">{t.soonExpired(list(ending))}</p>}
      {empty.length > 0 && (
        <div className="row">
          <span className="soft">{t.next}</span>
          {empty.slice(0, 4).map((field) => (
            <a className="tag accent" href={`#${PLACE[field] ?? 'basics'}`} key={field}>
              {nameOf(w.field, field)}
            </a>
          ))}
        </div>
      )}
    </section>
  );
}

function First() {
  const t = useTexts(profileTexts);
  const me = useMe();
  const [writing, setWriting] = useState(false);
  if (writing) return <Editor profile={null} />;
  const write =
    me?.role === 'pending' ? (
      <span className="soft">{t.waits}</span>
    ) : (
      <Button onClick={() => setWriting(true)}>{t.write}</Button>
    );
  return <ClaimOrWrite write={write} />;
}

/** The profile of the reader's firm: claimed, written, kept up to date. */
export default function ProfilePage() {
  const t = useTexts(profileTexts);
  const me = useMe();
  const approved = me !== undefined && me.role !== 'pending';
  const profile = useQuery({ ...ownProfileQuery, enabled: approved });
  return (
    <Page title={t.title} lead={t.lead}>
      {approved ? (
        <Async of={profile} bones={<Bones count={3} height={220} />}>
          {(data) =>
            data ? (
              <>
                <Standing profile={data} />
                <Editor key={`${data.id}.${data.version}`} profile={data} />
              </>
            ) : (
              <First />
            )
          }
        </Async>
      ) : (
        <First />
      )}
    </Page>
  );
}
