import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { noticesQuery } from '#web/api/queries';
import { useTexts } from '#web/i18n/texts';
import { NoticeLine, useReadNotices } from '#web/parts/notice-line';
import { Page } from '#web/parts/page';
import { Async, Bones, Empty } from '#web/parts/state';
import { noticesTexts } from './texts';

/** The latest notices. */
export default function NoticesPage() {
  const t = useTexts(noticesTexts);
  const notices = useQuery(noticesQuery);
  const read = useReadNotices();
  return (
    <Page
      title={t.title}
      actions={
        <Button onClick={() => read.mutate(undefined)} loading={read.isPending}>
          {t.allRead}
        </Button>
      }
    >
      <section className="card">
        <Async of={notices} bones={<Bones count={5} height={64} />}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t.none} hint={t.noneHint} />
            ) : (
              <ul>
                {items.map((notice) => (
                  <NoticeLine key={notice.id} notice={notice} />
                ))}
              </ul>
            )
          }
        </Async>
      </section>
    </Page>
  );
}
