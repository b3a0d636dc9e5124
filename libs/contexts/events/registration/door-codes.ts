import { randomInt } from 'node:crypto';
import type { Collection, Entry, Written } from '#ports/store/store';
import type { Registration } from '../events.store.js';

/** With 2,000 codes of a million given away, all of these are taken once in 10^27 times. */
const TRIES = 10;

/** What somebody says at the door: six digits. */
const drawCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/**
 * Inserts registrations, each with a code that nobody else at its event has: where one was drawn that is taken, another is
 * drawn. Answers in the order of `made`, a duplicate of the index `code` where none was found.
 */
export async function insertWithCodes(
  registrations: Collection<Registration>,
  made: readonly ((code: string) => Entry<Registration>)[],
  cause?: string,
  draw: () => string = drawCode,
): Promise<Written<Registration>[]> {
  const answers: Written<Registration>[] = [];
  let rest = made.map((make, at) => ({ make, at }));
  for (let tries = 0; tries < TRIES && rest.length > 0; tries += 1) {
    const written = await registrations.insert(
      rest.map(({ make }) => make(draw())),
      cause,
    );
    for (const [place, { at }] of rest.entries()) answers[at] = written[place] ?? { status: 'stale' };
    rest = rest.filter(({ at }) => isTaken(answers[at]));
  }
  return answers;
}

export const isTaken = (written: Written<Registration> | undefined): boolean =>
  written?.status === 'duplicate' && written.index === 'code';
