import type { Readable } from 'node:stream';
import type { Language } from '#platform/errors/errors';
import { xlsxStream } from '#platform/xlsx';
import { DIMENSIONS, type Dimension } from './columns.js';
import type { Figures, FunnelLine } from './figures.js';

const TEXTS = {
  zh: {
    sheets: { chain: '产业链', month: '月份', leader: '链主企业', district: '地区' },
    columns: [
      '发布需求',
      '推送企业',
      '已查看',
      '已答复',
      '有意向',
      '已对接',
      '签约或入库',
      '金额（元）',
      '首次答复中位数（小时）',
    ],
    total: '合计',
    unknown: '未注明',
  },
  en: {
    sheets: { chain: 'Chain', month: 'Month', leader: 'Leader', district: 'Region' },
    columns: [
      'Demands',
      'Told',
      'Seen',
      'Answered',
      'Accepted',
      'Met',
      'Contract',
      'Amount (CNY)',
      'First answer, median hours',
    ],
    total: 'Total',
    unknown: 'Not said',
  },
} as const;

const header = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
const number = (value: number | undefined) => (value === undefined ? null : { value, type: Number });

/** The funnel by each dimension, a sheet each, with a line that sums up. */
export async function funnelSheet(figures: Figures, language: Language): Promise<Readable> {
  const t = TEXTS[language];
  const row = (name: string, { demands, stages, amount, firstAnswerHours }: FunnelLine) => [
    { value: name, type: String },
    ...[demands, ...stages, amount].map(number),
    number(firstAnswerHours === undefined ? undefined : Math.round(firstAnswerHours * 10) / 10),
  ];
  const sheets = DIMENSIONS.map((dimension: Dimension) => ({
    sheet: t.sheets[dimension],
    data: [
      [t.sheets[dimension], ...t.columns].map(header),
      ...figures.lines(dimension).map((line) => row(line.name || t.unknown, line)),
      // A demand counts in each of its regions, and once here.
      row(t.total, figures.total()),
    ],
  }));
  return xlsxStream(sheets);
}
