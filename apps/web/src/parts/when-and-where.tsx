import { beginsAt, type MatchmakingEvent } from '#web/api/events';
import { useFormat } from '#web/format/format';

interface WhenAndWhereProps {
  readonly event: MatchmakingEvent;
  /** Said after it. */
  readonly more?: string;
}

/** When an event begins and where it is, as far as that is known. */
export function WhenAndWhere({ event, more }: WhenAndWhereProps) {
  const { time } = useFormat();
  const begins = beginsAt(event);
  return [begins && time(begins), event.place, more].filter(Boolean).join(' · ');
}
