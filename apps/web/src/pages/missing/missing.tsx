import { Link } from 'react-router';
import { useTexts } from '#web/i18n/texts';
import { Page } from '#web/parts/page';
import { Empty } from '#web/parts/state';
import { partTexts } from '#web/parts/texts';

/** An address that leads nowhere, or to nothing of this reader's. */
export function Missing() {
  const t = useTexts(partTexts);
  return (
    <Page title={t.missingTitle} bare>
      <Empty whole title={t.missingTitle} hint={t.missing}>
        <Link to="/">{t.home}</Link>
      </Empty>
    </Page>
  );
}
