import { describe, expect, it } from '@jest/globals';
import { agendaCalendar } from './agenda-calendar.js';

const meeting = {
  id: 'm1',
  from: '2027-03-01T01:00:00.000Z',
  to: '2027-03-01T01:20:00.000Z',
  table: 3,
  organisationId: 'o1',
  organisationName: '海岳家电集团, 青岛; 总部',
  theirPerson: '张工',
  myPerson: '王敏',
};
const agenda = { matchmakingId: 'e1', title: '卡位入链专场', place: '会展中心', published: true, code: '123456' };

/** Lines as they are meant: RFC 5545 folds those above 75 octets. */
const lines = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('the calendar of an agenda', () => {
  it('has the meetings with their time in UTC, and text that cannot be taken for properties', () => {
    const text = agendaCalendar({ ...agenda, meetings: [meeting] }, 4, '2027-02-01T00:00:00.000Z', 'zh');
    expect(lines(text)).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'UID:m1@rulian',
        'SEQUENCE:4',
        'DTSTART:20270301T010000Z',
        'DTEND:20270301T012000Z',
        'SUMMARY:对接：海岳家电集团\\, 青岛\\; 总部',
        'LOCATION:会展中心 · 3 号桌',
        'STATUS:CONFIRMED',
        'END:VCALENDAR',
      ]),
    );
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(76);
  });

  it('says of a cancelled meeting that it is cancelled, and has no line of its own for what a name holds', () => {
    const evil = { ...meeting, cancelled: 'absent', organisationName: 'A\r\nATTACH:http://example.com' };
    const text = agendaCalendar({ ...agenda, meetings: [evil] }, 5, '2027-02-01T00:00:00.000Z', 'en');
    expect(lines(text)).toContain('STATUS:CANCELLED');
    expect(lines(text).filter((line) => line.startsWith('ATTACH'))).toEqual([]);
  });
});
