import { describe, expect, it } from '@jest/globals';
import { DISCLOSURE } from '#contracts/demand';
import type { Principal } from '#platform/access/access';
import { confidential, isMarkedFor, markLines, visibleTo } from './file.rules.js';
import type { AttachedFile } from './file.store.js';

const file = (more: Partial<AttachedFile> = {}): AttachedFile => ({
  ...{ id: 'f1', version: 1, about: 'demand:d', demandId: 'd', ownerId: 'o', side: 'leader', disclosure: 'nda' },
  ...{ name: 'a.pdf', type: 'application/pdf', size: 7, sha256: '', content: 'c', at: '', byName: '王敏', ...more },
});
const reader: Principal = {
  ...{ role: 'sme', admin: false, subject: 'person:p', personId: 'p', personName: '李工' },
  organisation: { id: 'firm', name: '甲公司', selfPublish: false },
};
const all = DISCLOSURE.map((disclosure) => file({ id: disclosure, disclosure }));
const ids = (files: readonly AttachedFile[]) => files.map(({ id }) => id);

describe('files of a demand', () => {
  it.each([
    ['public', ['public']],
    ['matched', ['public', 'matched']],
    ['nda', ['public', 'matched', 'nda']],
    ['named', ['public', 'matched', 'nda', 'named']],
    ['owner', [...DISCLOSURE]],
  ] as const)('are for a reader of %s those of its circle and wider ones', (level, seen) => {
    expect(ids(visibleTo(level, all))).toEqual(seen);
  });

  it('are noted when they are read, where a matched firm would not see them', () => {
    expect(ids(confidential(all))).toEqual(['nda', 'named', 'owner']);
    expect(ids(visibleTo('nda', [file({ id: 'lost', disclosure: undefined as never })]))).toEqual([]);
  });
});

describe('a copy', () => {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  it.each([
    ['of another, a PDF', {}, true],
    ['of another, a picture', { type: 'image/png' }, true],
    ['of a thread', { disclosure: undefined as never }, true],
    ['of one’s own', { ownerId: 'firm' }, false],
    ['for everybody', { disclosure: 'public' }, false],
    ['of a Word file', { type: word }, false],
  ] as [string, Partial<AttachedFile>, boolean][])('%s is marked or not: %j', (_what, more, marked) => {
    expect(isMarkedFor(file(more), reader)).toBe(marked);
  });

  it('says who and when in letters that every program has', () => {
    const at = '2026-11-27T03:30:59.123Z';
    const known = { creditCode: '91370200MA0000001X', email: '李@例.cn' };
    expect(markLines(file(), reader, known, at)).toEqual(['91370200MA0000001X ?@?.cn', '2026-11-27 03:30:59 UTC f1']);
    expect(markLines(file(), reader, {}, at)[0]).toBe('firm p');
    const key: Principal = { role: 'operator', admin: true, subject: 'operator' };
    expect(markLines(file(), key, {}, at)[0]).toBe('operator operator');
  });
});
