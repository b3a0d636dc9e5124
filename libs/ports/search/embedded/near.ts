/** Letters from which a word may have one wrong, and two: below, too many words are near. */
const ONE_WRONG = 5;
const TWO_WRONG = 9;

/** How many letters of a word may be wrong; none in one with digits: 16949 is another standard than 16946. */
export function mayBeWrong(word: string): number {
  if (!/^[a-z]+$/.test(word) || word.length < ONE_WRONG) return 0;
  return word.length < TWO_WRONG ? 1 : 2;
}

/**
 * Letters left out, added, changed or swapped with the next between `word` and `term`, or with `prefix` the beginning of
 * `term` that is nearest. More than `most` is told as `most + 1`.
 */
export function wrongLetters(word: string, term: string, prefix: boolean, most: number): number {
  const width = prefix ? Math.min(term.length, word.length + most) : term.length;
  if (Math.abs(width - word.length) > most) return most + 1;
  let older: number[] = [];
  let above = Array.from({ length: width + 1 }, (_, i) => i);
  for (let y = 1; y <= word.length; y += 1) {
    const row = [y];
    for (let x = 1; x <= width; x += 1) {
      const same = word[y - 1] === term[x - 1];
      let least = Math.min(above[x]! + 1, row[x - 1]! + 1, above[x - 1]! + (same ? 0 : 1));
      if (y > 1 && x > 1 && word[y - 1] === term[x - 2] && word[y - 2] === term[x - 1])
        least = Math.min(least, older[x - 2]! + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    older = above;
    above = row;
  }
  const wrong = prefix ? Math.min(...above) : above[width]!;
  return Math.min(wrong, most + 1);
}
