import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkId, Files, type KeptFile, presentAlready, type WrittenFile } from '#ports/files/files';
import { measured } from '#ports/files/measured';
import { Unavailable } from '#ports/unavailable';

/** What is being written; its name is no id. */
const UNDER_WAY = '.part';

/**
 * Files in `<folder>/files`, for one process: the folder's owner holds its lock already. A file is written beside its place, flushed
 * and renamed, so that what has its name is whole. A copy of the folder is a backup of it.
 */
export class FolderFiles extends Files {
  private readonly underWay = new Set<Promise<unknown>>();
  private closed = false;

  private constructor(private readonly root: string) {
    super();
  }

  /** Makes the folder, and throws away what a killed process had not finished. Throws Unavailable when it cannot be used. */
  static async open(folder: string): Promise<FolderFiles> {
    const root = join(folder, 'files');
    await answered(async () => {
      await rm(join(root, UNDER_WAY), { recursive: true, force: true });
      await mkdir(join(root, UNDER_WAY), { recursive: true });
    });
    return new FolderFiles(root);
  }

  /** For reading beside a process that uses the folder; nothing is thrown away. */
  static beside(folder: string): FolderFiles {
    return new FolderFiles(join(folder, 'files'));
  }

  async put(id: string, content: AsyncIterable<Uint8Array>): Promise<WrittenFile> {
    checkId(id);
    const failure: { thrown?: unknown } = {};
    const { bytes, written } = measured(watched(content, failure));
    const done = this.run(async () => {
      const place = this.place(id);
      if (await isThere(place)) throw presentAlready(id);
      const part = join(this.root, UNDER_WAY, `${id}.${randomBytes(6).toString('hex')}`);
      try {
        await pipeline(bytes, createWriteStream(part, { flags: 'wx', flush: true }));
        await mkdir(this.shelf(id), { recursive: true });
        await rename(part, place);
        await Promise.all([this.shelf(id), this.root].map(flushed));
      } catch (error) {
        await rm(part, { force: true }).catch(() => undefined);
        throw error;
      }
      return written();
    });
    return done.catch((error: unknown) => {
      throw 'thrown' in failure ? failure.thrown : error;
    });
  }

  read(id: string): Promise<Readable | undefined> {
    checkId(id);
    return this.run(async () => {
      const file = await open(this.place(id)).catch(missing);
      return file?.createReadStream({ highWaterMark: 256 * 1024 });
    });
  }

  remove(id: string): Promise<void> {
    checkId(id);
    return this.run(() => rm(this.place(id), { force: true }));
  }

  list({ after = '', limit }: { readonly after?: string; readonly limit: number }): Promise<readonly KeptFile[]> {
    return this.run(async () => {
      const found: KeptFile[] = [];
      const shelves = (await names(this.root)).filter((name) => name !== UNDER_WAY && name >= after.slice(0, 2));
      for (const shelf of shelves) {
        for (const id of (await names(join(this.root, shelf))).filter((name) => name > after)) {
          if (found.length === limit) return found;
          const kept = await stat(this.place(id)).catch(missing);
          if (kept) found.push({ id, size: kept.size, at: kept.mtime.toISOString(), whole: true });
        }
      }
      return found;
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.underWay);
  }

  /** Some hundred files share a folder, so that none grows without end. */
  private shelf(id: string): string {
    return join(this.root, id.slice(0, 2));
  }

  private place(id: string): string {
    return join(this.shelf(id), id);
  }

  private async run<R>(work: () => Promise<R>): Promise<R> {
    if (this.closed) throw new Unavailable('closed files');
    const done = answered(work);
    this.underWay.add(done);
    try {
      return await done;
    } finally {
      this.underWay.delete(done);
    }
  }
}

/** Notes what the content itself throws: it is no failure of the disk, whatever it looks like. */
async function* watched(content: AsyncIterable<Uint8Array>, failure: { thrown?: unknown }) {
  try {
    yield* content;
  } catch (error) {
    failure.thrown = error;
    throw error;
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Sorted as ids are compared; none where there is no folder. */
const names = async (folder: string): Promise<string[]> => ((await readdir(folder).catch(missing)) ?? []).sort();

function missing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  return undefined;
}

/** A name is durable when its folder is. */
async function flushed(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

/** What the file system refuses may go through later: a full disk, too many open files, a share that is away. */
async function answered<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
    throw code && syscall ? new Unavailable(`file storage (${code})`, { cause: error }) : error;
  }
}
