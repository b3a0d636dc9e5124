import type { Readable } from 'node:stream';
import type { Language } from '#platform/errors/errors';
import { xlsxStream } from '#platform/xlsx';
import type { PlannedMeetingView, PlanView } from './plan.dto.js';

type Texts = Readonly<Record<Language, string>>;

interface Column {
  readonly header: Texts;
  readonly cell: (meeting: PlannedMeetingView, read: Reading) => string | number;
}

/** Who reads the sheet: the language, and by how many minutes their clock is ahead of UTC. */
export interface Reading {
  readonly language: Language;
  readonly ahead: number;
}

const LOCKED: Texts = { zh: '锁定', en: 'locked' };
const CANCELLED: Texts = { zh: '取消', en: 'cancelled' };

const clock = (instant: string, { ahead }: Reading): string =>
  new Date(Date.parse(instant) + ahead * 60_000).toISOString().slice(0, 16).replace('T', ' ');

const COLUMNS: readonly Column[] = [
  { header: { zh: '开始', en: 'From' }, cell: ({ from }, read) => clock(from, read) },
  { header: { zh: '结束', en: 'To' }, cell: ({ to }, read) => clock(to, read) },
  { header: { zh: '桌号', en: 'Table' }, cell: ({ table }) => table },
  { header: { zh: '链主企业', en: 'Leader' }, cell: ({ leaderName }) => leaderName },
  { header: { zh: '链主代表', en: 'From the leader' }, cell: ({ leaderPerson }) => leaderPerson },
  { header: { zh: '企业', en: 'Firm' }, cell: ({ smeName }) => smeName },
  { header: { zh: '企业代表', en: 'From the firm' }, cell: ({ smePerson }) => smePerson },
  {
    header: { zh: '状态', en: 'State' },
    cell: ({ cancelled, locked }, { language }) => (cancelled ? CANCELLED[language] : locked ? LOCKED[language] : ''),
  },
];

/** The rows of the sheet: headers, then all meetings, cancelled ones too. */
export const planRows = ({ meetings }: PlanView, reading: Reading): (string | number)[][] => [
  COLUMNS.map(({ header }) => header[reading.language]),
  ...meetings.map((meeting) => COLUMNS.map(({ cell }) => cell(meeting, reading))),
];

/** All meetings as an xlsx file. It is built in memory: a plan has some thousand meetings at most. */
export async function planSheet(plan: PlanView, reading: Reading): Promise<Readable> {
  const [headers = [], ...rows] = planRows(plan, reading);
  const data = [
    headers.map((value) => ({ value, fontWeight: 'bold' })),
    ...rows.map((row) => row.map((value) => ({ value, type: typeof value === 'number' ? Number : String }))),
  ];
  return xlsxStream(data);
}
