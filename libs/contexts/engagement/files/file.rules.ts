import type { Disclosure } from '#contracts/demand';
import { reaches } from '#contracts/disclosure';
import type { Principal } from '#platform/access/access';
import { FILE_TYPES } from '#platform/content/file-types';
import { inAscii } from '#platform/content/glyphs';
import type { AttachedFile } from './file.store.js';

/** Megabytes of one file. */
export const MOST_MEGABYTES = 20;
/** Files of one demand, and of one thread. */
export const MOST_FILES = 50;
/** Changes of its circle that are kept with a file. */
const MOST_CIRCLES = 50;

/** Of a demand's files those that a reader of the circle sees. */
export const visibleTo = (level: Disclosure, files: readonly AttachedFile[]): AttachedFile[] =>
  files.filter(({ disclosure = 'owner' }) => reaches(level, disclosure));

/** Those that a firm which it was proposed to does not see: who reads them is noted. */
export const confidential = (files: readonly AttachedFile[]): AttachedFile[] =>
  files.filter(({ disclosure = 'owner' }) => !reaches('matched', disclosure));

export const isOwn = ({ ownerId }: AttachedFile, caller: Principal): boolean => caller.organisation?.id === ownerId;

/**
 * Whether the copy of this reader says who it is: of what can be marked all but one's own, and what is for everybody, which
 * names nobody by being found somewhere.
 */
export const isMarkedFor = (file: AttachedFile, caller: Principal): boolean =>
  FILE_TYPES[file.type].marked && !isOwn(file, caller) && file.disclosure !== 'public';

/** The file kept to another circle, and who has done so; the same circle changes nothing. */
export function keptTo(file: AttachedFile, to: Disclosure, at: string, byName: string): AttachedFile {
  const { disclosure: from, circles = [] } = file;
  if (!from || from === to) return file;
  return { ...file, disclosure: to, circles: [...circles, { from, to, at, byName }].slice(-MOST_CIRCLES) };
}

/** Who reads, as the mark names them. */
export interface MarkedReader {
  readonly creditCode?: string | undefined;
  readonly email?: string | undefined;
}

/** Two lines: who (credit code or id of the organisation, login or id of the person), and when and what. Pure. */
export function markLines(file: AttachedFile, caller: Principal, reader: MarkedReader, at: string): string[] {
  const organisation = reader.creditCode ?? caller.organisation?.id ?? caller.role;
  const login = reader.email ?? caller.personId ?? caller.subject;
  return [`${organisation} ${login}`, `${at.slice(0, 19).replace('T', ' ')} UTC ${file.id}`].map(inAscii);
}
