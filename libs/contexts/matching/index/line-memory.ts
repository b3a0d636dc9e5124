import type { Analyser } from '#engines/match/analysis';

/**
 * An analyser that remembers what it found in these texts: the lines of one firm, which are explained again and again to
 * different demands. Each is kept as one string, a fraction of what it is as a list.
 */
export function remembering(analyser: Analyser, texts: ReadonlySet<string>): Analyser {
  const terms = new Map<string, string>();
  const words = new Map<string, string>();
  const look = (memory: Map<string, string>, text: string, find: (text: string) => string[]): string[] => {
    if (!texts.has(text)) return find(text);
    const known = memory.get(text);
    if (known !== undefined) return known === '' ? [] : known.split(' ');
    const found = find(text);
    // No term and no word has a space in it.
    memory.set(text, found.join(' '));
    return found;
  };
  return {
    terms: (text) => look(terms, text, analyser.terms),
    words: (text) => look(words, text, analyser.words),
  };
}
