import { fieldOf } from '#ports/store/checks';
import type { CollectionSpec, Doc } from '#ports/store/store';

/**
 * Splits the entries of one insert, by their places, so that no two of a wave can be in each other's way: MongoDB may
 * write those of one request in any order, the port promises theirs.
 */
export function inWaves(spec: CollectionSpec<Doc>, docs: readonly Doc[]): number[][] {
  const unique = Object.values(spec.indexes).filter((index) => index.unique);
  const waves: number[][] = [];
  let taken = new Set<string>();
  let wave: number[] = [];
  for (const [place, doc] of docs.entries()) {
    const own = [JSON.stringify(doc.id)];
    for (const { fields } of unique) {
      const field = fields[0] as string;
      const value = fieldOf(doc, field);
      if (value !== null) own.push(JSON.stringify([field, value]));
    }
    if (own.some((key) => taken.has(key))) {
      waves.push(wave);
      wave = [];
      taken = new Set();
    }
    wave.push(place);
    for (const key of own) taken.add(key);
  }
  if (wave.length > 0) waves.push(wave);
  return waves;
}
