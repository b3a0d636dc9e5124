import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type Schemas, take } from '#web/api/client';
import { useFormat } from '#web/format/format';

type Notice = Schemas['NoticeView'];

/** Marks notices as read; without ids all of them. */
export function useReadNotices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids?: string[]) => take(api.POST('/api/v1/notices/read', { body: ids ? { ids } : {} })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
}

/** One notice; opening it reads it and leads to what it is about. */
export function NoticeLine({ notice, opened }: { readonly notice: Notice; readonly opened?: () => void }) {
  const { ago } = useFormat();
  const read = useReadNotices();
  const open = () => {
    if (!notice.read) read.mutate([notice.id]);
    opened?.();
  };
  return (
    <li className={notice.read ? 'notice' : 'notice unread'}>
      <Link to={notice.page} onClick={open}>
        {notice.title}
      </Link>
      <p className="small">{notice.body}</p>
      <p className="soft small">{ago(notice.at)}</p>
    </li>
  );
}
