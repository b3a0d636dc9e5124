import type { Unit } from './units.js';

/** What the words before or after a number make of it. */
export type Sign = 'at-least' | 'above' | 'at-most' | 'below' | 'most' | 'least' | undefined;

/** Words that stand before a number. */
export const before: readonly (readonly [RegExp, Sign])[] = [
  [
    /(?:≥|>=|=>|不低于|不小于|不少于|不短于|不早于|大于等于|大于或等于|至少|最低不低于|不得低于|不得少于|不得小于|at least|no less than|not less than|no fewer than|minimum of|保证)[\s:]*$/,
    'at-least',
  ],
  [
    /(?:≤|<=|=<|不高于|不大于|不超过|不多于|不长于|不晚于|小于等于|小于或等于|不得超过|不得高于|不得大于|至多|最多不超过|控制在|at most|no more than|not more than|not exceeding|within|maximum of|up to a maximum of)[\s:]*$/,
    'at-most',
  ],
  [
    /(?:>|大于|高于|多于|超过|超出|优于(?=$)|突破|逾|超|more than|over|above|greater than|exceeding|exceeds)[\s:]*$/,
    'above',
  ],
  [/(?:<|小于|低于|少于|短于|不足|不到|低于|less than|under|below|fewer than)[\s:]*$/, 'below'],
  [
    /(?:最大|最高|最长|最厚|最宽|最重|最多|最深|高达|可达|达到|达|最大可?至|up to|max\.?|maximum|as much as)(?:为|可达|可|到|至|达)?[\s:]*$/,
    'most',
  ],
  [
    /(?:最小|最低|最短|最薄|最窄|最快|最细|最轻|最少|低至|min\.?|minimum|as (?:little|low|fast|short) as)(?:为|可达|可|到|至|达)?[\s:]*$/,
    'least',
  ],
];
/** Words that stand after a number and its unit. */
export const after: readonly (readonly [RegExp, Sign])[] = [
  [
    /^\s*(?:\(含\)|及|或|\(含\)及)?\s*(?:以上|更高|更好|更优|起(?![订做接批售送发])|\+|or more|or above|or higher|and above|minimum|min\b)/,
    'at-least',
  ],
  [/^\s*(?:\(含\)|及|或)?\s*(?:以内|之内|内(?!径|孔|部|容)|以下|封顶|or less|or below|maximum|max\b)/, 'at-most'],
];
/** 不含 takes the limit out of 以上 and 以下. */
export const without = /^\s*\(不含\)/;

/** Scales that stand before their number: HRC58, 邵A60, Ra0.8, φ200, DN25. */
export const scales: readonly (readonly [RegExp, Unit])[] = (
  [
    ['hrc', 'HRC1', 1],
    ['hrb', 'HRB1', 1],
    ['hra', 'HRA1', 1],
    ['hbw?', 'HB1', 1],
    ['hv', 'HV1', 1],
    ['hld?', 'HL1', 1],
    ['(?:邵氏?|邵尔|shore\\s?)a', 'SHORE_A1', 1],
    ['(?:邵氏?|邵尔|shore\\s?)d', 'SHORE_D1', 1],
    ['ra', 'RA1', 1],
    ['rz', 'RZ1', 1],
    ['ph值?', 'PH1', 1],
    ['φ', 'L1', 1e-3],
    ['dn', 'L1', 1e-3],
    ['pn', 'L-1 M1 T-2', 1e5],
    ['δe', 'DELTA_E1', 1],
    ['[¥￥]|rmb', 'CNY1', 1],
    ['\\$|usd', 'USD1', 1],
  ] as const
).map(([source, dimension, factor]) => [
  new RegExp(
    `(?<![a-z])(?:${source})\\s?(?:值)?[\\s:)]*(?:[≥≤<>=约为]|硬度|不低于|不高于|不大于|不小于|不超过|小于|大于|可?达到?|最[高大小低])*\\s*$`,
  ),
  { dimension, factor, offset: 0, name: source },
]);
