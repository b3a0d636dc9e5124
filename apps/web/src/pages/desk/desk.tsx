import { useQuery } from '@tanstack/react-query';
import { Link, NavLink, useParams } from 'react-router';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { Lists } from './lists';
import { claimsQuery, heldQuery, organisationsQuery, QUEUES, type Queue, submittedQuery } from './queries';
import { Claims, Demands, Organisations } from './queues';
import { deskTexts } from './texts';
import './desk.css';

const SCREEN = { organisations: Organisations, claims: Claims, demands: Demands, lists: Lists } as const;

/** What waits for staff: organisations, claims, demands and lists of firms, a queue each. */
export default function DeskPage() {
  const t = useTexts(deskTexts);
  const { queue } = useParams();
  const waiting = {
    organisations: useQuery(organisationsQuery).data?.length,
    claims: useQuery(claimsQuery).data?.length,
    demands: useQuery(submittedQuery).data?.length,
    lists: useQuery(heldQuery).data?.length,
  };
  // Whoever asks for none in particular is shown the first with something to do.
  const shown: Queue =
    QUEUES.find((each) => each === queue) ?? QUEUES.find((each) => (waiting[each] ?? 0) > 0) ?? 'organisations';
  const Screen = SCREEN[shown];
  const actions = (
    <>
      <Link to="/insight">{t.insight}</Link>
      <Link to="/organisations">{t.everyOrganisation}</Link>
      <Link to="/notice-words">{t.noticeWords}</Link>
    </>
  );
  return (
    <Page title={t.title} lead={t.lead} actions={actions}>
      <nav className="queues" aria-label={t.queues}>
        {QUEUES.map((each) => (
          <NavLink key={each} to={`/desk/${each}`} aria-current={each === shown ? 'page' : undefined}>
            {t[each]} <strong>{waiting[each] ?? ''}</strong>
          </NavLink>
        ))}
      </nav>
      <Screen />
    </Page>
  );
}
