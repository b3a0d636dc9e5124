import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Schemas } from '#web/api/client';

type Notice = Schemas['NoticeView'];

/** What changed for the reader when a notice about such a thing comes. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  proposal: ['proposals'],
  demand: ['demands', 'proposals', 'curations'],
  response: ['responses', 'proposals'],
  engagement: ['engagements'],
  organisation: ['organisations', 'search', 'me'],
  matchmaking: ['events'],
  agenda: ['events'],
  claim: ['claims', 'profiles', 'me'],
};

/**
 * Listens to the reader's notices while the page is seen, and has what they are about read again. A browser opens few
 * connections to one server, so a tab in the background gives its own back; what it missed it reads when it is seen again.
 */
export function useLiveNotices(person: string | undefined, tell: (heard: Notice) => void): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!person) return;
    let source: EventSource | undefined;
    const refresh = (key: string) => void client.invalidateQueries({ queryKey: [key] });
    const hear = (event: MessageEvent<string>) => {
      const heard = JSON.parse(event.data) as Notice;
      for (const key of ['notices', ...(ABOUT[heard.about.type] ?? [])]) refresh(key);
      tell(heard);
    };
    const follow = () => {
      if (document.visibilityState === 'visible' && !source) {
        source = new EventSource('/api/v1/notices/stream');
        source.addEventListener('notice', hear);
        refresh('notices');
      } else if (document.visibilityState === 'hidden') {
        source?.close();
        source = undefined;
      }
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      source?.close();
    };
  }, [client, person, tell]);
}
