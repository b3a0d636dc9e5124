import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isUnavailable } from '#ports/unavailable';
import type { Files } from './files.js';

/** What an adapter's test gives to the suite. Each `open` starts on data of its own. */
export interface FilesHarness {
  readonly files: Files;
  /** Closes the present one and opens the same data again. */
  reopen(): Promise<Files>;
  /** What a process leaves that is killed in the middle of a `put` of this id. */
  leaveHalf(id: string): Promise<void>;
  destroy(): Promise<void>;
}

async function* inPieces(content: Buffer, piece = 70_001): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += piece) yield content.subarray(at, at + piece);
}

async function* failing(error: Error): AsyncGenerator<Uint8Array> {
  yield randomBytes(1_500_000);
  throw error;
}

async function contentOf(files: Files, id: string): Promise<Buffer | undefined> {
  const stream = await files.read(id);
  if (!stream) return undefined;
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** What every adapter of the files port keeps. */
export function filesContract(name: string, open: () => Promise<FilesHarness>): void {
  describe(`files: ${name}`, () => {
    let harness: FilesHarness;
    let files: Files;
    beforeEach(async () => {
      harness = await open();
      files = harness.files;
    });
    afterEach(() => harness.destroy());

    const ids = async () => (await files.list({ limit: 1000 })).map(({ id }) => id);

    it.each([0, 1, 70_001, 524_288, 3_333_333])('gives back what it was given: %i bytes', async (size) => {
      const content = randomBytes(size);
      expect(await files.put('a-file', inPieces(content))).toEqual({ size, sha256: hashOf(content) });
      expect((await contentOf(files, 'a-file'))?.equals(content)).toBe(true);
      expect(await files.list({ limit: 10 })).toEqual([
        { id: 'a-file', size, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), whole: true },
      ]);
    });

    it('still has it when it is opened again', async () => {
      const content = randomBytes(1_000_000);
      await files.put('kept', inPieces(content));
      files = await harness.reopen();
      expect((await contentOf(files, 'kept'))?.equals(content)).toBe(true);
    });

    it('knows nothing of what is not there', async () => {
      expect(await files.read('none')).toBeUndefined();
      await files.remove('none');
      expect(await files.list({ limit: 10 })).toEqual([]);
    });

    it('throws what the content throws, and keeps nothing of it', async () => {
      const lost = Object.assign(new Error('the sender is gone'), { code: 'ECONNRESET', syscall: 'read' });
      await expect(files.put('half', failing(lost))).rejects.toBe(lost);
      expect(await files.read('half')).toBeUndefined();
      expect(await ids()).toEqual([]);
      await files.put('half', inPieces(Buffer.from('whole')));
      expect(String(await contentOf(files, 'half'))).toBe('whole');
    });

    it('never changes a file', async () => {
      await files.put('once', inPieces(Buffer.from('first')));
      await expect(files.put('once', inPieces(Buffer.from('second')))).rejects.toThrow('file once is there already');
      expect(String(await contentOf(files, 'once'))).toBe('first');
    });

    it('leaves nothing of what is removed; the id can be used anew', async () => {
      await files.put('gone', inPieces(randomBytes(1_200_000)));
      await files.remove('gone');
      expect(await files.read('gone')).toBeUndefined();
      expect(await ids()).toEqual([]);
      await files.put('gone', inPieces(Buffer.from('new')));
      expect(String(await contentOf(files, 'gone'))).toBe('new');
    });

    it('lists by id, a page at a time', async () => {
      const names = ['Zz', 'aB', 'ab', 'b', 'b-1', 'b_1', '0x', 'abc'];
      for (const id of names) await files.put(id, inPieces(Buffer.from(id)));
      const sorted = [...names].sort();
      expect(await ids()).toEqual(sorted);
      const paged: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await files.list({ limit: 3, ...(after === undefined ? {} : { after }) });
        if (page.length === 0) break;
        paged.push(...page.map(({ id }) => id));
        after = page.at(-1)?.id;
      }
      expect(paged).toEqual(sorted);
    });

    it('does not read out what a killed process has left, and can be rid of it', async () => {
      await files.put('whole', inPieces(Buffer.from('whole')));
      await harness.leaveHalf('half');
      files = await harness.reopen();
      expect(await files.read('half')).toBeUndefined();
      for (const { id, whole } of await files.list({ limit: 10 })) if (!whole) await files.remove(id);
      expect(await ids()).toEqual(['whole']);
      await files.put('half', inPieces(Buffer.from('now')));
      expect(String(await contentOf(files, 'half'))).toBe('now');
    });

    it('holds many writers and readers at once apart', async () => {
      const contents = Array.from({ length: 12 }, (_, at) => randomBytes(400_000 + at));
      await Promise.all(contents.map((content, at) => files.put(`f${at}`, inPieces(content))));
      const read = await Promise.all(contents.map((_, at) => contentOf(files, `f${at}`)));
      expect(read.map((content, at) => content?.equals(contents[at] as Buffer))).toEqual(contents.map(() => true));
    });

    it('takes from the content no faster than it writes, whatever its size', async () => {
      const piece = randomBytes(1024 * 1024);
      let given = 0;
      async function* large() {
        for (; given < 48; given += 1) yield piece;
      }
      const before = process.memoryUsage().arrayBuffers;
      let most = 0;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      }, 5);
      expect((await files.put('large', large())).size).toBe(48 * piece.length);
      clearInterval(watch);
      expect(most).toBeLessThan(40 * piece.length);
    });

    it.each(['', '../up', 'a/b', 'a.b', '\u0000', 'ä', 'x'.repeat(65)])('refuses %j as an id', async (id) => {
      await expect(async () => files.put(id, inPieces(Buffer.from('x')))).rejects.toThrow('is no id of a file');
      await expect(async () => files.read(id)).rejects.toThrow('is no id of a file');
      await expect(async () => files.remove(id)).rejects.toThrow('is no id of a file');
    });

    it('is not available once it is closed', async () => {
      await files.close();
      const failure = await files.read('x').catch((error: unknown) => error);
      expect(isUnavailable(failure)).toBe(true);
    });
  });
}
