import { canBeIn } from './property-dimensions.js';
import { type Property, properties } from './property-table.js';
import type { Span } from './written.js';

const byName = new Map<string, readonly Property[]>();
for (const property of properties)
  for (const name of property.names) byName.set(name, [...(byName.get(name) ?? []), property]);
const byId = new Map(properties.map((property) => [property.id, property]));

const lengths = [...new Set([...byName.keys()].map((name) => name.length))].sort((a, b) => b - a);
const firsts = new Set([...byName.keys()].map((name) => name.charAt(0)));

/** A property named in a text. */
export interface NamedProperty extends Span {
  readonly property: Property;
  /** All that the name may mean, `property` first: 耐压 is of a voltage or of a pressure. */
  readonly all: readonly Property[];
}

/** What a name means before a figure of this dimension; undefined where it cannot be stated in it. */
export const statedBy = ({ all }: NamedProperty, dimension: string | undefined): Property | undefined =>
  all.find(({ id }) => canBeIn(id, dimension));

export const propertyOf = (id: string): Property | undefined => byId.get(id);

/** 压力表, 流量计 and 压力容器 are things, not properties. */
const instrument = /^(?:表(?!面)|计(?![量算])|仪|传感|变送|送器|开关|容器|机|罐|管道|锅炉|泵|阀|箱)/;

const letter = /[a-z]/;
const insideWord = (low: string, start: number, end: number): boolean =>
  (letter.test(low.charAt(start)) && letter.test(low.charAt(start - 1))) ||
  (letter.test(low.charAt(end - 1)) && letter.test(low.charAt(end)));

function nameAt(low: string, start: number): NamedProperty | undefined {
  if (!firsts.has(low.charAt(start))) return undefined;
  for (const length of lengths) {
    const all = byName.get(low.slice(start, start + length));
    const property = all?.[0];
    if (
      all &&
      property &&
      !insideWord(low, start, start + length) &&
      !instrument.test(low.slice(start + length, start + length + 2))
    )
      return { property, all, start, end: start + length };
  }
  return undefined;
}

/** 机重 of 点胶机重复定位精度 is no weight: a longer name begins within it. */
function longerInside(low: string, { start, end }: NamedProperty): boolean {
  for (let at = start + 1; at < end; at += 1) {
    const other = nameAt(low, at);
    if (other && other.end > end && other.end - other.start > end - start) return true;
  }
  return false;
}

/** The properties named in a text without capitals, in reading order, the longest name at each place. */
export function namedProperties(low: string): NamedProperty[] {
  const found: NamedProperty[] = [];
  for (let at = 0; at < low.length; at += 1) {
    const named = nameAt(low, at);
    if (!named || longerInside(low, named)) continue;
    found.push(named);
    at = named.end - 1;
  }
  return found;
}

/** The last property named: in Chinese the head stands at the end. */
export const lastProperty = (low: string): NamedProperty | undefined => namedProperties(low).at(-1);
