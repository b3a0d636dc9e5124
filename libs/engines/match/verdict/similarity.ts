/** The length of the longest run of characters that two texts share. */
export function sharedRun(a: string, b: string): number {
  let best = 0;
  for (let at = 0; at < a.length; at += 1) {
    while (at + best < a.length && b.includes(a.slice(at, at + best + 1))) best += 1;
  }
  return best;
}

/** Whether two texts share two characters in a row, or the shorter of them where it has one only. */
export function related(a: string, b: string): boolean {
  const least = Math.min(2, a.length, b.length);
  return least > 0 && sharedRun(a, b) >= least;
}

/** The length of the ending that two texts share. */
export function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.charAt(a.length - 1 - length) === b.charAt(b.length - 1 - length)) {
    length += 1;
  }
  return length;
}

const han = /\p{Script=Han}/gu;

/** Whether most Chinese characters of the shorter text stand in the other, in any order: 抓取件重 and 最大抓取重量, 温控 and 控温. */
export function sameCharacters(asked: string, said: string): boolean {
  const known = new Set(asked.match(han));
  const shared = [...said].filter((character) => known.has(character)).length;
  if (said.length < 2 || shared < 2) return false;
  return shared / Math.min(said.length, known.size) >= 0.66 && shared / said.length >= 0.5;
}

/** Whether `short` abbreviates an ending of `long` in the Chinese way: 局放 of 局部放电, 切速 of 切割速度. */
export function abbreviates(short: string, long: string): boolean {
  // Letters of English words abbreviate nothing.
  if (short.length < 2 || /^[a-z]/.test(short) || short.length >= long.length || long.includes(short)) return false;
  for (let from = long.indexOf(short.charAt(0)); from >= 0; from = long.indexOf(short.charAt(0), from + 1)) {
    let at = 0;
    for (let place = from; place < long.length && at < short.length; place += 1)
      if (long.charAt(place) === short.charAt(at)) at += 1;
    // The last character abbreviates one of the last word of two.
    if (at === short.length && long.slice(-2).includes(short.charAt(short.length - 1))) return true;
  }
  return false;
}

const symbol = /[a-z][a-z0-9]+/g;

/** Whether all symbols of what is asked (NOx, D50, PUE) stand in the other text; false where it has none. */
export function sameSymbols(asked: string, said: string): boolean {
  const wanted = asked.match(symbol) ?? [];
  const have = new Set(said.match(symbol) ?? []);
  return wanted.length > 0 && wanted.every((one) => have.has(one));
}
