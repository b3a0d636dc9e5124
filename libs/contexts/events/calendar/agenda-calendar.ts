import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Language } from '#platform/errors/errors';
import type { AgendaView } from '../plan/plan.dto.js';

/** How often a calendar is asked to look again. */
const EVERY_SECONDS = 15 * 60;

const WORDS = {
  zh: { with: (name: string) => `对接：${name}`, table: (n: number) => `${n} 号桌`, me: '我方', them: '对方' },
  en: {
    with: (name: string) => `Meeting: ${name}`,
    table: (n: number) => `Table ${n}`,
    me: 'From us',
    them: 'From them',
  },
} as const;

/**
 * The agenda of one participant as a calendar (RFC 5545). A meeting keeps its UID when it moves, and `version` makes the newer
 * one win; a cancelled one stays and says so. Pure. */
export function agendaCalendar(agenda: AgendaView, version: number, at: string, language: Language): string {
  const words = WORDS[language];
  const calendar = ical({
    name: agenda.title,
    prodId: { company: 'Rulian', product: 'Rulian', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: EVERY_SECONDS,
  });
  for (const meeting of agenda.meetings) {
    calendar.createEvent({
      id: `${meeting.id}@rulian`,
      sequence: version,
      stamp: new Date(at),
      start: new Date(meeting.from),
      end: new Date(meeting.to),
      summary: words.with(meeting.organisationName),
      location: [agenda.place, words.table(meeting.table)].filter((part) => part).join(' · '),
      description: `${agenda.title}\n${words.them}: ${meeting.theirPerson}\n${words.me}: ${meeting.myPerson}`,
      status: meeting.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
