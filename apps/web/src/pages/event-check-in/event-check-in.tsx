import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { checkInQuery } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { Async } from '#web/parts/state';
import { checkInTexts } from './texts';

/** What staff see when they scan the code of an organisation at the door: it is checked in by opening this. */
export default function EventCheckInPage() {
  const { id = '', code = '' } = useParams();
  const t = useTexts(checkInTexts);
  const { list } = useFormat();
  const done = useQuery(checkInQuery(id, code));
  return (
    <Page title={t.title}>
      <section className="card stack">
        <Async of={done} bones={<p role="status">{t.coming}</p>}>
          {({ organisationName, representatives }) => (
            <div role="status">
              <h2>✓ {t.here(organisationName)}</h2>
              <p className="soft">
                {t.people}: {list(representatives.map(({ name }) => name))}
              </p>
            </div>
          )}
        </Async>
        <Link to={`/events/${id}/desk`}>{t.back}</Link>
      </section>
    </Page>
  );
}
