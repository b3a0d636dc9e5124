import { type Analyser, normalise } from '../analysis.js';
import { placeNames } from '../places.js';

/** What ranking reads in a text: words, pairs of neighbouring Han characters, and single ones; repeated as they occur. */
export interface RankText {
  readonly words: readonly string[];
  readonly pairs: readonly string[];
  readonly characters: readonly string[];
  /** Half width, lower case. */
  readonly normal: string;
}

const hanRun = /\p{Script=Han}+/gu;

export function readText(analyser: Analyser, text: string): RankText {
  const normal = normalise(text);
  const pairs: string[] = [];
  const characters: string[] = [];
  for (const [run] of normal.matchAll(hanRun)) {
    let previous = '';
    for (const character of run) {
      if (previous !== '') pairs.push(previous + character);
      characters.push(character);
      previous = character;
    }
  }
  return { words: analyser.words(text), pairs, characters, normal };
}

/** What companies are called whatever they make. */
const form =
  /有限责任公司|股份有限公司|有限公司|股份公司|分公司|子公司|公司|集团|股份|控股|责任|有限|科技|技术|实业|发展|\([^)]*\)|合伙企业|企业|中国|特殊普通合伙|普通合伙|个体工商户/g;

const division = /^(?:壮族自治区|自治区|省|市|区|县)/;

/** The part of a company's name that tells it from others: without its form and the place it begins with. */
export function tellingName(name: string): string {
  let rest = normalise(name).replace(form, ' ').trim();
  for (let level = 0; level < 2; level += 1) {
    const place = placeNames.find((each) => rest.startsWith(each));
    if (place) rest = rest.slice(place.length).replace(division, '').trim();
  }
  return rest;
}
