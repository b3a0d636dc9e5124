/** A number read at a place of a text; `end` is the place after it. */
export interface ReadNumber {
  readonly value: number;
  readonly end: number;
}

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const myriads: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

const arabic = /[+-]?\d+(?:,\d{3}(?!\d))*(?:\.\d+)?/y;
const power = /(?:\s*[×x*]\s*10\^?([+-]?\d+)|e([+-]?\d+)(?![a-z\d])|\^([+-]?\d+))/y;
/** Not where the character belongs to what follows: 千克, 万向, 百分. */
const scale =
  /\s*(?:万亿|亿|千万|百万|十万|万(?!向|用|能|级|吨级)|千(?!克|瓦|米|伏|帕|卡|兆|级|分尺)|百(?!分|级|帕)|million|thousand|billion)(?:[余多])?/y;
const scales: Readonly<Record<string, number>> = {
  万亿: 1e12,
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  十万: 1e5,
  万: 1e4,
  千: 1e3,
  百: 100,
  million: 1e6,
  thousand: 1e3,
  billion: 1e9,
};
const chinese = /[零〇一二两三四五六七八九十百千万亿半]+/y;

function at(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

/** The value of a Chinese numeral (三十, 两百五, 一亿两千万, 半); `undefined` for what is none (万, 亿万). */
export function chineseNumber(text: string): number | undefined {
  if (text === '半') return 0.5;
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let last = 1;
  for (const character of text) {
    const myriad = myriads[character];
    const ten = powers[character];
    if (digits[character] !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = digits[character];
    } else if (ten !== undefined) {
      if (digit === undefined && (ten !== 10 || section > 0)) return undefined;
      section += (digit ?? 1) * ten;
      digit = undefined;
      last = ten;
    } else if (myriad !== undefined) {
      const whole = section + (digit ?? 0);
      if (whole === 0) return undefined;
      total += whole * myriad;
      section = 0;
      digit = undefined;
      last = myriad;
    } else return undefined;
  }
  // 两百五 leaves out the tens: the digit counts a tenth of what stood before it.
  if (digit !== undefined && last > 10 && !text.includes('零')) return total + section + (digit * last) / 10;
  return total + section + (digit ?? 0);
}

function withScale(value: number, text: string, place: number): ReadNumber {
  const more = at(/[余多](?=[万千百亿])/y, text, place);
  const start = place + (more?.[0].length ?? 0);
  const found = at(scale, text, start);
  if (!found) return { value, end: place };
  const factor =
    scales[
      found[0]
        .trim()
        .replace(/[余多]$/, '')
        .toLowerCase()
    ] ?? 1;
  return { value: value * factor, end: start + found[0].length };
}

/** Reads the number that begins at `place`: 1,200 · 1.2万 · 10^8 · 3×10^5 · 三十 · 两百. `low` has no capitals. */
export function readNumber(low: string, place: number): ReadNumber | undefined {
  const plain = at(arabic, low, place);
  if (plain) {
    const end = place + plain[0].length;
    const base = Number(plain[0].replaceAll(',', ''));
    const raised = at(power, low, end);
    if (!raised) return withScale(base, low, end);
    const exponent = Number(raised[1] ?? raised[2] ?? raised[3]);
    const value = raised[3] === undefined ? base * 10 ** exponent : base ** exponent;
    return withScale(value, low, end + raised[0].length);
  }
  const han = at(chinese, low, place);
  if (!han) return undefined;
  const value = chineseNumber(han[0]);
  return value === undefined ? undefined : { value, end: place + han[0].length };
}
