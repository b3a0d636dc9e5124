import { Link, Navigate } from 'react-router';
import { useMe } from '#web/api/session';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { Empty } from '#web/parts/state';
import { welcomeTexts } from './texts';

/** For people of an organisation that staff have not approved; the notice of the decision leads on from here. */
export default function WelcomePage() {
  const t = useTexts(welcomeTexts);
  const me = useMe();
  const organisation = me?.organisation;
  const name = organisation?.name ?? '';
  const refused = organisation?.status === 'rejected' || organisation?.status === 'suspended';
  const title = refused ? t[organisation.status as 'rejected' | 'suspended'](name) : t.pending(name);
  if (me && me.role !== 'pending') return <Navigate to="/" replace />;
  return (
    <Page title={t.title} bare>
      <div className="card">
        <Empty whole title={title} hint={refused ? organisation.reason : t.pendingHint}>
          <div className="row">
            {!refused && (
              <Link className="enter strong" to="/profile">
                {t.claim}
              </Link>
            )}
            <Link to="/demands">{t.hall}</Link>
          </div>
        </Empty>
      </div>
    </Page>
  );
}
