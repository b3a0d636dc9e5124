import { type Language, useLanguage } from '#web/i18n/language';

const LOCALE: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };
const DAY_MS = 86_400_000;

/** Formats cost a millisecond to make, and a list has hundreds of values: each is made once. */
function once<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const format = made.get(language) ?? make(language);
    made.set(language, format);
    return format;
  };
}

const hour = { hour: '2-digit', minute: '2-digit', hour12: false } as const;
const day = (language: Language) =>
  ({ year: 'numeric', month: language === 'zh' ? 'long' : 'short', day: 'numeric' }) as const;
const days = once((language) => new Intl.DateTimeFormat(LOCALE[language], day(language)));
const times = once((language) => new Intl.DateTimeFormat(LOCALE[language], { ...day(language), ...hour }));
const hours = once((language) => new Intl.DateTimeFormat(LOCALE[language], hour));
const numbers = once((language) => new Intl.NumberFormat(LOCALE[language]));
const amounts = once((language) => new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 2 }));
const spans = once((language) => new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto' }));

/** Whole days from now until an instant or a day (YYYY-MM-DD, which ends at midnight); negative when it is over. */
export function daysUntil(when: string, now: Date = new Date()): number {
  const end = /^\d{4}-\d{2}-\d{2}$/.test(when) ? new Date(`${when}T23:59:59`) : new Date(when);
  return Math.floor((end.getTime() - now.getTime()) / DAY_MS);
}

/** Yuan as Chinese readers write them: 600万元, 1.2亿元. */
export function yuan(amount: number, language: Language): string {
  if (language === 'en') return `CNY ${numbers(language).format(amount)}`;
  const plain = amounts(language);
  if (amount >= 1e8) return `${plain.format(amount / 1e8)}亿元`;
  if (amount >= 1e4) return `${plain.format(amount / 1e4)}万元`;
  return `${plain.format(amount)}元`;
}

const AGO: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function ago(when: string, language: Language): string {
  const passed = Date.now() - Date.parse(when);
  if (passed > 7 * DAY_MS) return days(language).format(new Date(when));
  const [unit, ms] = AGO.find(([, size]) => passed >= size) ?? [undefined, 1];
  if (!unit) return language === 'zh' ? '刚刚' : 'just now';
  return spans(language).format(-Math.floor(passed / ms), unit);
}

/** Dates, numbers and money as the reader writes them, in the reader's zone. */
export function useFormat() {
  const { language } = useLanguage();
  return {
    day: (when: string) => days(language).format(new Date(when.length === 10 ? `${when}T00:00:00` : when)),
    time: (when: string) => times(language).format(new Date(when)),
    hour: (when: string) => hours(language).format(new Date(when)),
    ago: (when: string) => ago(when, language),
    number: (value: number) => numbers(language).format(value),
    percent: (part: number) => `${Math.round(part * 100)}%`,
    money: (amount: number) => yuan(amount, language),
    list: (items: readonly string[]) => items.join(language === 'zh' ? '、' : ', '),
  };
}
