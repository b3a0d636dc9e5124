import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Schemas } from '#web/api/client';
import { useLiveNotices } from '#web/api/live';
import { noticesQuery, unreadQuery } from '#web/api/queries';
import { useTexts } from '#web/i18n/texts';
import { BellIcon } from '#web/parts/icons';
import { NoticeLine, useReadNotices } from '#web/parts/notice-line';
import { Panel } from '#web/parts/panel';
import { Async, Bones } from '#web/parts/state';
import { useToast } from '#web/parts/toast';
import { shellTexts } from './texts';

function Latest({ close }: { readonly close: () => void }) {
  const t = useTexts(shellTexts);
  const notices = useQuery(noticesQuery);
  const read = useReadNotices();
  return (
    <>
      <div className="row apart panel-head">
        <strong>{t.notices}</strong>
        <button type="button" className="plain" onClick={() => read.mutate(undefined)}>
          {t.allRead}
        </button>
      </div>
      <Async of={notices} bones={<Bones height={64} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{t.noNotices}</p>
          ) : (
            <ul className="notices">
              {items.slice(0, 6).map((notice) => (
                <NoticeLine key={notice.id} notice={notice} opened={close} />
              ))}
            </ul>
          )
        }
      </Async>
      <Link to="/notices" onClick={close} className="panel-foot">
        {t.allNotices}
      </Link>
    </>
  );
}

/** The bell: how many notices are unread, live, and the latest of them. */
export function Bell({ person }: { readonly person: string }) {
  const t = useTexts(shellTexts);
  const navigate = useNavigate();
  const toast = useToast();
  const { data } = useQuery(unreadQuery);
  const tell = useCallback(
    (heard: Schemas['NoticeView']) =>
      toast.done(heard.title, {
        label: t.open,
        run: () => void navigate(heard.page),
      }),
    [toast, t, navigate],
  );
  useLiveNotices(person, tell);
  const unread = data?.unread ?? 0;
  return (
    <Panel
      label={unread > 0 ? t.noticesNew(unread) : t.notices}
      button={
        <>
          <BellIcon />
          {unread > 0 && (
            <span className="count" aria-hidden="true">
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </>
      }
    >
      {(close) => <Latest close={close} />}
    </Panel>
  );
}
